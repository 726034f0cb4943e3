package jp.madoguchi.kiosk.identity;

import java.util.Optional;

/**
 * What a signature certificate came to.
 *
 * @param state at the instant at which it was examined
 * @param holder whom it names; absent unless a known CA signed it and all but its time is as it should be
 */
public record SignatureCertificate(CardCertificate state, Optional<Holder> holder) {
    /** Without the holder. */
    @Override
    public String toString() {
        return "SignatureCertificate[" + state + "]";
    }
}
