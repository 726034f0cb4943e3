package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.identity.PathOutcome.Broken;
import jp.madoguchi.simulators.pki.Link;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What breaks the path of a Juki card's certificate of Aomori. Links: 0 holder's, 1 prefecture's, 2 bridge's, 3 the anchor. */
final class PathFlawTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ANY = "2.5.29.32.0";
    private static final String ELSEWHERE = "1.3.6.1.4.1.32473.9.9";

    record Case(String what, PathFlaw flaw, int link, Consumer<OlderScene> change) {
        @Override
        public String toString() {
            return flaw + " at " + link + ": " + what;
        }
    }

    @ParameterizedTest
    @MethodSource({"missing", "time", "revocation", "policies", "constraints", "profile"})
    void validate_oneThingAmiss_isBrokenThereForThatReason(Case amiss) throws Exception {
        OlderScene scene = new OlderScene();
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
                                new OlderScene(OlderScene.newKeys()).pki().certificate(Link.HOLDER)));
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
                                Link.HOLDER,
                                draft -> draft.revoked(OlderScene.THEN.minus(DAY), CRLReason.certificateHold))),
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
                        scene -> scene.at = OlderScene.THEN.plus(Duration.ofDays(30))));
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
                            scene.with(Link.BRIDGE, draft -> OlderScene.inhibitMapping(draft, 1));
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
                        scene -> scene.with(Link.BRIDGE, draft -> OlderScene.inhibitMapping(draft, 0))));
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

    private static Case expired(Link link, int number) {
        return new Case(
                "over since a second ago",
                PathFlaw.EXPIRED,
                number,
                scene -> scene.with(link, draft -> draft.validUntil(OlderScene.THEN.minusSeconds(1))));
    }

    private static Case early(Link link, int number) {
        return new Case(
                "valid in a second",
                PathFlaw.NOT_YET_VALID,
                number,
                scene -> scene.with(link, draft -> draft.validFrom(OlderScene.THEN.plusSeconds(1))));
    }

    private static Case revoked(Link link, int number) {
        return new Case(
                "yesterday",
                PathFlaw.REVOKED,
                number,
                scene -> scene.with(link, draft -> draft.revoked(OlderScene.THEN.minus(DAY), CRLReason.keyCompromise)));
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

    private static CertPolicyId policy(String oid) {
        return CertPolicyId.getInstance(new ASN1ObjectIdentifier(oid));
    }

    private static GeneralSubtree within(String name) {
        return new GeneralSubtree(new GeneralName(new X500Name(name)));
    }
}
