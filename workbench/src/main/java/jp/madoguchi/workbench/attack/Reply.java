package jp.madoguchi.workbench.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is written back on the connection. */
@FunctionalInterface
interface Reply {
    /** @return whether the connection goes on after it */
    boolean send(OutputStream line) throws IOException, InterruptedException;

    /** As an honest server writes it. */
    static Reply of(Answer answer) {
        return bytes(http(answer));
    }

    /** Bytes as they are; the connection goes on. */
    static Reply bytes(byte[] bytes) {
        return line -> {
            line.write(bytes);
            line.flush();
            return true;
        };
    }

    /** A head of one's own before a body; then the connection is closed. */
    static Reply last(String head, byte[] body) {
        return line -> {
            boolean ignored = bytes(http(head, body)).send(line);
            return false;
        };
    }

    /** The first {@code part} of it, and then nothing any more. */
    static Reply cut(Answer answer, double part) {
        byte[] whole = http(answer);
        return line -> {
            line.write(whole, 0, (int) (whole.length * part));
            line.flush();
            return false;
        };
    }

    /** Not a byte. */
    static Reply none() {
        return line -> false;
    }

    static byte[] http(Answer answer) {
        String type = answer.status() < 400 ? "application/json" : "application/problem+json";
        return http(
                "HTTP/1.1 " + answer.status() + " X\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + answer.body().length,
                answer.body());
    }

    static byte[] http(String head, byte[] body) {
        return joined((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1), body);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
