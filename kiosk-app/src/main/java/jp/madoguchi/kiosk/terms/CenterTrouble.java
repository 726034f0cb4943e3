package jp.madoguchi.kiosk.terms;

/** Why the center gave no answer that counts. A refusal is not a trouble: see {@link Refusal}. */
public enum CenterTrouble {
    /** No connection: nothing was sent. */
    UNREACHABLE,
    /** Something was sent and no whole answer came: nobody knows what the center did. */
    UNCERTAIN,
    /** The handshake of TLS failed: who answers is not the center. Nothing was sent. */
    UNTRUSTED,
    /** The answer is not what the protocol allows. */
    GARBLED;

    /** Whether the center surely knows nothing of the request. */
    public boolean nothingWasSent() {
        return this == UNREACHABLE || this == UNTRUSTED;
    }
}
