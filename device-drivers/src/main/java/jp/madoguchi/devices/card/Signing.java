package jp.madoguchi.devices.card;

import java.util.Optional;

/** Decides what a token signs whose certificate is readable after the PIN only. */
@FunctionalInterface
public interface Signing {
    /**
     * Called at most once, on the session's thread, while the card is held with its PIN verified: must be quick, and never
     * touches the session.
     *
     * @param certificate the user-authentication certificate, DER, exactly its own length; the callee's to keep
     * @return the 32-byte SHA-256 digest to sign; empty: nothing is to be signed
     */
    Optional<byte[]> digest(byte[] certificate);
}
