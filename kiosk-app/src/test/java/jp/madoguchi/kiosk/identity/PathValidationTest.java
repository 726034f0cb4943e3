package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.identity.PathOutcome.Broken;
import jp.madoguchi.kiosk.identity.PathOutcome.ValidAt;
import jp.madoguchi.simulators.pki.CertificateDraft;
import jp.madoguchi.simulators.pki.Link;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;

/** A Juki card's certificate of Aomori, at an instant of its time; what breaks its path is told by {@link PathFlawTest}. */
final class PathValidationTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void validate_noCertificate_saysSo() throws Exception {
        OlderScene scene = new OlderScene();

        assertEquals(new Broken(PathFlaw.ENCODING, 0), scene.validation().validate(new byte[] {0x30}, OlderScene.THEN));
    }

    /** Further down than a path of this hierarchy has room for: one more CA between the bridge's and the prefecture's. */
    @Test
    void policyFault_mappingForbiddenOneCaFurtherDown_isInhibited() {
        OlderScene scene = new OlderScene();
        scene.with(Link.BRIDGE, draft -> OlderScene.inhibitMapping(draft, 1));
        List<Consumer<CertificateDraft>> ownLimits = List.of(
                draft -> {},
                draft -> OlderScene.inhibitMapping(draft, 1),
                draft -> OlderScene.inhibitMapping(draft, 5));
        for (Consumer<CertificateDraft> ownLimit : ownLimits) {
            OlderScene between = new OlderScene();
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
            OlderScene scene = new OlderScene();
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
        OlderScene scene = new OlderScene();

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
        OlderScene scene = new OlderScene();
        scene.anchors = Set.of(scene.pki().certificate(Link.BRIDGE));
        scene.policies = Set.of(PrefecturePki.BRIDGE_POLICY);

        assertEquals(2, assertInstanceOf(ValidAt.class, scene.validate()).path().size());
    }

    @Test
    void validate_oneOfTwoPathsBroken_takesTheOther() throws Exception {
        OlderScene scene = new OlderScene();
        OlderScene older = new OlderScene();
        older.with(Link.BRIDGE, draft -> draft.validUntil(OlderScene.THEN.minus(DAY)));
        scene.alsoPublish(older.pki().certificate(Link.BRIDGE));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_revokedOnlyAfterwards_holds() throws Exception {
        OlderScene scene = new OlderScene();
        scene.with(Link.HOLDER, draft -> draft.revoked(OlderScene.THEN.plus(DAY), CRLReason.affiliationChanged));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_mappingForbiddenFurtherDown_holds() throws Exception {
        OlderScene scene = new OlderScene();
        scene.with(Link.BRIDGE, draft -> OlderScene.inhibitMapping(draft, 1));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_nobodyInsistsOnAPolicy_holdsWithoutOne() throws Exception {
        OlderScene scene = new OlderScene();
        scene.explicitPolicy = false;
        scene.with(Link.PREFECTURE, draft -> draft.without(Extension.policyConstraints));
        scene.with(Link.HOLDER, draft -> draft.without(Extension.certificatePolicies));

        assertEquals(Set.of(), assertInstanceOf(ValidAt.class, scene.validate()).policies());
    }

    @Test
    void validate_olderAlgorithm_holdsWhereItIsAccepted() throws Exception {
        OlderScene scene = new OlderScene();
        scene.algorithms = Set.of(SignatureAlgorithm.RSA_1024_SHA_1, SignatureAlgorithm.RSA_2048_SHA_256);
        scene.with(Link.HOLDER, draft -> draft.signedWith("SHA1withRSA"));

        assertInstanceOf(ValidAt.class, scene.validate());
    }

    @Test
    void validate_lastAndFirstInstant_hold() throws Exception {
        for (Link link : Link.values()) {
            OlderScene last = new OlderScene();
            last.with(link, draft -> draft.validUntil(OlderScene.THEN));
            OlderScene first = new OlderScene();
            first.with(link, draft -> draft.validFrom(OlderScene.THEN));

            assertInstanceOf(ValidAt.class, last.validate());
            assertInstanceOf(ValidAt.class, first.validate());
        }
    }
}
