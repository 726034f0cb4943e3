package jp.madoguchi.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.printer.PrinterSettings;

/** Workbenches whose keys were made before, once for all tests. */
public final class Desk {
    private Desk() {}

    /** One with nothing special about it, and a printer that does not take its time. */
    public static Workbench lay(Path dir) throws IOException, Kiosk.Unusable {
        return lay(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()));
    }

    /** Starts it with its files in {@code dir}, which has no cards and keys yet. */
    static Workbench lay(Path dir, Workbench.Settings settings) throws IOException, Kiosk.Unusable {
        CardOffice.supply(dir);
        return Workbench.start(dir, settings);
    }
}
