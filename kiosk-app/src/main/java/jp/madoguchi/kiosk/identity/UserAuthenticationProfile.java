package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;

/**
 * Examines user-authentication certificates (利用者証明用電子証明書) against JPKI's profile and the configured CAs. Immutable; safe
 * for use by several threads. Asks no validity service: revocation is the center's to know.
 */
@CheckReturnValue
public final class UserAuthenticationProfile {
    private final CertificateProfile profile;
    private final Clock clock;

    /** @param anchors for user authentication */
    public UserAuthenticationProfile(TrustAnchors anchors, Clock clock) {
        this.profile = new CertificateProfile(anchors, Purpose.USER_AUTHENTICATION);
        this.clock = clock;
    }

    /** Examines a certificate as the card gave it. */
    public CardCertificate examine(byte[] der) {
        return profile.examine(der, clock.instant());
    }
}
