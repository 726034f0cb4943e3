package jp.madoguchi.devices.card;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * One card from placement to removal. All methods block, and are called from the thread that opened the session.
 * A card that left the reader makes every later call answer {@link CardFailure#REMOVED}; a session never moves on to another card.
 */
@CheckReturnValue
public interface CardSession extends AutoCloseable {
    /** What logging in needs: token info, certificate (of a card) and tries left. Never spends a try. */
    CardReading read();

    /**
     * VERIFY with the authentication PIN, then SIGN with the authentication key, in one transaction; the card is reset
     * before it is released, so that a later SIGN without a PIN answers 6982. VERIFY is sent at most once.
     *
     * @param pin ASCII digits; the caller owns the array and wipes it
     * @param sha256 the 32-byte digest to sign; it is wrapped in a PKCS#1 DigestInfo
     */
    PinOutcome sign(byte[] pin, byte[] sha256);

    /**
     * For a {@link CardReading.PinFirst} token: VERIFY, the certificate, what {@code signing} says of it, SIGN, in one
     * transaction; otherwise as {@link #sign}.
     */
    PinOutcome readAndSign(byte[] pin, Signing signing);

    /** Everything that the token tells without a PIN. Never spends a try. */
    CardInspection inspect();

    /**
     * The signature certificate, for a resident who wants to know what it says. The password is sent at most once; the card is
     * reset afterwards.
     *
     * @param password 6 to 16 upper-case ASCII letters and digits; the caller owns the array and wipes it
     */
    SignatureReading readSignatureCertificate(byte[] password);

    /**
     * VERIFY with the current authentication PIN, then CHANGE to the next one; each is sent at most once and the card is reset
     * afterwards.
     *
     * @param current four ASCII digits, as {@code next}; the caller owns both arrays and wipes them
     */
    PinChange changePin(byte[] current, byte[] next);

    /** Resets the card and lets it go. Never fails, may be called twice. */
    @Override
    void close();
}
