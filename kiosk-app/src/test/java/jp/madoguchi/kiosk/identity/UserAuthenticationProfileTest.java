package jp.madoguchi.kiosk.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.center.TestPki.Draft;
import jp.madoguchi.kiosk.identity.CardCertificate.Expired;
import jp.madoguchi.kiosk.identity.CardCertificate.NotYetValid;
import jp.madoguchi.kiosk.identity.CardCertificate.UnknownIssuer;
import jp.madoguchi.kiosk.identity.CardCertificate.Unsuitable;
import jp.madoguchi.kiosk.identity.CardCertificate.Valid;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UserAuthenticationProfileTest {
    private static final byte[] TEXT = "what the card is asked to sign".getBytes(US_ASCII);

    record Flawed(CertificateFlaw flaw, String what, Supplier<byte[]> certificate) {
        @Override
        public String toString() {
            return flaw + ": " + what;
        }
    }

    @ParameterizedTest
    @MethodSource
    void examine_notOfTheProfile_isUnsuitable(Flawed flawed) {
        assertEquals(new Unsuitable(flawed.flaw()), examine(flawed.certificate().get()));
    }

    static Stream<Flawed> examine_notOfTheProfile_isUnsuitable() {
        byte[] right = right();
        return Stream.of(
                new Flawed(CertificateFlaw.ENCODING, "nothing", () -> new byte[0]),
                new Flawed(CertificateFlaw.ENCODING, "no certificate", () -> TEXT),
                new Flawed(CertificateFlaw.ENCODING, "truncated", () -> Arrays.copyOf(right, right.length - 1)),
                new Flawed(CertificateFlaw.ENCODING, "filler after it", () -> TestCards.and(right, 0xFF)),
                flawed(
                        CertificateFlaw.SIGNATURE_ALGORITHM,
                        "SHA-1",
                        draft -> draft.algorithm = Optional.of("SHA1withRSA")),
                flawed(
                        CertificateFlaw.SIGNATURE_ALGORITHM,
                        "SHA-384",
                        draft -> draft.algorithm = Optional.of("SHA384withRSA")),
                keyed(TestPki.p384(), "on an elliptic curve"),
                keyed(TestPki.rsa(1024), "RSA of 1024 bits"),
                flawed(
                        CertificateFlaw.CRITICAL_EXTENSION,
                        "unknown",
                        draft -> draft.with(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, new ASN1Integer(1))),
                flawed(CertificateFlaw.KEY_USAGE, "none", draft -> draft.without(Extension.keyUsage)),
                flawed(
                        CertificateFlaw.KEY_USAGE,
                        "not critical",
                        draft -> draft.with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature))),
                flawed(
                        CertificateFlaw.KEY_USAGE,
                        "not for signing",
                        draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment))),
                flawed(
                        CertificateFlaw.KEY_USAGE,
                        "for certificates too",
                        draft -> draft.with(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))),
                flawed(
                        CertificateFlaw.KEY_USAGE,
                        "for revocation lists too",
                        draft -> draft.with(
                                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.cRLSign))),
                flawed(
                        CertificateFlaw.BASIC_CONSTRAINTS,
                        "a CA",
                        draft -> draft.with(Extension.basicConstraints, true, new BasicConstraints(true))),
                flawed(
                        CertificateFlaw.BASIC_CONSTRAINTS,
                        "a CA that may certify no other",
                        draft -> draft.with(Extension.basicConstraints, true, new BasicConstraints(0))),
                flawed(CertificateFlaw.POLICY, "none", draft -> draft.without(Extension.certificatePolicies)),
                flawed(
                        CertificateFlaw.POLICY,
                        "the signature certificate's",
                        draft -> draft.with(
                                Extension.certificatePolicies, true, TestCards.policy("1.2.392.200149.8.5.1.1.20"))),
                flawed(
                        CertificateFlaw.POLICY,
                        "not to be read",
                        draft -> draft.with(Extension.certificatePolicies, false, new ASN1Integer(1))),
                flawed(
                        CertificateFlaw.KEY_IDENTIFIER,
                        "issuer's missing",
                        draft -> draft.without(Extension.authorityKeyIdentifier)),
                flawed(
                        CertificateFlaw.KEY_IDENTIFIER,
                        "own missing",
                        draft -> draft.without(Extension.subjectKeyIdentifier)),
                flawed(
                        CertificateFlaw.KEY_IDENTIFIER,
                        "another generation's",
                        draft -> draft.with(
                                Extension.authorityKeyIdentifier,
                                false,
                                TestCards.utils()
                                        .createAuthorityKeyIdentifier(
                                                TestCards.OLDER_CA.keys().getPublic()))));
    }

    @Test
    void examine_caOfTheSameNameNotInstalled_isUnknownIssuer() {
        byte[] certificate = TestCards.card(TestCards.authority(TestCards.CA_NAME, TestCards.ENDS), draft -> {});

        assertEquals(new UnknownIssuer(), examine(certificate));
    }

    @Test
    void examine_issuerNamedOtherwise_isUnknownIssuer() {
        assertEquals(
                new UnknownIssuer(),
                examine(TestCards.card(TestCards.NEWER_CA, draft -> draft.issuer = "C=JP,O=JPKI")));
    }

    @Test
    void examine_aBitOfTheSignature_isUnknownIssuer() {
        byte[] certificate = right();
        certificate[certificate.length - 1] ^= 1;

        assertEquals(new UnknownIssuer(), examine(certificate));
    }

    @Test
    void examine_beforeAndAfterItsTime_saysSo() {
        assertEquals(new NotYetValid(TestCards.ISSUED), examine(right(), TestCards.ISSUED.minusSeconds(1)));
        assertEquals(new Expired(TestCards.ENDS), examine(right(), TestCards.ENDS.plusSeconds(1)));
    }

    @Test
    void examine_issuerEndsFirst_endsWithIt() {
        Instant issuerEnds = TestCards.NEWER_CA.certificate().getNotAfter().toInstant();
        byte[] certificate = TestCards.card(TestCards.NEWER_CA, draft -> draft.notAfter = issuerEnds.plusSeconds(10));

        assertEquals(new Expired(issuerEnds), examine(certificate, issuerEnds.plusSeconds(1)));
    }

    @Test
    void examine_eitherGeneration_isFoundByItsSignature() {
        assertInstanceOf(Valid.class, examine(TestCards.card(TestCards.OLDER_CA, draft -> {})));
        assertInstanceOf(Valid.class, examine(TestCards.card(TestCards.NEWER_CA, draft -> {})));
    }

    @Test
    void examine_atBothEdgesOfItsTime_isValid() {
        assertInstanceOf(Valid.class, examine(right(), TestCards.ISSUED));
        Valid valid = assertInstanceOf(Valid.class, examine(right(), TestCards.ENDS));

        assertEquals(TestCards.ENDS, valid.notAfter());
    }

    @Test
    void valid_asText_namesNobody() {
        Valid valid = assertInstanceOf(Valid.class, examine(right()));

        assertEquals("Valid[notAfter=2031-04-02T14:59:59Z]", valid.toString());
    }

    @Test
    void signed_anythingButThisCardOverThisText_isFalse() throws GeneralSecurityException {
        Valid valid = assertInstanceOf(Valid.class, examine(right()));
        byte[] signature = sign(TestCards.CARD_KEYS, TEXT);

        assertFalse(valid.signed(TEXT, sign(TestCards.NEWER_CA.keys(), TEXT)));
        assertFalse(valid.signed(TEXT, sign(TestCards.CARD_KEYS, new byte[] {1})));
        assertFalse(valid.signed(TEXT, Arrays.copyOf(signature, 255)));
        assertFalse(valid.signed(TEXT, new byte[0]));
        assertTrue(valid.signed(TEXT, signature));
    }

    @Test
    void profile_anchorsOfTheOtherPurpose_areAProgrammersError() throws CertificateException {
        TrustAnchors others = TrustAnchors.of(
                Purpose.DIGITAL_SIGNATURE, Set.of(TestCards.NEWER_CA.certificate()), SignatureAlgorithm.USUAL);

        assertThrows(IllegalArgumentException.class, () -> new UserAuthenticationProfile(others, Clock.systemUTC()));
    }

    private static byte[] sign(KeyPair keys, byte[] text) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(keys.getPrivate());
        signer.update(text);
        return signer.sign();
    }

    private static byte[] right() {
        return TestCards.card(TestCards.NEWER_CA, draft -> {});
    }

    private static Flawed flawed(CertificateFlaw flaw, String what, Consumer<Draft> change) {
        return new Flawed(flaw, what, () -> TestCards.card(TestCards.NEWER_CA, change));
    }

    private static Flawed keyed(KeyPair keys, String what) {
        return new Flawed(
                CertificateFlaw.PUBLIC_KEY, what, () -> TestCards.card(TestCards.NEWER_CA, keys, draft -> {}));
    }

    private static CardCertificate examine(byte[] certificate) {
        return examine(certificate, TestPki.NOW);
    }

    private static CardCertificate examine(byte[] certificate, Instant now) {
        try {
            TrustAnchors anchors = TrustAnchors.of(
                    Purpose.USER_AUTHENTICATION,
                    Set.of(TestCards.OLDER_CA.certificate(), TestCards.NEWER_CA.certificate()),
                    SignatureAlgorithm.USUAL);
            return new UserAuthenticationProfile(anchors, Clock.fixed(now, ZoneOffset.UTC)).examine(certificate);
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
