package jp.madoguchi.devices.card.jpki;

import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;

/**
 * An elementary file as a certificate: its first four bytes {@code 30 82 hh ll} say how long it is, and no byte
 * after that is asked for. The file may go on with filler.
 */
final class CertificateFile {
    /** An authentication certificate has about 1,500 bytes; a card that claims more than this is not believed. */
    static final int MOST_BYTES = 4096;

    private static final int HEADER_BYTES = 4;

    private final Dialogue card;

    CertificateFile(Dialogue card) {
        this.card = card;
    }

    /** The certificate in this file, by SELECT; empty where there is none, or where a secret guards it, which is not sent. */
    static Optional<byte[]> open(Dialogue card, JpkiFile file) throws CardFaultException {
        StatusWord selected = card.order(JpkiCommand.selectFile(file));
        if (selected.equals(StatusWord.NOT_FOUND) || selected.equals(StatusWord.SECURITY_STATUS)) {
            return Optional.empty();
        }
        Dialogue.require(selected, "SELECT of " + file);
        Answer beginning = card.send(JpkiCommand.readBinary(0, JpkiCommand.MOST_READ));
        return beginning.status().equals(StatusWord.SECURITY_STATUS)
                ? Optional.empty()
                : new CertificateFile(card).read(beginning);
    }

    /** What a certificate begins with: SEQUENCE with a length of two bytes. */
    static boolean begins(byte[] block) {
        return block.length >= HEADER_BYTES && block[0] == 0x30 && block[1] == (byte) 0x82;
    }

    /**
     * The DER bytes, exactly; empty when the file holds nothing, or only 00 or FF.
     *
     * @param beginning the answer to READ BINARY of the first {@link JpkiCommand#MOST_READ} bytes of the file, which is selected
     */
    Optional<byte[]> read(Answer beginning) throws CardFaultException {
        byte[] first = block(beginning, JpkiCommand.MOST_READ);
        if (isBlank(first)) {
            return Optional.empty();
        }
        int length = lengthOf(first);
        if (first.length < Math.min(length, JpkiCommand.MOST_READ)) {
            throw Dialogue.garbled("only " + first.length + " bytes of a certificate of " + length);
        }
        byte[] certificate = Arrays.copyOf(first, length);
        for (int offset = first.length; offset < length; ) {
            int wanted = Math.min(JpkiCommand.MOST_READ, length - offset);
            byte[] block = readBlock(offset, wanted);
            if (block.length != wanted) {
                throw Dialogue.garbled(block.length + " bytes where " + wanted + " were asked for");
            }
            System.arraycopy(block, 0, certificate, offset, wanted);
            offset += wanted;
        }
        return Optional.of(certificate);
    }

    /** At most {@code length} bytes; none when the file ends before {@code offset}. */
    private byte[] readBlock(int offset, int length) throws CardFaultException {
        return block(card.send(JpkiCommand.readBinary(offset, length)), length);
    }

    private static byte[] block(Answer answer, int length) throws CardFaultException {
        StatusWord status = answer.status();
        if (status.equals(StatusWord.OFFSET_OUTSIDE_FILE)) {
            return new byte[0];
        }
        if (!status.equals(StatusWord.DONE) && !status.equals(StatusWord.END_OF_FILE)) {
            throw Dialogue.garbled(status + " to READ BINARY of the certificate");
        }
        if (answer.data().length > length) {
            throw Dialogue.garbled(answer.data().length + " bytes where " + length + " were asked for");
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
        if (!begins(first)) {
            throw Dialogue.garbled("what is not a certificate");
        }
        int length = HEADER_BYTES + ((first[2] & 0xFF) << 8 | (first[3] & 0xFF));
        if (length > MOST_BYTES) {
            throw Dialogue.garbled("a certificate of " + length + " bytes");
        }
        return length;
    }
}
