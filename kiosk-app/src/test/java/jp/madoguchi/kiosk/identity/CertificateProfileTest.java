package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.center.TestPki.Draft;
import jp.madoguchi.kiosk.center.TestPki.Identity;
import jp.madoguchi.kiosk.identity.CardCertificate.Expired;
import jp.madoguchi.kiosk.identity.CardCertificate.UnknownIssuer;
import jp.madoguchi.kiosk.identity.CardCertificate.Unsuitable;
import jp.madoguchi.kiosk.identity.CardCertificate.Valid;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profile of signature certificates, which the certificate check shows. */
final class CertificateProfileTest {
    private static final Identity CA = TestCards.NEWER_CA;

    record Amiss(String what, CertificateFlaw flaw, Consumer<Draft> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Amiss> amiss() {
        return Stream.of(
                new Amiss(
                        "no nonRepudiation",
                        CertificateFlaw.KEY_USAGE,
                        draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))),
                new Amiss(
                        "no digitalSignature",
                        CertificateFlaw.KEY_USAGE,
                        draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))),
                new Amiss(
                        "the authentication certificate's policy",
                        CertificateFlaw.POLICY,
                        draft -> draft.with(
                                Extension.certificatePolicies, true, TestCards.policy("1.2.392.200149.8.5.1.3.30"))));
    }

    @ParameterizedTest
    @MethodSource("amiss")
    void examine_notOfTheProfile_isUnsuitable(Amiss amiss) throws CertificateException {
        assertEquals(new Unsuitable(amiss.flaw()), examine(card(CA, amiss.change()), TestPki.NOW));
    }

    @Test
    void examine_asItShouldBe_isValidInItsTime() throws CertificateException {
        byte[] card = card(CA, draft -> {});

        assertInstanceOf(Valid.class, examine(card, TestPki.NOW));
        assertEquals(new Expired(TestCards.ENDS), examine(card, TestCards.ENDS.plusSeconds(1)));
    }

    @Test
    void examine_otherBytesOrIssuer_isNotTakenForIt() throws CertificateException {
        Identity other = TestCards.authority(TestCards.CA_NAME, TestCards.ENDS);

        assertEquals(new Unsuitable(CertificateFlaw.ENCODING), examine(new byte[] {1}, TestPki.NOW));
        assertEquals(new UnknownIssuer(), examine(card(other, draft -> {}), TestPki.NOW));
    }

    private static CardCertificate examine(byte[] certificate, Instant now) throws CertificateException {
        TrustAnchors anchors =
                TrustAnchors.of(Purpose.DIGITAL_SIGNATURE, Set.of(CA.certificate()), SignatureAlgorithm.USUAL);
        return new CertificateProfile(anchors, Purpose.DIGITAL_SIGNATURE).examine(certificate, now);
    }

    /** A signature certificate as it should be, changed by {@code change}. */
    private static byte[] card(Identity issuer, Consumer<Draft> change) {
        return TestCards.card(issuer, draft -> {
            draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .with(Extension.certificatePolicies, true, TestCards.policy("1.2.392.200149.8.5.1.1.20"));
            change.accept(draft);
        });
    }
}
