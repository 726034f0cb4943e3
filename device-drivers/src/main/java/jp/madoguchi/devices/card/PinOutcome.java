package jp.madoguchi.devices.card;

/** The answer of VERIFY followed by SIGN in one card transaction. Wrong and blocked never merge. */
public sealed interface PinOutcome {
    /** The PIN was right and the card signed; {@code signature} is the raw signature value. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copied in and out
    record Signed(byte[] signature) implements PinOutcome {
        public Signed {
            signature = signature.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }
    }

    /** Wrong PIN, {@code triesLeft >= 1}. */
    record Wrong(int triesLeft) implements PinOutcome {}

    /**
     * The PIN is blocked.
     *
     * @param now true when this very attempt blocked it (63C0), false when it was blocked before (6984)
     */
    record Blocked(boolean now) implements PinOutcome {}

    /** Failed before VERIFY was sent: no try was spent. */
    record Failed(CardFailure failure) implements PinOutcome {}

    /** VERIFY was sent and its answer, or the signature after it, never came: a try may have been spent. */
    record Uncertain(CardFailure failure) implements PinOutcome {}

    /** The PIN was right, and {@link Signing} wanted nothing signed with the certificate that the token showed. */
    record Declined() implements PinOutcome {}

    /** The PIN was right, and the token that shows its certificate only now has none. */
    record NoCertificate() implements PinOutcome {}
}
