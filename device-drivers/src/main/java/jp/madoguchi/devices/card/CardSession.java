package jp.madoguchi.devices.card;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * One card from placement to removal. All methods block, and are called from the thread that opened the session.
 * A card that left the reader makes every later call answer {@link CardFailure#REMOVED}; a session never moves on to another card.
 */
@CheckReturnValue
public interface CardSession extends AutoCloseable {
    /** Token info, certificate and tries left, without a PIN. Never spends a try. */
    CardReading read();

    /**
     * VERIFY with the authentication PIN, then SIGN with the authentication key, in one transaction; the card is reset
     * before it is released, so that a later SIGN without a PIN answers 6982. VERIFY is sent at most once.
     *
     * @param pin ASCII digits; the caller owns the array and wipes it
     * @param sha256 the 32-byte digest to sign; it is wrapped in a PKCS#1 DigestInfo
     */
    PinOutcome sign(byte[] pin, byte[] sha256);

    /** Resets the card and lets it go. Never fails, may be called twice. */
    @Override
    void close();
}
