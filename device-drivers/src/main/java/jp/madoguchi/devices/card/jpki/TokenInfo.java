package jp.madoguchi.devices.card.jpki;

import java.nio.charset.StandardCharsets;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;

/** EF 0006: CK_TOKEN_INFO of PKCS#11, of which the label says what kind of token this is. */
record TokenInfo(TokenKind kind, String label) {
    static final int BYTES = 160;
    /** The label, padded with spaces, comes first. */
    private static final int LABEL_BYTES = 32;

    static TokenInfo read(FileAccess files) throws CardFaultException {
        Answer answer = files.readFirst(JpkiFile.TOKEN_INFO, BYTES, TokenInfo::hasForm)
                .orElseThrow(() -> Dialogue.garbled(StatusWord.NOT_FOUND + " to SELECT of the token info"));
        if (!answer.status().equals(StatusWord.END_OF_FILE)) {
            Dialogue.require(answer.status(), "READ BINARY of the token info");
        }
        byte[] info = answer.data();
        if (!hasForm(info)) {
            throw Dialogue.garbled("what is no token info, " + info.length + " bytes");
        }
        String label = new String(info, 0, LABEL_BYTES, StandardCharsets.US_ASCII).stripTrailing();
        return new TokenInfo(TokenKind.ofLabel(label), label);
    }

    /** A label of printable ASCII, and not more than the structure holds. */
    private static boolean hasForm(byte[] info) {
        if (info.length < LABEL_BYTES || info.length > BYTES) {
            return false;
        }
        for (int i = 0; i < LABEL_BYTES; i++) {
            if (info[i] < ' ' || info[i] > '~') {
                return false;
            }
        }
        return true;
    }
}
