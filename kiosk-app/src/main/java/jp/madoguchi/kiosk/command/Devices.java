package jp.madoguchi.kiosk.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.Printer;

/** Gives the commands their devices; the composition root knows which adapters these are. */
public interface Devices {
    CardReader reader(String pattern);

    /** Throws {@code IllegalArgumentException}, in a technician's words, for an address that is not allowed or a file that cannot be used. */
    Printer printer(URI uri, Optional<Path> certificate, DocumentFormat format);

    /**
     * Nothing is taken and nothing paid with it.
     *
     * @param hoppers ccTalk address to what each of the hopper's coins is worth, in yen
     * @param accepts what would be taken, in yen
     */
    CashUnit cash(String port, Map<Integer, Integer> hoppers, Set<Integer> accepts);

    /** Where a PIN is read from. */
    InputStream input();

    /** What {@code --watch} says goes to {@code out}. */
    Watch watch(PrintWriter out);
}
