package jp.madoguchi.simulators.cash;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Puts bytes together to frames. A frame whose checksum is wrong vanishes without a word, as devices do (part 1, 7.1). */
final class FrameParser {
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

    /** Takes the next byte; answers the frame it completes. */
    Optional<CcTalkFrame> take(int next) {
        frame.write(next);
        byte[] bytes = frame.toByteArray();
        if (bytes.length < CcTalkFrame.OVERHEAD || bytes.length < CcTalkFrame.OVERHEAD + (bytes[1] & 0xFF)) {
            return Optional.empty();
        }
        frame.reset();
        return CcTalkFrame.sum(bytes) == 0
                ? Optional.of(new CcTalkFrame(
                        bytes[0] & 0xFF,
                        bytes[2] & 0xFF,
                        bytes[3] & 0xFF,
                        Arrays.copyOfRange(bytes, 4, bytes.length - 1)))
                : Optional.empty();
    }

    boolean midFrame() {
        return frame.size() > 0;
    }

    /** A pause too long for one message: what came so far was noise. */
    void forget() {
        frame.reset();
    }
}
