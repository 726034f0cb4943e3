package jp.madoguchi.devices.card.jpki;

import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;

/**
 * The selected elementary file as a certificate: its first four bytes {@code 30 82 hh ll} say how long it is, and no byte
 * after that is asked for. The file may go on with filler.
 */
final class CertificateFile {
    /** An authentication certificate has about 1,500 bytes; a card that claims more than this is not believed. */
    static final int MOST_BYTES = 4096;

    private static final int HEADER_BYTES = 4;

    private final ApduChannel channel;

    CertificateFile(ApduChannel channel) {
        this.channel = channel;
    }

    /** The DER bytes, exactly; empty when the file holds nothing, or only 00 or FF. */
    Optional<byte[]> read() throws CardFaultException {
        byte[] first = readBlock(0, JpkiCommand.MOST_READ);
        if (isBlank(first)) {
            return Optional.empty();
        }
        int length = lengthOf(first);
        if (first.length < Math.min(length, JpkiCommand.MOST_READ)) {
            throw garbled("only " + first.length + " bytes of a certificate of " + length);
        }
        byte[] certificate = Arrays.copyOf(first, length);
        for (int offset = first.length; offset < length; ) {
            int wanted = Math.min(JpkiCommand.MOST_READ, length - offset);
            byte[] block = readBlock(offset, wanted);
            if (block.length != wanted) {
                throw garbled(block.length + " bytes where " + wanted + " were asked for");
            }
            System.arraycopy(block, 0, certificate, offset, wanted);
            offset += wanted;
        }
        return Optional.of(certificate);
    }

    /** At most {@code length} bytes; none when the file ends before {@code offset}. */
    private byte[] readBlock(int offset, int length) throws CardFaultException {
        Answer answer = Answer.of(channel.transmit(JpkiCommand.readBinary(offset, length)));
        StatusWord status = answer.status();
        if (status.equals(StatusWord.OFFSET_OUTSIDE_FILE)) {
            return new byte[0];
        }
        if (!status.equals(StatusWord.DONE) && !status.equals(StatusWord.END_OF_FILE)) {
            throw garbled(status + " to READ BINARY of the certificate");
        }
        if (answer.data().length > length) {
            throw garbled(answer.data().length + " bytes where " + length + " were asked for");
        }
        return answer.data();
    }

    private static boolean isBlank(byte[] block) {
        for (byte b : block) {
            if (b != block[0] || (b != 0x00 && b != (byte) 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static int lengthOf(byte[] first) throws CardFaultException {
        if (first.length < HEADER_BYTES || first[0] != 0x30 || first[1] != (byte) 0x82) {
            throw garbled("what is not a certificate");
        }
        int length = HEADER_BYTES + ((first[2] & 0xFF) << 8 | (first[3] & 0xFF));
        if (length > MOST_BYTES) {
            throw garbled("a certificate of " + length + " bytes");
        }
        return length;
    }

    private static CardFaultException garbled(String what) {
        return new CardFaultException(CardFailure.GARBLED, "the card answered " + what);
    }
}
