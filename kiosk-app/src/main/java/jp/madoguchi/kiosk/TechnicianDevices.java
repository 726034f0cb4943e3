package jp.madoguchi.kiosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.kiosk.command.Devices;

/** The devices of this machine for the commands of a technician. */
record TechnicianDevices(Wires wires, InputStream input) implements Devices {
    /** The count in the hopper is not what this command asks. */
    private static final int MANY_COINS = 1000;

    @Override
    public CardReader reader(String pattern) {
        return new PcscCardReader(wires.terminals(), pattern);
    }

    @Override
    public Printer printer(URI uri, Optional<Path> certificate) {
        try {
            return Adapters.printer(uri, certificate);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public CashUnit cash(String port, int hopper) {
        return Adapters.cash(wires, port, hopper, () -> MANY_COINS, OptionalInt.empty(), event -> {});
    }
}
