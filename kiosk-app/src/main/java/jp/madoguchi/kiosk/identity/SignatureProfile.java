package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import jp.madoguchi.kiosk.identity.CardCertificate.UnknownIssuer;
import jp.madoguchi.kiosk.identity.CardCertificate.Unsuitable;

/**
 * Examines signature certificates (署名用電子証明書) against JPKI's profile and the configured CAs, for the certificate check: it can
 * be read only after its holder has given the signature password. Immutable; safe for use by several threads.
 */
@CheckReturnValue
public final class SignatureProfile {
    private final CertificateProfile profile;
    private final Clock clock;

    /** @param anchors for digital signatures */
    public SignatureProfile(TrustAnchors anchors, Clock clock) {
        this.profile = new CertificateProfile(anchors, Purpose.DIGITAL_SIGNATURE);
        this.clock = clock;
    }

    /** Examines a certificate as the card gave it. */
    public SignatureCertificate examine(byte[] der) {
        Optional<X509Certificate> certificate = CertificateReading.certificate(der);
        if (certificate.isEmpty()) {
            return nobodys(new Unsuitable(CertificateFlaw.ENCODING));
        }
        CardCertificate state = profile.examine(certificate.get(), clock.instant());
        if (state instanceof UnknownIssuer || state instanceof Unsuitable) {
            return nobodys(state);
        }
        Optional<Holder> holder = HolderReading.of(certificate.get());
        return holder.isPresent()
                ? new SignatureCertificate(state, holder)
                : nobodys(new Unsuitable(CertificateFlaw.HOLDER));
    }

    private static SignatureCertificate nobodys(CardCertificate state) {
        return new SignatureCertificate(state, Optional.empty());
    }
}
