package jp.madoguchi.devices.card.apdu;

import java.util.Locale;
import java.util.OptionalInt;

/** SW1-SW2 of a response APDU (ISO/IEC 7816-4, 5.6), with the meanings that a JPKI card gives them. */
public record StatusWord(int value) {
    public static final StatusWord DONE = new StatusWord(0x9000);
    /** Fewer bytes than Le were there to read. */
    public static final StatusWord END_OF_FILE = new StatusWord(0x6282);
    /** Blocked; what other cards than JPKI's say is {@link #METHOD_BLOCKED}. */
    public static final StatusWord REFERENCE_BLOCKED = new StatusWord(0x6984);

    /** A PIN is wanted first. */
    public static final StatusWord SECURITY_STATUS = new StatusWord(0x6982);

    public static final StatusWord METHOD_BLOCKED = new StatusWord(0x6983);
    public static final StatusWord FUNCTION_NOT_SUPPORTED = new StatusWord(0x6A81);
    public static final StatusWord NOT_FOUND = new StatusWord(0x6A82);
    public static final StatusWord OFFSET_OUTSIDE_FILE = new StatusWord(0x6B00);
    public static final StatusWord INSTRUCTION_NOT_SUPPORTED = new StatusWord(0x6D00);
    public static final StatusWord CLASS_NOT_SUPPORTED = new StatusWord(0x6E00);
    /** No precise diagnosis; some cards answer the first command after power-up so. */
    public static final StatusWord NO_DIAGNOSIS = new StatusWord(0x6F00);

    public StatusWord {
        if ((value & ~0xFFFF) != 0) {
            throw new IllegalArgumentException("a status word has two bytes");
        }
    }

    /** x of {@code 63Cx}: the tries that are left, 0 to 15. Empty for every other status word. */
    public OptionalInt triesLeft() {
        return (value & 0xFFF0) == 0x63C0 ? OptionalInt.of(value & 0xF) : OptionalInt.empty();
    }

    public boolean isBlocked() {
        return equals(REFERENCE_BLOCKED) || equals(METHOD_BLOCKED);
    }

    /**
     * Whether the card did not find what a command refers to, or may not refer to it so (ISO/IEC 7816-4, table 6, checking
     * errors): nothing was carried out, and no PIN was compared.
     */
    public boolean refusesReference() {
        return switch (value) {
            case 0x6981, 0x6985, 0x6986, 0x6A81, 0x6A82, 0x6A86, 0x6A88, 0x6B00 -> true;
            default -> false;
        };
    }

    /** Whether a check failed before anything was carried out (ISO/IEC 7816-4, 5.6): 67xx to 6Exx. */
    public boolean isCheckingError() {
        int first = value >> 8;
        return first >= 0x67 && first <= 0x6E;
    }

    /** Four hexadecimal digits, as specifications print it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04X", value);
    }
}
