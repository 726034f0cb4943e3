package jp.madoguchi.devices.print.ipp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The structure of an answer (RFC 8010 section 3.1), which the decoder takes less seriously: it accepts one without an end, and
 * of what is said of a job twice it keeps one word and tells nobody. Which of the two is true cannot be known. Of the printer
 * itself some printers do say things twice, which does no harm.
 */
final class Structure {
    private static final int HEADER_BYTES = 8;
    private static final int OPERATION_ATTRIBUTES = 0x01;
    private static final int JOB_ATTRIBUTES = 0x02;
    private static final int END_OF_ATTRIBUTES = 0x03;
    /** The last delimiter that is defined (section 3.5.1 and PWG 5100.22). */
    private static final int LAST_DELIMITER = 0x0A;
    /** From here on a tag announces a value. */
    private static final int FIRST_VALUE = 0x10;
    /** Those before say that there is none: unknown, no-value, unsupported. */
    private static final int FIRST_REAL_VALUE = 0x20;

    private static final int COLLECTION = 0x34;

    private Structure() {}

    /** What is wrong with it; empty when nothing is. */
    static Optional<String> flaw(byte[] answer) {
        try {
            return flaw(ByteBuffer.wrap(answer).position(HEADER_BYTES));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.of("cut off");
        }
    }

    private static Optional<String> flaw(ByteBuffer bytes) {
        Set<ByteBuffer> names = new HashSet<>();
        int group = 0;
        int first = 0; // the tag of the attribute's first value
        for (int tag = bytes.get() & 0xFF; tag != END_OF_ATTRIBUTES; tag = bytes.get() & 0xFF) {
            if (tag < FIRST_VALUE) {
                if (tag < OPERATION_ATTRIBUTES || tag > LAST_DELIMITER) {
                    return Optional.of("an unknown group of attributes");
                }
                group = tag;
                names.clear();
                continue;
            }
            ByteBuffer name = part(bytes);
            first = name.hasRemaining() ? tag : first;
            if (group == JOB_ATTRIBUTES) {
                if (name.hasRemaining() && !names.add(name)) {
                    return Optional.of("something of a job twice");
                }
                // Section 3.8: such a value stands alone. In a collection it may follow others.
                if (!name.hasRemaining() && first != COLLECTION && (isOutOfBand(tag) || isOutOfBand(first))) {
                    return Optional.of("a value of a job that is known and unknown at once");
                }
            }
            if (!hasLengthOfItsSyntax(tag, part(bytes))) {
                return Optional.of("a value of another length than its syntax has");
            }
        }
        return Optional.empty();
    }

    private static boolean isOutOfBand(int tag) {
        return tag < FIRST_REAL_VALUE;
    }

    /** Section 3.9. The decoder goes by the syntax and not by the length, and so would go on somewhere else. */
    private static boolean hasLengthOfItsSyntax(int tag, ByteBuffer value) {
        return switch (tag) {
            case 0x21, 0x23 -> value.remaining() == 4; // integer, enum
            case 0x22 -> value.remaining() == 1; // boolean
            case 0x31 -> value.remaining() == 11; // dateTime
            case 0x32 -> value.remaining() == 9; // resolution
            case 0x33 -> value.remaining() == 8; // rangeOfInteger
            case 0x35, 0x36 -> { // text and name with a language: two parts
                part(value);
                part(value);
                yield !value.hasRemaining();
            }
            default -> true;
        };
    }

    /** Two bytes of length and so many bytes. */
    private static ByteBuffer part(ByteBuffer bytes) {
        int length = bytes.getShort() & 0xFFFF;
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return part;
    }
}
