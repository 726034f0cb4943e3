package jp.madoguchi.kiosk.terms;

/** Why the center gave no answer that counts. A refusal is not a trouble: see {@link Refusal}. */
public enum CenterTrouble {
    /** No connection: nothing was sent. */
    UNREACHABLE,
    /** Something was sent and no whole answer came: nobody knows what the center did. */
    UNCERTAIN,
    /** TLS failed: who answered is not the center, or the center does not accept this kiosk's certificate. */
    UNTRUSTED,
    /** The answer is not what the protocol allows. */
    GARBLED
}
