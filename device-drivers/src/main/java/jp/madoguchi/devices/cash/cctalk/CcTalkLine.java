package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.devices.Pace;
import org.jspecify.annotations.Nullable;

/**
 * The wire and its one master, host 1 (part 1 sections 4 to 8). Opens the port when it is first needed and again after it was
 * lost. Owned by one thread.
 */
@CheckReturnValue
final class CcTalkLine implements AutoCloseable {
    private static final int HOST = 1;

    /** Section 11.1: a slave answers within 50 ms and leaves at most 50 ms between two bytes; twice that, for USB. */
    static final Duration GAP = Duration.ofMillis(100);

    /** A 260 byte frame takes 280 ms at 9600 baud; its echo as much. */
    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(1);

    private static final int ATTEMPTS = 3;

    private final SerialOpener opener;
    private final String port;
    private final Pace pace;
    private @Nullable SerialLine line;
    private boolean unquiet;

    CcTalkLine(SerialOpener opener, String port, Pace pace) {
        this.opener = opener;
        this.port = port;
        this.pace = pace;
    }

    /** Asks something that may be asked again without harm, up to three times. {@code length}: of the data that must come. */
    Reply ask(int device, int header, int length, int... data) {
        Reply reply = askOnce(device, header, length, data);
        for (int attempt = 1; attempt < ATTEMPTS && reply instanceof Reply.Silent; attempt++) {
            reply = askOnce(device, header, length, data);
        }
        return reply;
    }

    /** Asks once. {@code length} is that of the data that must come; -1 when any will do. */
    Reply askOnce(int device, int header, int length, int... data) {
        try {
            SerialLine open = opened();
            drain(open);
            open.write(new Frame(device, HOST, header, bytes(data)).encoded());
            Reply reply = read(open, device);
            boolean odd = reply instanceof Reply.Given given && length >= 0 && given.data().length != length;
            unquiet = odd || reply instanceof Reply.Silent;
            return odd ? new Reply.Silent("an answer of another length than " + length) : reply;
        } catch (IOException e) {
            close();
            return new Reply.Silent(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Until it is quiet: what is left of an earlier exchange must not pass for the answer to this one. After one that went wrong
     * its end may still be on the way.
     */
    private void drain(SerialLine open) throws IOException {
        byte[] rest = new byte[Frame.LONGEST];
        long since = pace.nanos();
        while (open.read(rest, unquiet ? GAP : Duration.ZERO) > 0) {
            if (pace.left(LONGEST_EXCHANGE, since).isZero()) {
                throw new IOException("the line is never quiet");
            }
        }
    }

    private Reply read(SerialLine open, int device) throws IOException {
        byte[] buffer = new byte[Frame.LONGEST];
        byte[] chunk = new byte[Frame.LONGEST];
        int count = 0;
        long since = pace.nanos();
        while (!pace.left(LONGEST_EXCHANGE, since).isZero()) {
            int more = open.read(chunk, GAP);
            if (more == 0) {
                return new Reply.Silent(count == 0 ? "no answer" : "a broken frame");
            }
            for (int i = 0; i < more; i++) {
                buffer[count++] = chunk[i];
                Optional<Integer> length = Frame.length(buffer, count);
                if (length.isEmpty() || count < length.get()) {
                    continue;
                }
                Optional<Frame> frame = Frame.decoded(buffer, count);
                if (frame.isEmpty()) {
                    return new Reply.Silent("a wrong checksum");
                }
                count = 0;
                // Our own bytes come back on the half-duplex wire; they are for the device, not for the host.
                if (frame.get().destination() == HOST && frame.get().source() == device) {
                    return meaning(frame.get());
                }
            }
        }
        return new Reply.Silent("only noise");
    }

    private static Reply meaning(Frame frame) {
        return switch (frame.header()) {
            case Header.REPLY -> new Reply.Given(frame.data());
            case Header.NAK, Header.BUSY -> new Reply.Refused(frame.header());
            default -> new Reply.Silent("a frame that is no answer");
        };
    }

    private SerialLine opened() throws IOException {
        if (line == null) {
            line = opener.open(port);
        }
        return line;
    }

    private static byte[] bytes(int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return bytes;
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
