package jp.madoguchi.devices.card;

/** The answer of reading the signature certificate, which the signature password guards. Wrong and blocked never merge. */
public sealed interface SignatureReading {
    /** @param certificate DER, exactly its own length; it names its holder */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copied in and out
    record Read(byte[] certificate) implements SignatureReading {
        public Read {
            certificate = certificate.clone();
        }

        @Override
        public byte[] certificate() {
            return certificate.clone();
        }
    }

    /** Wrong password, {@code triesLeft >= 1} of 5. */
    record Wrong(int triesLeft) implements SignatureReading {}

    /** @param now true when this very attempt blocked it, false when it was blocked before */
    record Blocked(boolean now) implements SignatureReading {}

    /** The token carries no signature certificate. */
    record Absent() implements SignatureReading {}

    /** Failed before the password was sent: no try was spent. */
    record Failed(CardFailure failure) implements SignatureReading {}

    /** The password was sent and its answer, or the certificate after it, never came: a try may have been spent. */
    record Uncertain(CardFailure failure) implements SignatureReading {}
}
