package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateFacts.State;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.simulators.pki.Link;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the certificate check tells of a Juki card's certificate, long after. */
class OlderPkiTest {
    private static final Instant TODAY = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant DAY_BEFORE = OlderScene.THEN.minus(Duration.ofDays(1));
    private static final RevocationStatus GOOD_THEN = new RevocationStatus.Good(OlderScene.THEN);

    private static CertificateFacts facts(OlderScene scene, List<X509CRL> others, Instant now)
            throws CertificateException {
        TrustAnchors anchors = TrustAnchors.published(Purpose.DIGITAL_SIGNATURE);
        return new CertificateOutline(anchors, Optional.of(scene.older(others)), Clock.fixed(now, ZoneOffset.UTC))
                .of(holder(scene))
                .orElseThrow();
    }

    private static byte[] holder(OlderScene scene) throws CertificateEncodingException {
        return scene.pki().certificate(Link.HOLDER).getEncoded();
    }

    @Test
    void certificate_thatWasInOrder_isToldWithItsPrefectureAndPolicy() throws CertificateException {
        assertEquals(
                new CertificateFacts(
                        State.ENDED,
                        Instant.parse("2018-07-01T03:00:00Z"),
                        new CertificateFacts.Issuer("Aomori Prefecture CA", OptionalInt.of(2015)),
                        Optional.of(PrefecturePki.PREFECTURE_POLICY),
                        Optional.of("http://jpki-test.invalid/cps.html"),
                        Optional.of(GOOD_THEN)),
                facts(new OlderScene(), List.of(), TODAY));
    }

    @Test
    void certificate_withoutTheOlderPki_isOfAnUnknownIssuer() throws CertificateException {
        CertificateOutline outline =
                new CertificateOutline(TrustAnchors.published(Purpose.DIGITAL_SIGNATURE), Clock.systemUTC());
        CertificateFacts facts = outline.of(holder(new OlderScene())).orElseThrow();
        assertEquals(State.UNKNOWN_ISSUER, facts.state());
        assertEquals(Optional.empty(), facts.status());
    }

    static Stream<Arguments> scenes() {
        RevocationStatus revoked = new RevocationStatus.Revoked(RevocationReason.KEY_COMPROMISE, DAY_BEFORE);
        RevocationStatus suspended = new RevocationStatus.Suspended(DAY_BEFORE);
        return Stream.of(
                of("on its list", State.ENDED, revoked, scene -> revoke(scene, Link.HOLDER, CRLReason.keyCompromise)),
                of("on hold", State.ENDED, suspended, scene -> revoke(scene, Link.HOLDER, CRLReason.certificateHold)),
                of("CA revoked", State.UNSUITABLE, null, scene -> revoke(scene, Link.PREFECTURE, CRLReason.superseded)),
                of(
                        "no policy",
                        State.UNSUITABLE,
                        null,
                        scene -> scene.with(Link.HOLDER, draft -> draft.without(Extension.certificatePolicies))),
                of("no bridge", State.UNKNOWN_ISSUER, null, scene -> scene.hide(Link.BRIDGE)),
                of(
                        "other anchor",
                        State.UNKNOWN_ISSUER,
                        null,
                        scene -> scene.anchors = Set.of(
                                new OlderScene(OlderScene.newKeys()).pki().anchor())),
                of("no list of it", State.UNKNOWN_ISSUER, null, scene -> scene.unlist(Link.HOLDER)),
                of("no list of its CA", State.UNKNOWN_ISSUER, null, scene -> scene.unlist(Link.PREFECTURE)));
    }

    private static Arguments of(
            String what, State state, @Nullable RevocationStatus status, Consumer<OlderScene> change) {
        return Arguments.of(what, state, Optional.ofNullable(status), change);
    }

