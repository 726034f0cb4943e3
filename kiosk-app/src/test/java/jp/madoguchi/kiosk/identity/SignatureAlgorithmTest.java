package jp.madoguchi.kiosk.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.center.TestPki.Identity;
import jp.madoguchi.kiosk.identity.CardCertificate.Unsuitable;
import jp.madoguchi.kiosk.identity.CardCertificate.Valid;
import org.junit.jupiter.api.Test;

final class SignatureAlgorithmTest {
    private static final KeyPair NEXT_KEYS = TestPki.p384();
    private static final Identity NEXT_CA = TestCards.authority(TestCards.CA_NAME, TestPki.p384(), draft -> {});

    @Test
    void named_unknownOrPast_isNone() {
        assertEquals(Optional.empty(), SignatureAlgorithm.named("rsa-1024-sha-1"));
        assertEquals(Optional.empty(), SignatureAlgorithm.named("RSA-2048-SHA-256"));
        assertEquals(Set.of("rsa-2048-sha-256", "ecdsa-p-384-sha-384"), SignatureAlgorithm.names());
    }

    @Test
    void named_usual_isFound() {
        assertEquals(Optional.of(SignatureAlgorithm.RSA_2048_SHA_256), SignatureAlgorithm.named("rsa-2048-sha-256"));
    }

    @Test
    void suits_otherCurveOrSmallerKey_isFalse() {
        assertFalse(SignatureAlgorithm.ECDSA_P_384_SHA_384.suits(TestPki.ec().getPublic()));
        assertFalse(SignatureAlgorithm.ECDSA_P_384_SHA_384.suits(TestCards.CARD_KEYS.getPublic()));
        assertFalse(SignatureAlgorithm.RSA_2048_SHA_256.suits(NEXT_KEYS.getPublic()));
        assertFalse(SignatureAlgorithm.RSA_2048_SHA_256.suits(TestPki.rsa(2032).getPublic()));
        assertTrue(SignatureAlgorithm.RSA_2048_SHA_256.suits(TestCards.CARD_KEYS.getPublic()));
        assertTrue(SignatureAlgorithm.ECDSA_P_384_SHA_384.suits(NEXT_KEYS.getPublic()));
    }

    @Test
    void examine_nextGenerationUnderTheOldCa_needsBothAlgorithms() throws CertificateException {
        byte[] card = TestCards.card(TestCards.NEWER_CA, NEXT_KEYS, draft -> {});

        assertEquals(
                new Unsuitable(CertificateFlaw.PUBLIC_KEY),
                examine(card, TestCards.NEWER_CA, SignatureAlgorithm.RSA_2048_SHA_256));
        assertInstanceOf(
                Valid.class,
                examine(
                        card,
                        TestCards.NEWER_CA,
                        SignatureAlgorithm.RSA_2048_SHA_256,
                        SignatureAlgorithm.ECDSA_P_384_SHA_384));
    }

    @Test
    void examine_digestOfAnotherAlgorithm_isUnsuitable() throws CertificateException {
        byte[] card = TestCards.card(NEXT_CA, NEXT_KEYS, draft -> {}); // signed with SHA-256

        assertEquals(
                new Unsuitable(CertificateFlaw.SIGNATURE_ALGORITHM),
                examine(card, NEXT_CA, SignatureAlgorithm.ECDSA_P_384_SHA_384));
    }

    @Test
    void examine_nextGenerationWhereItIsConfigured_isValidAndItsSignatureCounts()
            throws CertificateException, GeneralSecurityException {
        byte[] card = TestCards.card(NEXT_CA, NEXT_KEYS, draft -> draft.algorithm = Optional.of("SHA384withECDSA"));
        Valid valid = assertInstanceOf(Valid.class, examine(card, NEXT_CA, SignatureAlgorithm.ECDSA_P_384_SHA_384));
        byte[] text = "what the card is asked to sign".getBytes(US_ASCII);
        Signature signer = Signature.getInstance("SHA384withECDSA");
        signer.initSign(NEXT_KEYS.getPrivate());
        signer.update(text);

        assertTrue(valid.signed(text, signer.sign()));
        assertFalse(valid.signed(text, new byte[96]));
    }

    private static CardCertificate examine(byte[] card, Identity authority, SignatureAlgorithm... algorithms)
            throws CertificateException {
        TrustAnchors anchors =
                TrustAnchors.of(Purpose.USER_AUTHENTICATION, Set.of(authority.certificate()), Set.of(algorithms));
        return new UserAuthenticationProfile(anchors, Clock.fixed(TestPki.NOW, ZoneOffset.UTC)).examine(card);
    }
}
