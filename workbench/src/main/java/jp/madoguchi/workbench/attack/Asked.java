package jp.madoguchi.workbench.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.simulators.center.Operation;

/** A request of the kiosk, as whoever ends the TLS sees it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Asked(Operation operation, String method, String path, byte[] body) {
    private static final String LENGTH = "content-length:";

    /** The next one on a connection; empty when the kiosk has closed it. */
    static Optional<Asked> read(InputStream in) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String[] request = head.split(" ", 3);
        int length = head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith(LENGTH))
                .mapToInt(
                        line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
                .findFirst()
                .orElse(0);
        return Optional.of(new Asked(
                Operation.at(request[1]).orElseThrow(() -> new IOException(request[1] + " is no call of a kiosk")),
                request[0],
                request[1],
                in.readNBytes(length)));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** The visit that it is about; throws for a call that has none. */
    String visit() {
        return operation.id(path, 1);
    }

    /** The same call to another path. */
    Asked at(String other) {
        return new Asked(operation, method, other, body);
    }

    /** The same call with another body. */
    Asked with(byte[] other) {
        return new Asked(operation, method, path, Arrays.copyOf(other, other.length));
    }
}
