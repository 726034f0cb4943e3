package jp.madoguchi.simulators.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What openssl x509 -text says of the published CAs, and what a relying party must find. */
class JpkiProfileTest {
    private static final String TAIL = ",OU=Japan Agency for Local Authority Information Systems";

    private static X509CertificateHolder holder(String file) throws Exception {
        return new X509CertificateHolder(
                CardStore.readCertificate(TestCards.ISSUED.dir().resolve(file)));
    }

    private static X509Certificate certificate(String file) throws Exception {
        byte[] der = CardStore.readCertificate(TestCards.ISSUED.dir().resolve(file));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static List<String> extensions(X509CertificateHolder certificate) {
        return Arrays.stream(certificate.getExtensions().getExtensionOIDs())
                .map(oid -> oid.getId() + (certificate.getExtension(oid).isCritical() ? "!" : ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"auth_ca.pem, JPKI for user authentication", "sign_ca.pem, JPKI for digital signature"})
    void authority_hasTheShapeOfThePublishedOne(String file, String unit) throws Exception {
        X509CertificateHolder ca = holder(file);

        assertEquals("C=JP,O=JPKI-TEST,OU=" + unit + TAIL, ca.getSubject().toString());
        assertEquals(ca.getSubject(), ca.getIssuer());
        // keyUsage!, subjectAltName, basicConstraints!, cRLDistributionPoints, subjectKeyIdentifier; no AKI, no AIA
        assertEquals(List.of("2.5.29.15!", "2.5.29.17", "2.5.29.19!", "2.5.29.31", "2.5.29.14"), extensions(ca));
        assertEquals("03020106", TestCards.hex(value(ca, Extension.keyUsage)));
        assertEquals("30030101FF", TestCards.hex(value(ca, Extension.basicConstraints)));
        assertTrue(TestCards.hex(value(ca, Extension.cRLDistributionPoints)).matches("3081..3081..A081..A081..A481.*"));
        assertEquals("2036-11-22T14:59:59Z", ca.getNotAfter().toInstant().toString());
        assertEquals("SHA256withRSA", certificate(file).getSigAlgName());
        certificate(file).verify(certificate(file).getPublicKey());
    }

    @Test
    void authority_namesAreUtf8AndTheCountryIsPrintable() throws Exception {
        byte[] name = holder("auth_ca.pem").getSubject().getEncoded();
        // SET { SEQ { 2.5.4.6, PrintableString JP }}, SET { SEQ { 2.5.4.10, UTF8String JPKI-TEST }}
        assertTrue(TestCards.hex(name).contains("310B3009060355040613024A50"));
        assertTrue(TestCards.hex(name).contains("060355040A0C09" + "4A504B492D54455354"));
    }

    private static byte[] value(X509CertificateHolder certificate, org.bouncycastle.asn1.ASN1ObjectIdentifier oid) {
        return certificate.getExtension(oid).getExtnValue().getOctets();
    }

    @ParameterizedTest
    @CsvSource({
        "auth.pem, auth_ca.pem, 03020780, 1.2.392.200149.8.5.1.3.30, A",
        "sign.pem, sign_ca.pem, 030206C0, 1.2.392.200149.8.5.1.1.20, S"
    })
    void user_hasProfilePolicyAndIdentifiers(String file, String authority, String usage, String policy, String letter)
            throws Exception {
        X509CertificateHolder user = holder("cards/aomori-hanako/" + file);
        X509CertificateHolder ca = holder(authority);

        String subject = user.getSubject().toString();
        assertTrue(subject.matches("C=JP,CN=[0-9A-Z]{14}02201001" + letter), subject);
        assertEquals(usage, TestCards.hex(value(user, Extension.keyUsage)));
        assertTrue(user.getExtension(Extension.keyUsage).isCritical());
        assertEquals("2031-04-02T14:59:59Z", user.getNotAfter().toInstant().toString());
        assertNull(user.getExtension(Extension.basicConstraints));
        assertEquals(
                policy,
                org.bouncycastle.asn1.x509.CertificatePolicies.fromExtensions(user.getExtensions())
                        .getPolicyInformation()[0]
                        .getPolicyIdentifier()
                        .getId());
        assertEquals(
                TestCards.hex(org.bouncycastle.asn1.x509.SubjectKeyIdentifier.fromExtensions(ca.getExtensions())
                        .getKeyIdentifier()),
                TestCards.hex(org.bouncycastle.asn1.x509.AuthorityKeyIdentifier.fromExtensions(user.getExtensions())
                        .getKeyIdentifierOctets()));
        certificate("cards/aomori-hanako/" + file).verify(certificate(authority).getPublicKey());
    }

    @Test
    void authenticationCertificate_saysNothingOfThePerson() throws Exception {
        String bytes = new String(certificate("cards/aomori-hanako/auth.pem").getEncoded(), StandardCharsets.UTF_8);

        assertTrue(!bytes.contains("青森") && !bytes.contains("19850402"));
        assertNull(holder("cards/aomori-hanako/auth.pem").getExtension(Extension.subjectAlternativeName));
    }

    @Test
    void signatureCertificate_carriesNameSexBirthAndAddress() throws Exception {
        String names = new String(
                value(holder("cards/yoshida-takashi/sign.pem"), Extension.subjectAlternativeName),
                StandardCharsets.UTF_8);

        for (String said : List.of("𠮷田 髙志", "319620815", "東京都架空区𠮷﨑三丁目1番4号")) {
            assertTrue(names.contains(said), said);
        }
    }

    @Test
    void unknownCa_hasTheSameNameAndAnotherKey() throws Exception {
        X509Certificate card = certificate("cards/special-unknown-ca/auth.pem");
        X509Certificate ours = certificate("auth_ca.pem");

        assertEquals(ours.getSubjectX500Principal(), card.getIssuerX500Principal());
        assertThrows(SignatureException.class, () -> card.verify(ours.getPublicKey()));
        card.verify(certificate("cards/special-unknown-ca/ca.pem").getPublicKey());
    }

    @ParameterizedTest
    @CsvSource({
        "aomori-hanako, 2026-11-24T01:00:00Z, valid",
        "special-blocked, 2026-11-24T01:00:00Z, valid",
        "special-android, 2026-11-24T01:00:00Z, valid",
        "aomori-hanako, 2031-04-02T14:59:59Z, valid",
        "aomori-hanako, 2031-04-02T15:00:00Z, EXPIRED",
        "special-expired, 2026-11-24T01:00:00Z, EXPIRED",
        "special-unknown-ca, 2026-11-24T01:00:00Z, NO_TRUST_ANCHOR"
    })
    void path_validatedByTheJdkAtAnInstant_endsSo(String id, Instant at, String verdict) throws Exception {
        assertEquals(verdict, validated(id, at, false));
    }

    @Test
    void path_whereTheJdkRejectsQualifiers_isRefusedForItsCriticalPolicy() throws Exception {
        // The JDK's default. Whoever validates JPKI certificates with it must switch that off.
        assertEquals("INVALID_POLICY", validated("aomori-hanako", TestCards.NOW, true));
    }

    private static String validated(String id, Instant at, boolean qualifiersRejected) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(certificate("auth_ca.pem"), null)));
        parameters.setRevocationEnabled(false);
        parameters.setExplicitPolicyRequired(true);
        parameters.setPolicyQualifiersRejected(qualifiersRejected);
        parameters.setInitialPolicies(Set.of("1.2.392.200149.8.5.1.3.30"));
        parameters.setDate(Date.from(at));
        var path = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(certificate("cards/" + id + "/auth.pem")));
        try {
            assertNotEquals(null, CertPathValidator.getInstance("PKIX").validate(path, parameters));
            return "valid";
        } catch (CertPathValidatorException e) {
            return e.getReason().toString();
        }
    }
}
