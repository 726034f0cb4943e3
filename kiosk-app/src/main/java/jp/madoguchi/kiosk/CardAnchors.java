package jp.madoguchi.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.identity.OlderPki;
import jp.madoguchi.kiosk.identity.Purpose;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;
import jp.madoguchi.kiosk.identity.TrustAnchors;

/**
 * The CAs whose cards a kiosk knows.
 *
 * @param authentication with whose certificates residents log in
 * @param signature whose certificates are only shown
 * @param older those of 住民基本台帳カード, which are only shown
 */
record CardAnchors(TrustAnchors authentication, TrustAnchors signature, Optional<OlderPki> older) {

    /** Throws, naming the rule, when those that the configuration names cannot be used, or not together. */
    static CardAnchors of(KioskConfig config) throws IOException {
        KioskConfig.Card card = config.card();
        TrustAnchors authentication = anchors(Purpose.USER_AUTHENTICATION, card.anchors(), card.algorithms());
        TrustAnchors signature = card.signatureAnchors().isEmpty()
                ? TrustAnchors.published(Purpose.DIGITAL_SIGNATURE)
                : anchors(Purpose.DIGITAL_SIGNATURE, card.signatureAnchors(), card.algorithms());
        if (authentication.production() && !signature.production()) {
            throw unusable("published CAs for user authentication want published ones for signatures");
        }
        if (authentication.production() && config.olderPki().isPresent()) {
            throw unusable("published CAs for user authentication want no [older-pki]: none of its CAs is known as"
                    + " published");
        }
        return new CardAnchors(
                authentication,
                signature,
                config.olderPki().isPresent()
                        ? Optional.of(older(config.olderPki().get()))
                        : Optional.empty());
    }

    private static TrustAnchors anchors(Purpose purpose, List<Path> files, Set<SignatureAlgorithm> algorithms)
            throws IOException {
        try {
            return TrustAnchors.load(purpose, files, algorithms);
        } catch (CertificateException refused) {
            throw unusable(refused);
        }
    }

    private static OlderPki older(KioskConfig.Older older) throws IOException {
        try {
            return OlderPki.load(older.anchors(), older.certificates(), older.lists(), older.policies());
        } catch (CertificateException refused) {
            throw unusable(refused);
        }
    }

    private static IOException unusable(String rule) {
        return new IOException("the card's trust anchors cannot be used: " + rule);
    }

    private static IOException unusable(CertificateException refused) {
        return new IOException("the card's trust anchors cannot be used: " + refused.getMessage(), refused);
    }
}
