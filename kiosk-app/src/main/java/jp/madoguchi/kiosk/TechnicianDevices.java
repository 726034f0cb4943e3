package jp.madoguchi.kiosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.kiosk.command.Devices;
import jp.madoguchi.kiosk.command.Watch;

/** The devices of this machine for the commands of a technician. */
record TechnicianDevices(Wires wires, InputStream input, Watch.Language language) implements Devices {
    /** Nobody has counted the hopper here; a technician asks whether it answers. */
    private static final int COINS = 1_000;

    @Override
    public CardReader reader(String pattern) {
        return new PcscCardReader(wires.terminals(), pattern);
    }

    @Override
    public Printer printer(URI uri, Optional<Path> certificate, DocumentFormat format) {
        try {
            return Adapters.printer(uri, certificate, format);
        } catch (IOException unusable) {
            throw new IllegalArgumentException(FileTrouble.words(unusable), unusable);
        }
    }

    @Override
    public CashUnit cash(String port, Map<Integer, Integer> hoppers, Set<Integer> accepts) {
        return Adapters.cash(
                wires, Adapters.cashSettings(port, hoppers, accepts), address -> COINS, Map.of(), new CashWitness() {
                    /** Nothing is open, and what may come all the same is not this command's to count. */
                    @Override
                    public void happened(CashEvent event) {}

                    @Override
                    public Routing held(Yen note, int counter) {
                        return Routing.RETURN;
                    }
                });
    }

    @Override
    public Watch watch(PrintWriter out) {
        return new Watch(out, wires.clock().withZone(ZoneId.systemDefault()), Pace.real(), language);
    }
}
