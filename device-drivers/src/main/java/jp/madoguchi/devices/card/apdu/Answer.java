package jp.madoguchi.devices.card.apdu;

import java.util.Arrays;
import jp.madoguchi.devices.card.CardFailure;

/** A response APDU taken apart: data, then the two bytes of the status word (ISO/IEC 7816-4, 5.1). */
public final class Answer {
    private static final int STATUS_BYTES = 2;
    /** No command here uses extended length. */
    private static final int MOST_DATA = 256;

    private final byte[] data;
    private final StatusWord status;

    private Answer(byte[] data, StatusWord status) {
        this.data = data;
        this.status = status;
    }

    /** @throws CardFaultException GARBLED, when it is shorter than a status word or longer than a short answer can be */
    public static Answer of(byte[] response) throws CardFaultException {
        int length = response.length - STATUS_BYTES;
        if (length < 0 || length > MOST_DATA) {
            throw new CardFaultException(CardFailure.GARBLED, "an answer of " + response.length + " bytes");
        }
        int value = (response[length] & 0xFF) << 8 | (response[length + 1] & 0xFF);
        return new Answer(Arrays.copyOf(response, length), new StatusWord(value));
    }

    /** The bytes before the status word, at most 256; this answer's own array. */
    public byte[] data() {
        return data;
    }

    public StatusWord status() {
        return status;
    }
}
