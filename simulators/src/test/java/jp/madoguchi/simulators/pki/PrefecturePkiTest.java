package jp.madoguchi.simulators.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrefecturePkiTest {
    private static final Instant AS_OF = Instant.parse("2016-07-01T03:00:00Z");
    private static PrefectureKeys keys;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        keys = PrefectureKeys.generate(new SecureRandom());
    }

    @Test
    void certificate_thatIsRevoked_standsOnItsIssuersListAlone() throws GeneralSecurityException, IOException {
        Instant since = Instant.parse("2016-06-01T00:00:00Z");
        PrefecturePki pki = PrefecturePki.of(keys, AS_OF, (link, draft) -> {
            if (link == Link.PREFECTURE) {
                draft.revoked(since, CRLReason.superseded);
            }
        });

        X509CRLEntry entry = pki.list(Link.PREFECTURE).getRevokedCertificate(pki.certificate(Link.PREFECTURE));

        assertNotNull(entry);
        assertEquals(Date.from(since), entry.getRevocationDate());
        assertEquals(java.security.cert.CRLReason.SUPERSEDED, entry.getRevocationReason());
        assertNull(pki.list(Link.HOLDER).getRevokedCertificates());
        assertNull(pki.list(Link.BRIDGE).getRevokedCertificates());
    }

    @Test
    void chain_asItShouldBe_isSignedLinkByLink() throws GeneralSecurityException, IOException {
        PrefecturePki pki = PrefecturePki.of(keys, AS_OF, (link, draft) -> {});

        pki.certificate(Link.HOLDER).verify(pki.prefecture().getPublicKey());
        pki.certificate(Link.PREFECTURE).verify(pki.certificate(Link.BRIDGE).getPublicKey());
        pki.certificate(Link.BRIDGE).verify(pki.anchor().getPublicKey());
        pki.list(Link.HOLDER).verify(pki.prefecture().getPublicKey());
        pki.back().verify(pki.prefecture().getPublicKey());
        assertEquals(pki.certificate(Link.BRIDGE).getPublicKey(), pki.back().getPublicKey());
        pki.prefecture().verify(pki.prefecture().getPublicKey());
        assertEquals(
                pki.prefecture().getPublicKey(),
                pki.certificate(Link.PREFECTURE).getPublicKey());
    }

    @Test
    void certificates_areOfNobody_andForThreeYears() throws GeneralSecurityException, IOException {
        PrefecturePki pki = PrefecturePki.of(keys, AS_OF, (link, draft) -> {});
        X509Certificate holder = pki.certificate(Link.HOLDER);

        assertEquals(
                Instant.parse("2015-07-01T03:00:00Z"), holder.getNotBefore().toInstant());
        assertEquals(Instant.parse("2018-07-01T03:00:00Z"), holder.getNotAfter().toInstant());
        assertTrue(pki.published().stream()
                .allMatch(each -> each.getSubjectX500Principal().getName().contains("O=JPKI-TEST")));
        assertFalse(pki.published().contains(holder));
    }

    @Test
    void draft_ofAnyLink_canBeChangedBeforeItIsSigned() throws GeneralSecurityException, IOException {
        PrefecturePki pki = PrefecturePki.of(
                keys,
                AS_OF,
                (link, draft) -> draft.of("CN=Fictional")
                        .validFrom(AS_OF)
                        .validUntil(AS_OF.plusSeconds(1))
                        .signedWith("SHA1withRSA")
                        .without(Extension.policyMappings)
                        .without(Extension.keyUsage));

        for (Link link : Link.values()) {
            X509Certificate changed = pki.certificate(link);
            assertEquals("CN=Fictional", changed.getSubjectX500Principal().getName());
            assertEquals(AS_OF, changed.getNotBefore().toInstant());
            assertEquals(AS_OF.plusSeconds(1), changed.getNotAfter().toInstant());
            assertEquals("SHA1withRSA", changed.getSigAlgName());
            assertNull(changed.getKeyUsage());
            assertFalse(changed.getNonCriticalExtensionOIDs().contains(Extension.policyMappings.getId()));
        }
        assertEquals(
                Set.of("2.5.29.30", "2.5.29.19", "2.5.29.32", "2.5.29.36"),
                pki.certificate(Link.PREFECTURE).getCriticalExtensionOIDs());
    }
}
