package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestPki.Draft;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateFacts.State;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateOutlineTest {
    private static final String POLICY = "1.2.392.200149.8.5.1.3.30";

    private static CertificateFacts facts(byte[] der, String now) {
        return outline(now).of(der).orElseThrow();
    }

    private static CertificateOutline outline(String now) {
        try {
            TrustAnchors anchors = TrustAnchors.of(
                    Purpose.USER_AUTHENTICATION, Set.of(TestCards.NEWER_CA.certificate()), SignatureAlgorithm.USUAL);
            Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
            return new CertificateOutline(anchors, clock);
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] card(Consumer<Draft> change) {
        return TestCards.card(TestCards.NEWER_CA, change);
    }

    private static Consumer<Draft> qualified(PolicyQualifierInfo qualifier) {
        return draft -> draft.with(
                Extension.certificatePolicies,
                true,
                new CertificatePolicies(
                        new PolicyInformation(new ASN1ObjectIdentifier(POLICY), new DERSequence(qualifier))));
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("2026-11-22T03:00:00Z", State.VALID),
                Arguments.of("2031-04-02T14:59:59Z", State.VALID),
                Arguments.of("2031-04-02T15:00:00Z", State.ENDED),
                Arguments.of("2025-12-31T23:59:59Z", State.NOT_YET_VALID));
    }

    @ParameterizedTest
    @MethodSource("states")
    void certificate_ofAKnownIssuer_hasItsStateAndItsIssuersGeneration(String now, State state) {
        assertEquals(
                new CertificateFacts(
                        state,
                        TestCards.ENDS,
                        new CertificateFacts.Issuer("JPKI for user authentication", OptionalInt.of(2025)),
                        Optional.of(POLICY),
                        Optional.empty(),
                        Optional.empty()),
                facts(card(draft -> {}), now));
    }

    @Test
    void certificate_ofAnUnknownIssuer_isToldAsItSaysAndPointsNowhere() {
        PolicyQualifierInfo statement = new PolicyQualifierInfo("https://jpki-test.invalid/cps.html");
        CertificateFacts facts =
                facts(TestCards.card(TestCards.OLDER_CA, qualified(statement)), "2026-11-22T03:00:00Z");
        assertEquals(State.UNKNOWN_ISSUER, facts.state());
        assertEquals(OptionalInt.empty(), facts.issuer().since());
        assertEquals(Optional.empty(), facts.statement());
        assertEquals(TestCards.ENDS, facts.ends());
    }

    @Test
    void statement_ofAKnownIssuer_isItsOwn() {
        String address = "https://jpki-test.invalid/cps.html";
        CertificateFacts facts = facts(card(qualified(new PolicyQualifierInfo(address))), "2026-11-22T03:00:00Z");
        assertEquals(Optional.of(address), facts.statement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://a b", "ftp://jpki-test.invalid/", ""})
    void statement_thatIsNoAddress_isLeftOut(String address) {
        CertificateFacts facts = facts(card(qualified(new PolicyQualifierInfo(address))), "2026-11-22T03:00:00Z");
        assertEquals(Optional.empty(), facts.statement());
    }

    @Test
    void statement_ofAnotherShape_isLeftOut() {
        PolicyQualifierInfo odd = new PolicyQualifierInfo(PolicyQualifierId.id_qt_cps, new DERUTF8String("https://a"));
        assertEquals(
                Optional.empty(),
                facts(card(qualified(odd)), "2026-11-22T03:00:00Z").statement());
    }

    /** The CertID of RFC 6960, as another program makes it. */
    @Test
    void question_ofAKnownIssuer_isItsCertIdAndNamesNobody() throws Exception {
        byte[] card = card(draft -> {});
        StatusQuestion question = outline("2026-11-22T03:00:00Z").question(card).orElseThrow();
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new JcaX509CertificateHolder(TestCards.NEWER_CA.certificate()),
                new X509CertificateHolder(card).getSerialNumber());
        assertArrayEquals(id.getIssuerNameHash(), question.issuerName().bytes());
        assertArrayEquals(id.getIssuerKeyHash(), question.issuerKey().bytes());
        assertEquals(id.getSerialNumber(), question.serial());
        assertEquals(TestCards.ISSUED, question.notBefore());
        assertEquals("StatusQuestion", question.toString());
    }

    @Test
    void question_ofAnUnknownIssuer_isNobodysToAnswer() {
        CertificateOutline outline = outline("2026-11-22T03:00:00Z");
        assertEquals(Optional.empty(), outline.question(TestCards.card(TestCards.OLDER_CA, draft -> {})));
        assertEquals(Optional.empty(), outline.question(new byte[] {0x30, 0}));
    }

    @Test
    void facts_inWords_nameNobody() {
        String text = facts(card(draft -> {}), "2026-11-22T03:00:00Z").toString();
        assertFalse(text.contains("FICTIONAL"), text);
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void publishedAnchors_ofEachPurpose_areThere(Purpose purpose) {
        TrustAnchors anchors = TrustAnchors.published(purpose);
        assertEquals(2, anchors.certificates().size());
        assertEquals(true, anchors.production());
    }

    static Stream<Purpose> purposes() {
        return Stream.of(Purpose.values());
    }
}
