package jp.madoguchi.simulators.card;

/** The status words of ISO/IEC 7816-4 section 5.6 that this card says. */
final class StatusWord {
    static final int DONE = 0x9000;
    /** Fewer bytes were left in the file than Le asked for. */
    static final int END_OF_FILE = 0x6282;
    /** The low digit is the number of tries left. */
    static final int WRONG_PIN = 0x63C0;

    static final int MEMORY_FAILURE = 0x6581;
    static final int WRONG_LENGTH = 0x6700;
    static final int NO_LOGICAL_CHANNEL = 0x6881;
    static final int WRONG_FILE_STRUCTURE = 0x6981;
    static final int SECURITY_STATUS = 0x6982;
    static final int BLOCKED = 0x6984;
    static final int CONDITIONS = 0x6985;
    static final int NO_CURRENT_EF = 0x6986;
    static final int WRONG_DATA = 0x6A80;
    static final int NO_SUCH_FILE = 0x6A82;
    static final int NO_SUCH_RECORD = 0x6A83;
    static final int WRONG_P1_P2 = 0x6A86;
    static final int PAST_THE_END = 0x6B00;
    static final int UNKNOWN_INSTRUCTION = 0x6D00;
    static final int UNKNOWN_CLASS = 0x6E00;

    private StatusWord() {}

    /** The answer that is this status word and nothing else. */
    static byte[] alone(int statusWord) {
        return after(new byte[0], statusWord);
    }

    /** The answer with data before the status word. */
    static byte[] after(byte[] data, int statusWord) {
        byte[] answer = new byte[data.length + 2];
        System.arraycopy(data, 0, answer, 0, data.length);
        answer[data.length] = (byte) (statusWord >> 8);
        answer[data.length + 1] = (byte) statusWord;
        return answer;
    }
}
