package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.identity.PathOutcome.Broken;
import jp.madoguchi.kiosk.identity.PathOutcome.ValidAt;
import jp.madoguchi.simulators.pki.CertificateDraft;
import jp.madoguchi.simulators.pki.Link;
import jp.madoguchi.simulators.pki.PrefectureKeys;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Juki card's certificate of Aomori, at an instant of 2016. Links: 0 holder's, 1 prefecture's, 2 bridge's, 3 the anchor. */
final class PathValidationTest {
    static final Instant THEN = Instant.parse("2016-07-01T03:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ANY = "2.5.29.32.0";
    private static final String ELSEWHERE = "1.3.6.1.4.1.32473.9.9";
    static final PrefectureKeys KEYS = keys();

    record Case(String what, PathFlaw flaw, int link, Consumer<OlderScene> change) {
        @Override
        public String toString() {
            return flaw + " at " + link + ": " + what;
        }
    }

    @ParameterizedTest
    @MethodSource({"missing", "time", "revocation", "policies", "constraints", "profile"})
    void validate_oneThingAmiss_isBrokenThereForThatReason(Case amiss) throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);
        amiss.change().accept(scene);

        assertEquals(new Broken(amiss.flaw(), amiss.link()), scene.validate());
    }

    static Stream<Case> missing() {
        return Stream.of(
                new Case(
                        "no cross certificate for the prefecture",
                        PathFlaw.ISSUER_MISSING,
                        0,
                        scene -> scene.hide(Link.PREFECTURE)),
                new Case(
                        "no cross certificate for the bridge, and so a circle",
                        PathFlaw.ISSUER_MISSING,
                        2,
                        scene -> scene.hide(Link.BRIDGE)),
                new Case("no certificate for the bridge at all", PathFlaw.ISSUER_MISSING, 1, scene -> {
                    scene.hide(Link.BRIDGE);
                    scene.circle = false;
                }),
                new Case("nobody is trusted", PathFlaw.ISSUER_MISSING, 2, scene -> scene.anchors = Set.of()),
                new Case(
                        "signed by another prefecture of the same name",
                        PathFlaw.ISSUER_MISSING,
                        0,
                        scene -> scene.holder =
                                new OlderScene(keys(), THEN).pki().certificate(Link.HOLDER)));
    }

    static Stream<Case> time() {
        return Stream.of(
                expired(Link.HOLDER, 0),
                expired(Link.PREFECTURE, 1),
                expired(Link.BRIDGE, 2),
                early(Link.HOLDER, 0),
                early(Link.PREFECTURE, 1),
                early(Link.BRIDGE, 2),
                new Case("today", PathFlaw.EXPIRED, 3, scene -> scene.at = Instant.parse("2026-11-25T00:00:00Z")),
                new Case(
                        "before all of it",
                        PathFlaw.NOT_YET_VALID,
                        3,
                        scene -> scene.at = Instant.parse("2010-01-01T00:00:00Z")));
    }

    static Stream<Case> revocation() {
        return Stream.of(
                revoked(Link.HOLDER, 0),
                revoked(Link.PREFECTURE, 1),
                revoked(Link.BRIDGE, 2),
                new Case(
                        "on hold",
                        PathFlaw.SUSPENDED,
                        0,
                        scene -> scene.with(
                                Link.HOLDER, draft -> draft.revoked(THEN.minus(DAY), CRLReason.certificateHold))),
                new Case(
                        "the list is signed with SHA-1",
                        PathFlaw.REVOCATION_UNKNOWN,
                        1,
                        scene -> scene.with(Link.PREFECTURE, draft -> draft.listSignedWith("SHA1withRSA"))),
                unlisted(Link.HOLDER, 0),
                unlisted(Link.PREFECTURE, 1),
                unlisted(Link.BRIDGE, 2),
                new Case(
                        "the lists are those of another month",
                        PathFlaw.REVOCATION_UNKNOWN,
                        2,
                        scene -> scene.at = THEN.plus(Duration.ofDays(30))));
    }

    static Stream<Case> policies() {
        return Stream.of(
                new Case(
                        "the bridge's is no policy of the anchor",
                        PathFlaw.POLICY_UNMAPPED,
                        2,
                        scene -> scene.policies = Set.of(ELSEWHERE)),
                unmapped(Link.BRIDGE, 1),
                unmapped(Link.PREFECTURE, 0),
                new Case(
                        "mapped to another policy",
                        PathFlaw.POLICY_UNMAPPED,
                        0,
                        scene -> scene.with(
                                Link.PREFECTURE,
                                draft -> draft.with(
                                        Extension.policyMappings,
                                        false,
                                        new PolicyMappings(policy(PrefecturePki.BRIDGE_POLICY), policy(ELSEWHERE))))),
                new Case(
                        "the holder's is another policy",
                        PathFlaw.POLICY_UNMAPPED,
                        0,
                        scene -> scene.with(
                                Link.HOLDER,
                                draft -> draft.with(Extension.certificatePolicies, true, TestCards.policy(ELSEWHERE)))),
                new Case(
                        "the holder's has no policy",
                        PathFlaw.POLICY_MISSING,
                        0,
                        scene -> scene.with(Link.HOLDER, draft -> draft.without(Extension.certificatePolicies))),
                new Case(
                        "the bridge's has no policy",
                        PathFlaw.POLICY_MISSING,
                        2,
                        scene -> scene.with(Link.BRIDGE, draft -> draft.without(Extension.certificatePolicies))),
                new Case("no CA insists, but the rules do", PathFlaw.POLICY_MISSING, 0, scene -> {
                    scene.with(Link.PREFECTURE, draft -> draft.without(Extension.policyConstraints));
                    scene.with(Link.HOLDER, draft -> draft.without(Extension.certificatePolicies));
                }),
                new Case(
                        "the holder's is any policy",
                        PathFlaw.POLICY_UNMAPPED,
                        0,
                        scene -> scene.with(
                                Link.HOLDER,
                                draft -> draft.with(Extension.certificatePolicies, true, TestCards.policy(ANY)))),
                new Case(
                        "any policy is mapped, which nobody may",
                        PathFlaw.OTHER,
                        1,
                        scene -> scene.with(
                                Link.PREFECTURE,
                                draft -> draft.with(
                                        Extension.policyMappings,
                                        false,
                                        new PolicyMappings(
                                                new CertPolicyId[] {policy(PrefecturePki.BRIDGE_POLICY), policy(ANY)},
                                                new CertPolicyId[] {
                                                    policy(PrefecturePki.PREFECTURE_POLICY), policy(ELSEWHERE)
                                                })))),
                new Case(
                        "mapping is forbidden where it does not matter (inhibitPolicyMapping 1)",
                        PathFlaw.POLICY_UNMAPPED,
                        0,
                        scene -> {
                            scene.with(Link.BRIDGE, draft -> inhibitMapping(draft, 1));
                            scene.with(
                                    Link.HOLDER,
                                    draft -> draft.with(
                                            Extension.certificatePolicies, true, TestCards.policy(ELSEWHERE)));
                        }),
                new Case(
                        "the rules do not insist, but the bridge does (requireExplicitPolicy)",
                        PathFlaw.POLICY_MISSING,
                        0,
                        scene -> {
                            scene.explicitPolicy = false;
                            scene.with(Link.HOLDER, draft -> draft.without(Extension.certificatePolicies));
                        }),
                new Case(
                        "the relying party forbids mapping below the bridge (inhibitPolicyMapping 0)",
                        PathFlaw.POLICY_MAPPING_INHIBITED,
                        0,
                        scene -> scene.with(Link.BRIDGE, draft -> inhibitMapping(draft, 0))));
    }

    static Stream<Case> constraints() {
        return Stream.of(
                new Case(
                        "a name of another prefecture",
                        PathFlaw.NAME_NOT_PERMITTED,
                        0,
                        scene -> scene.with(Link.HOLDER, draft -> draft.of("C=JP,L=Akita-ken,CN=FICTIONAL"))),
                new Case(
                        "names excluded by the relying party",
                        PathFlaw.NAME_NOT_PERMITTED,
                        1,
                        scene -> scene.with(
                                Link.BRIDGE,
                                draft -> draft.with(
                                        Extension.nameConstraints,
                                        true,
                                        new NameConstraints(
                                                null, new GeneralSubtree[] {within(PrefecturePki.PREFECTURE_NAME)})))),
                new Case(
                        "the bridge may not certify CAs",
                        PathFlaw.PATH_TOO_LONG,
                        1,
                        scene -> scene.with(
                                Link.BRIDGE,
                                draft -> draft.with(Extension.basicConstraints, true, new BasicConstraints(0)))));
    }

    static Stream<Case> profile() {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.77");
        return Stream.of(
                new Case(
                        "the prefecture's is no CA's",
                        PathFlaw.NOT_A_CA,
                        1,
                        scene -> scene.with(Link.PREFECTURE, draft -> draft.without(Extension.basicConstraints))),
                new Case(
                        "the bridge's is not for certificates",
                        PathFlaw.KEY_USAGE,
                        2,
                        scene -> scene.with(
                                Link.BRIDGE,
                                draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)))),
                new Case(
                        "the holder's is for authentication",
                        PathFlaw.KEY_USAGE,
                        0,
                        scene -> scene.with(
                                Link.HOLDER,
                                draft ->
                                        draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)))),
                new Case(
                        "the holder's has no key usage",
                        PathFlaw.KEY_USAGE,
                        0,
                        scene -> scene.with(Link.HOLDER, draft -> draft.without(Extension.keyUsage))),
                new Case(
                        "the holder's is a CA's",
                        PathFlaw.KEY_USAGE,
                        0,
                        scene -> scene.with(
                                Link.HOLDER,
                                draft -> draft.with(Extension.basicConstraints, true, new BasicConstraints(true)))),
                new Case(
                        "the holder's is a CA's that may certify no other",
                        PathFlaw.KEY_USAGE,
                        0,
                        scene -> scene.with(
                                Link.HOLDER,
                                draft -> draft.with(Extension.basicConstraints, true, new BasicConstraints(0)))),
                new Case(
                        "a critical extension that nobody knows",
                        PathFlaw.CRITICAL_EXTENSION,
                        1,
                        scene -> scene.with(Link.PREFECTURE, draft -> draft.with(unknown, true, new ASN1Integer(1)))),
                new Case(
                        "the holder's is signed with SHA-1",
                        PathFlaw.ALGORITHM,
                        0,
                        scene -> scene.with(Link.HOLDER, draft -> draft.signedWith("SHA1withRSA"))),
                new Case(
                        "the bridge's is signed with SHA-1",
                        PathFlaw.ALGORITHM,
                        2,
                        scene -> scene.with(Link.BRIDGE, draft -> draft.signedWith("SHA1withRSA"))));
    }

    @Test
    void validate_noCertificate_saysSo() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);

        assertEquals(new Broken(PathFlaw.ENCODING, 0), scene.validation().validate(new byte[] {0x30}, THEN));
    }

    /** Further down than a path of this hierarchy has room for: one more CA between the bridge's and the prefecture's. */
    @Test
    void policyFault_mappingForbiddenOneCaFurtherDown_isInhibited() {
        OlderScene scene = new OlderScene(KEYS, THEN);
        scene.with(Link.BRIDGE, draft -> inhibitMapping(draft, 1));
        List<Consumer<CertificateDraft>> ownLimits =
                List.of(draft -> {}, draft -> inhibitMapping(draft, 1), draft -> inhibitMapping(draft, 5));
        for (Consumer<CertificateDraft> ownLimit : ownLimits) {
            OlderScene between = new OlderScene(KEYS, THEN);
            between.with(Link.PREFECTURE, draft -> ownLimit.accept(draft.without(Extension.policyMappings)));

            assertEquals(
                    Optional.of(new Broken(PathFlaw.POLICY_MAPPING_INHIBITED, 0)),
                    PolicyFault.of(
                            List.of(
                                    scene.pki().certificate(Link.HOLDER),
                                    scene.pki().certificate(Link.PREFECTURE),
                                    between.pki().certificate(Link.PREFECTURE),
                                    scene.pki().certificate(Link.BRIDGE)),
                            Set.of(PrefecturePki.ANCHOR_POLICY)));
        }
    }

    /** Even where the platform was told to use OCSP, which no other test of this program does. */
    @Test
    void validate_responderNamedInTheCertificate_isNotAsked() throws Exception {
        try (ServerSocket responder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            responder.setSoTimeout(1);
            GeneralName address = new GeneralName(
                    GeneralName.uniformResourceIdentifier, "http://127.0.0.1:" + responder.getLocalPort() + "/");
            OlderScene scene = new OlderScene(KEYS, THEN);
            scene.unlist(Link.HOLDER);
            scene.with(
                    Link.HOLDER,
                    draft -> draft.with(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, address)));
            Security.setProperty("ocsp.enable", "true");
            try {
                assertEquals(new Broken(PathFlaw.REVOCATION_UNKNOWN, 0), scene.validate());
            } finally {
                Security.setProperty("ocsp.enable", "false");
            }
            assertThrows(SocketTimeoutException.class, responder::accept);
        }
    }

    @Test
    void validate_asPublished_holdsUnderThePrefecturesPolicy() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);

        ValidAt valid = assertInstanceOf(ValidAt.class, scene.validate());

        assertEquals(
                List.of(
                        scene.pki().certificate(Link.HOLDER),
                        scene.pki().certificate(Link.PREFECTURE),
                        scene.pki().certificate(Link.BRIDGE)),
                valid.path());
        assertEquals(Set.of(PrefecturePki.PREFECTURE_POLICY), valid.policies());
        assertEquals(
                "ValidAt[2016-07-01T03:00:00Z, 3 certificates, policies [1.3.6.1.4.1.32473.3.1]]", valid.toString());
    }

    @Test
    void validate_bridgeItselfTrusted_isOneLinkShorter() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);
        scene.anchors = Set.of(scene.pki().certificate(Link.BRIDGE));
        scene.policies = Set.of(PrefecturePki.BRIDGE_POLICY);

        assertEquals(2, assertInstanceOf(ValidAt.class, scene.validate()).path().size());
    }

    @Test
    void validate_oneOfTwoPathsBroken_takesTheOther() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);
        OlderScene older = new OlderScene(KEYS, THEN);
        older.with(Link.BRIDGE, draft -> draft.validUntil(THEN.minus(DAY)));
        scene.alsoPublish(older.pki().certificate(Link.BRIDGE));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_revokedOnlyAfterwards_holds() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);
        scene.with(Link.HOLDER, draft -> draft.revoked(THEN.plus(DAY), CRLReason.affiliationChanged));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_mappingForbiddenFurtherDown_holds() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);
        scene.with(Link.BRIDGE, draft -> inhibitMapping(draft, 1));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_nobodyInsistsOnAPolicy_holdsWithoutOne() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);
        scene.explicitPolicy = false;
        scene.with(Link.PREFECTURE, draft -> draft.without(Extension.policyConstraints));
        scene.with(Link.HOLDER, draft -> draft.without(Extension.certificatePolicies));

        assertEquals(Set.of(), assertInstanceOf(ValidAt.class, scene.validate()).policies());
    }

    @Test
    void validate_olderAlgorithm_holdsWhereItIsAccepted() throws Exception {
        OlderScene scene = new OlderScene(KEYS, THEN);
        scene.algorithms = Set.of(SignatureAlgorithm.RSA_1024_SHA_1, SignatureAlgorithm.RSA_2048_SHA_256);
        scene.with(Link.HOLDER, draft -> draft.signedWith("SHA1withRSA"));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_lastAndFirstInstant_hold() throws Exception {
        for (Link link : Link.values()) {
            OlderScene last = new OlderScene(KEYS, THEN);
            last.with(link, draft -> draft.validUntil(THEN));
            OlderScene first = new OlderScene(KEYS, THEN);
            first.with(link, draft -> draft.validFrom(THEN));

            assertInstanceOf(ValidAt.class, last.validate());
            assertInstanceOf(ValidAt.class, first.validate());
        }
    }

    private static Case expired(Link link, int number) {
        return new Case(
                "over since a second ago",
                PathFlaw.EXPIRED,
                number,
                scene -> scene.with(link, draft -> draft.validUntil(THEN.minusSeconds(1))));
    }

    private static Case early(Link link, int number) {
        return new Case(
                "valid in a second",
                PathFlaw.NOT_YET_VALID,
                number,
                scene -> scene.with(link, draft -> draft.validFrom(THEN.plusSeconds(1))));
    }

    private static Case revoked(Link link, int number) {
        return new Case(
                "yesterday",
                PathFlaw.REVOKED,
                number,
                scene -> scene.with(link, draft -> draft.revoked(THEN.minus(DAY), CRLReason.keyCompromise)));
    }

    private static Case unlisted(Link link, int number) {
        return new Case("no list", PathFlaw.REVOCATION_UNKNOWN, number, scene -> scene.unlist(link));
    }

    private static Case unmapped(Link link, int number) {
        return new Case(
                link + " maps nothing",
                PathFlaw.POLICY_UNMAPPED,
                number,
                scene -> scene.with(link, draft -> draft.without(Extension.policyMappings)));
    }

    private static void inhibitMapping(CertificateDraft draft, int after) {
        draft.with(Extension.policyConstraints, true, new PolicyConstraints(null, BigInteger.valueOf(after)));
    }

    private static CertPolicyId policy(String oid) {
        return CertPolicyId.getInstance(new ASN1ObjectIdentifier(oid));
    }

    private static GeneralSubtree within(String name) {
        return new GeneralSubtree(new GeneralName(new X500Name(name)));
    }

    private static PrefectureKeys keys() {
        try {
            return PrefectureKeys.generate(new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
