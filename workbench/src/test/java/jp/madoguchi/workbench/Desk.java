package jp.madoguchi.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.real.CardOffice;

/** A workbench with nothing special about it, and a printer that does not take its time. */
final class Desk {
    private Desk() {}

    /** Starts it with its files in {@code dir}, which is empty; its keys were made before, once for all tests. */
    static Workbench lay(Path dir) throws IOException, Kiosk.Unusable {
        CardOffice.supply(dir);
        return Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()));
    }
}
