package jp.madoguchi.devices.card;

/** The answer of reading a card without a PIN. No case costs a PIN try. */
public sealed interface CardReading {
    /**
     * A token that can authenticate.
     *
     * @param certificate the user-authentication certificate, DER, exactly its own length
     * @param triesLeft of the authentication PIN, 0 when blocked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copied in and out
    record Token(TokenKind kind, byte[] certificate, int triesLeft) implements CardReading {
        public Token {
            certificate = certificate.clone();
        }

        @Override
        public byte[] certificate() {
            return certificate.clone();
        }
    }

    /** A JPKI token that this kiosk cannot authenticate with (Juki card, a phone not served yet, an unknown label). */
    record NotServed(TokenKind kind, String label) implements CardReading {}

    /** A JPKI token on which the user-authentication certificate is absent. */
    record NoCertificate(TokenKind kind) implements CardReading {}

    /** A card without the JPKI application (a bank card, a transport card …). */
    record NotJpki() implements CardReading {}

    record Failed(CardFailure failure) implements CardReading {}
}
