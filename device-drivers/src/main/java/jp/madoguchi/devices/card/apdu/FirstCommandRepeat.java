package jp.madoguchi.devices.card.apdu;

/**
 * Some JPKI cards answer the first command after power-up with 6F00 and carry the same command out when it comes again.
 * Repeats that one command once. One instance for each power-up; never repeats a command that carries a PIN.
 */
public final class FirstCommandRepeat implements ApduChannel {
    private static final int CLA_INS_P1_P2 = 4;

    private final ApduChannel next;
    private boolean first = true;

    public FirstCommandRepeat(ApduChannel next) {
        this.next = next;
    }

    @Override
    public byte[] transmit(byte[] command) throws CardFaultException {
        boolean repeatable = first && !carriesReferenceData(command);
        first = false;
        byte[] response = next.transmit(command);
        return repeatable && isNoDiagnosis(response) ? next.transmit(command) : response;
    }

    private static boolean isNoDiagnosis(byte[] response) throws CardFaultException {
        return response.length == 2 && Answer.of(response).status().equals(StatusWord.NO_DIAGNOSIS);
    }

    /** VERIFY with data, CHANGE and RESET RETRY COUNTER (ISO/IEC 7816-4, 7.5): each costs a try. */
    private static boolean carriesReferenceData(byte[] command) {
        if (command.length <= CLA_INS_P1_P2) {
            return false;
        }
        int instruction = command[1] & 0xFF;
        return instruction == 0x20 || instruction == 0x24 || instruction == 0x2C;
    }
}