    private static void revoke(OlderScene scene, Link link, int reason) {
        scene.with(link, draft -> draft.revoked(DAY_BEFORE, reason));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void certificate_thatWasNot_isToldWhatItCameTo(
            String what, State state, Optional<RevocationStatus> status, Consumer<OlderScene> change)
            throws CertificateException {
        OlderScene scene = new OlderScene();
        change.accept(scene);
        CertificateFacts facts = facts(scene, List.of(), TODAY);
        assertEquals(state, facts.state());
        assertEquals(status, facts.status());
        assertEquals(state == State.ENDED, facts.issuer().since().isPresent(), "a CA that is known");
    }

    /** Lists of a day on which the CAs themselves had ended say nothing; those before them do. */
    @Test
    void list_thatCameTooLate_leavesTheWordToTheOneBefore() throws CertificateException {
        OlderScene scene = new OlderScene();
        List<X509CRL> late = scene.lists(Instant.parse("2020-01-01T00:00:00Z"), (link, draft) -> {});
        assertEquals(Optional.of(GOOD_THEN), facts(scene, late, TODAY).status());
    }

    /** An older list on which it is not yet must not make it good. */
    @Test
    void list_thatIsNewest_hasTheWord() throws CertificateException {
        OlderScene scene = new OlderScene();
        Instant since = Instant.parse("2017-01-01T00:00:00Z");
        List<X509CRL> later = scene.lists(since.plus(Duration.ofDays(30)), (link, draft) -> {
            if (link == Link.HOLDER) {
                draft.revoked(since, CRLReason.affiliationChanged);
            }
        });
        assertEquals(
                Optional.of(new RevocationStatus.Revoked(RevocationReason.AFFILIATION_CHANGED, since)),
                facts(scene, later, TODAY).status());
    }

    /** Since when and why stand on the list by which it is judged, not on whichever was put into the folder first. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holder_onTwoLists_isToldByTheNewestOfThem(boolean olderFirst) throws CertificateException {
        OlderScene scene = new OlderScene();
        Instant day = OlderScene.THEN.plus(Duration.ofDays(10));
        List<X509CRL> held = listing(scene, OlderScene.THEN.plus(Duration.ofDays(2)), CRLReason.certificateHold);
        List<X509CRL> revoked = listing(scene, day, CRLReason.keyCompromise);
        List<X509CRL> both = new ArrayList<>(olderFirst ? held : revoked);
        both.addAll(olderFirst ? revoked : held);
        assertEquals(
                Optional.of(
                        new RevocationStatus.Revoked(RevocationReason.KEY_COMPROMISE, day.minus(Duration.ofDays(1)))),
                facts(scene, both, TODAY).status());
    }

    /** The list of the hold is still of its time on the day of the next. */
    @Test
    void hold_thatWasLifted_isNoHold() throws CertificateException {
        OlderScene scene = new OlderScene();
        Instant lifted = OlderScene.THEN.plus(Duration.ofDays(2)).plus(Duration.ofHours(1));
        List<X509CRL> lists =
                new ArrayList<>(listing(scene, OlderScene.THEN.plus(Duration.ofDays(2)), CRLReason.certificateHold));
        lists.addAll(scene.lists(lifted, (link, draft) -> {}));
        assertEquals(
                Optional.of(new RevocationStatus.Good(lifted)),
                facts(scene, lists, TODAY).status());
    }

    /** Of the same day and the same CA's name, and signed by a stranger. */
    @Test
    void list_thatItsIssuerDidNotSign_saysNothing() throws CertificateException {
        OlderScene scene = new OlderScene();
        revoke(scene, Link.HOLDER, CRLReason.keyCompromise);
        List<X509CRL> forged =
                listing(new OlderScene(OlderScene.newKeys()), OlderScene.THEN, CRLReason.certificateHold);
        assertEquals(
                Optional.of(new RevocationStatus.Revoked(RevocationReason.KEY_COMPROMISE, DAY_BEFORE)),
                facts(scene, forged, TODAY).status());
    }

    /** What the CAs published on that day, with the holder listed since the day before. */
    private static List<X509CRL> listing(OlderScene scene, Instant day, int reason) {
        return scene.lists(day, (link, draft) -> {
            if (link == Link.HOLDER) {
                draft.revoked(day.minus(Duration.ofDays(1)), reason);
            }
        });
    }

    static Stream<Arguments> clocks() {
        return Stream.of(
                Arguments.of("2016-06-30T00:00:00Z", State.UNKNOWN_ISSUER, Optional.empty()),
                Arguments.of("2017-01-01T00:00:00Z", State.VALID, Optional.of(GOOD_THEN)),
                Arguments.of("2018-07-01T03:00:00Z", State.VALID, Optional.of(GOOD_THEN)),
                Arguments.of("2018-07-01T03:00:01Z", State.ENDED, Optional.of(GOOD_THEN)));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void certificate_atItsTime_isJudgedByWhatIsPublishedThen(String now, State state, Optional<RevocationStatus> status)
            throws CertificateException {
        CertificateFacts facts = facts(new OlderScene(), List.of(), Instant.parse(now));
        assertEquals(state, facts.state());
        assertEquals(status, facts.status());
    }
}
