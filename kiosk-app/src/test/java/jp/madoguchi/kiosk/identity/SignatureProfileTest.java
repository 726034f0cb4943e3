package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.center.TestPki.Draft;
import jp.madoguchi.kiosk.center.TestPki.Identity;
import jp.madoguchi.kiosk.identity.CardCertificate.Expired;
import jp.madoguchi.kiosk.identity.CardCertificate.UnknownIssuer;
import jp.madoguchi.kiosk.identity.CardCertificate.Unsuitable;
import jp.madoguchi.kiosk.identity.CardCertificate.Valid;
import jp.madoguchi.kiosk.identity.Holder.Sex;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SignatureProfileTest {
    private static final Identity CA = TestCards.NEWER_CA;

    /** The personal data by the last arc of its object identifier. */
    private static final Map<Integer, String> SOMEBODY =
            Map.of(1, "見本 太郎", 2, "01000", 3, "1", 4, "319800131", 5, "東京都架空区見本町一丁目1番1号", 6, "0000000000000000");

    record Amiss(String what, CertificateFlaw flaw, Consumer<Draft> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource
    void examine_notOfTheProfile_isUnsuitableAndNamesNobody(Amiss amiss) {
        SignatureCertificate examined = examine(card(amiss.change()), TestPki.NOW);

        assertEquals(new Unsuitable(amiss.flaw()), examined.state());
        assertEquals(Optional.empty(), examined.holder());
    }

    static Stream<Amiss> examine_notOfTheProfile_isUnsuitableAndNamesNobody() {
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
                                Extension.certificatePolicies, true, TestCards.policy("1.2.392.200149.8.5.1.3.30"))),
                new Amiss("no names", CertificateFlaw.HOLDER, draft -> draft.without(Extension.subjectAlternativeName)),
                new Amiss(
                        "names that are none",
                        CertificateFlaw.HOLDER,
                        draft -> draft.with(Extension.subjectAlternativeName, false, new ASN1Integer(1))),
                without(1),
                without(3),
                without(4),
                without(5),
                with(1, ""),
                with(2, "X"),
                with(6, "X"),
                new Amiss(
                        "two names",
                        CertificateFlaw.HOLDER,
                        draft -> names(draft, personal(1, "見本 太郎"), others(SOMEBODY))),
                new Amiss(
                        "an address that is no text",
                        CertificateFlaw.HOLDER,
                        draft -> names(draft, personal(5, new ASN1Integer(1)), others(but(5, null)))));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "3",
        "31980013",
        "3198001311",
        "X19800131",
        "319801301",
        "319800231",
        "3X9800101",
        "30000",
        "3198000XX"
    })
    void examine_birthDateThatIsNone_isUnsuitable(String text) {
        SignatureCertificate examined = examine(card(data(but(4, text))), TestPki.NOW);

        assertEquals(new Unsuitable(CertificateFlaw.HOLDER), examined.state());
    }

    @Test
    void examine_noCertificate_isUnsuitable() {
        assertEquals(
                new SignatureCertificate(new Unsuitable(CertificateFlaw.ENCODING), Optional.empty()),
                examine(new byte[] {1}, TestPki.NOW));
    }

    @Test
    void examine_unknownIssuer_namesNobody() {
        Identity other = TestCards.authority(TestCards.CA_NAME, TestCards.ENDS);
        byte[] card = TestCards.card(other, draft -> ordinary(draft, SOMEBODY));

        assertEquals(new SignatureCertificate(new UnknownIssuer(), Optional.empty()), examine(card, TestPki.NOW));
    }

    @Test
    void examine_expired_stillNamesItsHolder() {
        SignatureCertificate examined = examine(card(draft -> {}), TestCards.ENDS.plusSeconds(1));

        assertEquals(new Expired(TestCards.ENDS), examined.state());
        assertTrue(examined.holder().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"419000000", "319800100", "400000000", "319801300"})
    void examine_birthDateThatTheRegisterDoesNotKnow_isAbsent(String text) {
        assertEquals(Optional.empty(), holder(but(4, text)).birthDate());
    }

    @ParameterizedTest
    @CsvSource({"1, MALE", "2, FEMALE", "3, OTHER", "9, OTHER"})
    void examine_sex_isReadByItsCode(String code, Sex sex) {
        assertEquals(sex, holder(but(3, code)).sex());
    }

    @Test
    void examine_asItShouldBe_namesItsHolder() {
        assertEquals(
                new Holder("見本 太郎", true, Sex.MALE, Optional.of(LocalDate.of(1980, 1, 31)), "東京都架空区見本町一丁目1番1号", false),
                holder(SOMEBODY));
    }

    @Test
    void examine_withoutFlags_hasNoSubstitutes() {
        Map<Integer, String> data = but(2, null);
        data.remove(6);

        assertFalse(holder(data).nameSubstituted());
        assertFalse(holder(data).addressSubstituted());
        assertTrue(holder(but(6, "0010")).addressSubstituted());
    }

    @Test
    void examine_otherNamesOfOthers_areNotRead() {
        GeneralName other = new GeneralName(
                GeneralName.otherName,
                new OtherName(new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1"), new ASN1Integer(1)));

        SignatureCertificate examined = examine(
                card(draft -> names(
                        draft,
                        other,
                        Stream.concat(
                                        Stream.of(new GeneralName(GeneralName.dNSName, "x.invalid")),
                                        Stream.of(others(SOMEBODY)))
                                .toArray(GeneralName[]::new))),
                TestPki.NOW);

        assertInstanceOf(Valid.class, examined.state());
    }

    @Test
    void asText_ofCertificateAndHolder_namesNobody() {
        SignatureCertificate examined = examine(card(draft -> {}), TestPki.NOW);

        assertEquals("SignatureCertificate[Valid[notAfter=2031-04-02T14:59:59Z]]", examined.toString());
        assertEquals("Holder[]", examined.holder().orElseThrow().toString());
    }

    private static Holder holder(Map<Integer, String> data) {
        return examine(card(data(data)), TestPki.NOW).holder().orElseThrow();
    }

    private static SignatureCertificate examine(byte[] certificate, Instant now) {
        try {
            TrustAnchors anchors =
                    TrustAnchors.of(Purpose.DIGITAL_SIGNATURE, Set.of(CA.certificate()), SignatureAlgorithm.USUAL);
            return new SignatureProfile(anchors, Clock.fixed(now, ZoneOffset.UTC)).examine(certificate);
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    /** A signature certificate as it should be, changed by {@code change}. */
    private static byte[] card(Consumer<Draft> change) {
        return TestCards.card(CA, draft -> {
            ordinary(draft, SOMEBODY);
            change.accept(draft);
        });
    }

    private static void ordinary(Draft draft, Map<Integer, String> data) {
        draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .with(Extension.certificatePolicies, true, TestCards.policy("1.2.392.200149.8.5.1.1.20"))
                .with(Extension.subjectAlternativeName, false, new GeneralNames(others(data)));
    }

    private static Consumer<Draft> data(Map<Integer, String> data) {
        return draft -> draft.with(Extension.subjectAlternativeName, false, new GeneralNames(others(data)));
    }

    private static Amiss without(int arc) {
        return new Amiss("without " + arc, CertificateFlaw.HOLDER, data(but(arc, null)));
    }

    private static Amiss with(int arc, String value) {
        return new Amiss(arc + " is '" + value + "'", CertificateFlaw.HOLDER, data(but(arc, value)));
    }

    /** Somebody, with another value or without one. */
    private static Map<Integer, String> but(int arc, @Nullable String value) {
        Map<Integer, String> data = new TreeMap<>(SOMEBODY);
        if (value == null) {
            data.remove(arc);
        } else {
            data.put(arc, value);
        }
        return data;
    }

    private static void names(Draft draft, GeneralName first, GeneralName... more) {
        draft.with(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(
                        Stream.concat(Stream.of(first), Stream.of(more)).toArray(GeneralName[]::new)));
    }

    private static GeneralName[] others(Map<Integer, String> data) {
        return data.entrySet().stream()
                .map(each -> personal(each.getKey(), each.getValue()))
                .toArray(GeneralName[]::new);
    }

    private static GeneralName personal(int arc, String value) {
        return personal(arc, new DERUTF8String(value));
    }

    private static GeneralName personal(int arc, ASN1Encodable value) {
        return new GeneralName(
                GeneralName.otherName, new OtherName(new ASN1ObjectIdentifier("1.2.392.200149.8.5.5." + arc), value));
    }
}
