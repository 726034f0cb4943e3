package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.madoguchi.devices.Tape;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;

/**
 * A card that answers as it should, or otherwise, as the tape says before each answer: {@value #LOST} the answer is lost,
 * {@value #RAW} the next byte says how many of the following are the answer, {@value #STATUS} the next two are the status word,
 * {@value #CUT} the next says how many bytes are missing, {@value #LONGER} how many there are too many, {@value #FLIPPED} the
 * place and the bits that differ; everything else and the end of the tape: as it should.
 */
final class HostileCard implements ApduChannel {
    private static final int LOST = 1;
    private static final int RAW = 2;
    private static final int STATUS = 3;
    private static final int CUT = 4;
    private static final int LONGER = 5;
    private static final int FLIPPED = 6;

    /** More than any service sends, so that a conversation without end is found. */
    private static final int MOST_COMMANDS = 60;

    private final Tape tape;
    private final byte[] info;
    private final byte[] certificate;
    private int selected;
    final List<Exchange> exchanges = new ArrayList<>();

    /** @param answer empty when it was lost */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Exchange(byte[] command, byte[] answer) {
        int instruction() {
            return command[1] & 0xFF;
        }

        /** VERIFY with a PIN, or CHANGE. */
        boolean spends() {
            return (instruction() == 0x20 || instruction() == 0x24) && command.length > 5;
        }

        boolean lost() {
            return answer.length == 0;
        }

        /** The status word; -1 when there is none. */
        int status() {
            int length = answer.length;
            return length < 2 ? -1 : (answer[length - 2] & 0xFF) << 8 | (answer[length - 1] & 0xFF);
        }

        byte[] data() {
            return Arrays.copyOf(answer, Math.max(0, answer.length - 2));
        }
    }

    /** @param certificateFile of which READ BINARY gives the part that is asked for */
    HostileCard(String label, byte[] certificateFile, Tape tape) {
        this.tape = tape;
        this.certificate = certificateFile;
        this.info = new byte[160];
        Arrays.fill(info, (byte) ' ');
        byte[] text = label.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, info, 0, text.length);
    }

    @Override
    public byte[] transmit(byte[] command) throws CardFaultException {
        assertFalse(exchanges.size() >= MOST_COMMANDS, "a conversation without end");
        byte[] sent = command.clone();
        byte[] right = right(sent);
        byte[] answer = switch (tape.next()) {
            case LOST -> new byte[0];
            case RAW -> tape.take(tape.next());
            case STATUS -> with(right, tape.next(), tape.next());
            case CUT -> Arrays.copyOfRange(right, Math.min(tape.next(), right.length - 2), right.length);
            case LONGER -> joined(new byte[tape.next()], right);
            case FLIPPED -> flipped(right, tape.next(), tape.next());
            default -> right;
        };
        exchanges.add(new Exchange(sent, answer));
        if (answer.length == 0) {
            throw new CardFaultException(CardFailure.REMOVED, "the tape says so");
        }
        return answer.clone();
    }

    /** What a card says that has short ids, and on which every PIN is right. */
    private byte[] right(byte[] command) {
        return switch (command[1] & 0xFF) {
            case 0xA4 -> {
                selected = command[2] == 0x02 ? command[command.length - 1] & 0xFF : 0;
                yield new byte[] {(byte) 0x90, 0x00};
            }
            case 0xB0 -> read(command);
            case 0x20 -> command.length > 5 ? new byte[] {(byte) 0x90, 0x00} : new byte[] {0x63, (byte) 0xC3};
            case 0x2A -> joined(new byte[256], new byte[] {(byte) 0x90, 0x00});
            default -> new byte[] {(byte) 0x90, 0x00};
        };
    }

    private byte[] read(byte[] command) {
        int p1 = command[2] & 0xFF;
        boolean byShortId = (p1 & 0x80) != 0;
        if (byShortId) {
            selected = p1 & 0x1F;
        }
        int offset = byShortId ? command[3] & 0xFF : p1 << 8 | (command[3] & 0xFF);
        int wanted = (command[4] & 0xFF) == 0 ? 256 : command[4] & 0xFF;
        byte[] file = selected == 0x06 ? info : certificate;
        if (offset >= file.length) {
            return new byte[] {0x6B, 0x00};
        }
        int end = Math.min(file.length, offset + wanted);
        return joined(Arrays.copyOfRange(file, offset, end), new byte[] {(byte) 0x90, 0x00});
    }

    private static byte[] with(byte[] answer, int sw1, int sw2) {
        byte[] changed = answer.clone();
        changed[changed.length - 2] = (byte) sw1;
        changed[changed.length - 1] = (byte) sw2;
        return changed;
    }

    private static byte[] flipped(byte[] answer, int place, int bits) {
        byte[] changed = answer.clone();
        changed[place % changed.length] ^= (byte) bits;
        return changed;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
