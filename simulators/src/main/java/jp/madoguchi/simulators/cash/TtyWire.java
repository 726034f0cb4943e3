package jp.madoguchi.simulators.cash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The bus on a tty, or on a pair of ptys of its own that can be torn away and made again. Any thread. */
final class TtyWire implements AutoCloseable {
    /** Serves a line in real time until it is cut. */
    interface Served {
        void serve(ByteLine fromHost, DeviceFile file);

        boolean plugged();
    }

    private final Path place;
    private final boolean ownPair;
    private final Served served;
    private Optional<PtyPair> pair = Optional.empty();
    private Optional<DeviceFile> file = Optional.empty();

    private TtyWire(Path place, boolean ownPair, Served served) {
        this.place = place;
        this.ownPair = ownPair;
        this.served = served;
    }

    /** On a device that is there. */
    static TtyWire on(Path tty, Served served) throws IOException {
        TtyWire wire = new TtyWire(tty, false, served);
        wire.connect();
        return wire;
    }

    /** On {@code dir/cash-device}; the kiosk has {@code dir/cash}. */
    static TtyWire pair(Path dir, Served served) throws IOException {
        TtyWire wire = new TtyWire(dir, true, served);
        wire.connect();
        return wire;
    }

    /** Whether it can be torn away: a device that others made only falls silent. */
    boolean tears() {
        return ownPair;
    }

    synchronized void connect() throws IOException {
        if (ownPair) {
            pair = Optional.of(PtyPair.create(place));
        }
        DeviceFile opened = DeviceFile.open(ownPair ? pair.orElseThrow().devices : place);
        file = Optional.of(opened);
        ByteLine fromHost = new ByteLine();
        daemon("simulated-cash-tty", () -> opened.pump(fromHost, served::plugged));
        daemon("simulated-cash", () -> served.serve(fromHost, opened));
    }

    /** The host's end hangs up. */
    synchronized void tear() {
        file.ifPresent(TtyWire::close);
        file = Optional.empty();
        pair.ifPresent(PtyPair::close);
        pair = Optional.empty();
    }

    @Override
    public void close() {
        tear();
    }

    private static void close(DeviceFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // The host's end went first; there is nothing left to close.
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
