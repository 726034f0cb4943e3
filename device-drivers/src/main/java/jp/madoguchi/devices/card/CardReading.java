package jp.madoguchi.devices.card;

import java.util.Optional;

/** The answer of reading a card without a PIN. No case costs a PIN try. */
public sealed interface CardReading {
    /**
     * A token that can authenticate and shows its certificate to everybody: a card.
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

    /**
     * A token that can authenticate and shows its certificate only after its PIN: an Android phone.
     *
     * @param triesLeft of the phone's own password for the certificate, 0 when blocked
     */
    record PinFirst(TokenKind kind, int triesLeft) implements CardReading {}

    /**
     * A JPKI token that this kiosk cannot authenticate with: a Juki card, an iPhone (whose profile is not published), an
     * unknown label.
     *
     * @param certificate the signature certificate of a Juki card that gives it without a password, DER. To be shown only,
     *     never to log in with
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared where it is present
    record NotServed(TokenKind kind, String label, Optional<byte[]> certificate) implements CardReading {}

    /** A JPKI token on which the user-authentication certificate is absent. */
    record NoCertificate(TokenKind kind) implements CardReading {}

    /** A card without the JPKI application (a bank card, a transport card …). */
    record NotJpki() implements CardReading {}

    record Failed(CardFailure failure) implements CardReading {}
}
