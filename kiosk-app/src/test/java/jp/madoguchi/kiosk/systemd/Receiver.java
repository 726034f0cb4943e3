package jp.madoguchi.kiosk.systemd;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A datagram socket of socat's: not the code that is tested, and not Java. */
final class Receiver implements AutoCloseable {
    private final Process socat;
    private final InputStream heard;

    private Receiver(Process socat) {
        this.socat = socat;
        this.heard = socat.getInputStream();
    }

    /** @param address as systemd gives it: a path, or a name after an {@code @} */
    static Receiver at(String address) throws IOException {
        String kind = address.startsWith("@") ? "ABSTRACT-RECV:" + address.substring(1) : "UNIX-RECV:" + address;
        Process socat = new ProcessBuilder(
                        List.of("socat", "-d", "-d", "-b", "65536", "-T", "20", "-u", kind, "STDOUT"))
                .start();
        awaitListening(socat);
        return new Receiver(socat);
    }

    /** It says on standard error when it is there. */
    private static void awaitListening(Process socat) throws IOException {
        StringBuilder said = new StringBuilder();
        InputStream errors = socat.getErrorStream();
        while (!said.toString().contains("starting data transfer loop")) {
            int next = errors.read();
            if (next < 0) {
                throw new IOException("socat ended: " + said);
            }
            said.append((char) next);
        }
    }

    /** The next {@code length} bytes that come; fewer when nothing more comes for 20 s. */
    byte[] next(int length) throws IOException {
        return heard.readNBytes(length);
    }

    @Override
    public void close() {
        socat.destroyForcibly().onExit().join();
    }
}
