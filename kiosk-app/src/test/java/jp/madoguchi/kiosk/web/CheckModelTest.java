package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.Check;
import jp.madoguchi.kiosk.flow.Check.Page;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.terms.CertificateFacts.State;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.RevocationStatus.Revoked;
import jp.madoguchi.kiosk.terms.RevocationStatus.Suspended;
import jp.madoguchi.kiosk.terms.RevocationStatus.UnknownIssuer;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check says of a certificate's status: since when, why, and what to do where and when. */
class CheckModelTest {
    private static final Instant SINCE = Instant.parse("2026-10-01T03:00:00Z");

    private static Map<String, String> rows(Language language, Page page, TokenFacts token) {
        Screen screen = SampleScreens.checking(
                Stage.SHOW_CERTIFICATES, language, SampleScreens.ready(), new Check(page, token, false));
        View shown = CheckModel.of(
                screen.visit(),
                screen.visit().check().orElseThrow(),
                Words.of(language),
                SampleScreens.CLOCK.instant());
        Map<String, String> rows = new TreeMap<>();
        for (Object row : (List<?>) part(part(shown, "certificate"), "rows")) {
            rows.put(part(row, "name").toString(), part(row, "value").toString());
        }
        return rows;
    }

    private static Object part(Object view, String name) {
        return Objects.requireNonNull(((View) view).get(name));
    }

    private static TokenFacts card(RevocationStatus status) {
        Finding seen = SampleChecks.seen(State.VALID, SampleChecks.RUNNING, status);
        return SampleChecks.card(seen, new Finding.Hidden(), 3, 5);
    }

    private static TokenFacts of(TokenKind kind, Finding authentication, Finding signature) {
        return new TokenFacts(kind, Optional.empty(), OptionalInt.of(3), OptionalInt.of(5), authentication, signature);
    }

    static Stream<Arguments> revocations() {
        Set<RevocationReason> reasons = EnumSet.complementOf(EnumSet.of(RevocationReason.CERTIFICATE_HOLD));
        return Stream.of(Language.values())
                .flatMap(language -> reasons.stream().map(reason -> Arguments.of(language, reason)));
    }

    @ParameterizedTest
    @MethodSource("revocations")
    void certificate_revoked_saysSinceWhenWhyAndWhereToGetAnother(Language language, RevocationReason reason) {
        Map<String, String> rows = rows(language, Page.AUTHENTICATION, card(new Revoked(reason, SINCE)));

        String said = rows.getOrDefault("status", "");
        assertTrue(said.contains(Words.of(language).date(SINCE)), said);
        assertTrue(said.contains(Words.of(language).text("check.cause." + reason.slug())), said);
        assertTrue(
                said.contains(OfficeSaid.in(language).hours())
                        && OfficeSaid.in(language).complete(said),
                said);
        assertFalse(rows.containsKey("renewal"), "what is revoked is not renewed");
        assertEquals(
                Words.of(language)
                        .text("check.valid.stopped", Words.of(language).date(SampleChecks.RUNNING)),
                rows.get("valid"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void cause_ofEachKind_hasWordsOfItsOwn(Language language) {
        Set<String> causes = new HashSet<>();
        for (RevocationReason reason : EnumSet.complementOf(EnumSet.of(RevocationReason.CERTIFICATE_HOLD))) {
            assertTrue(causes.add(Words.of(language).text("check.cause." + reason.slug())), reason.slug());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void certificate_suspended_saysSinceWhenAndWhomToAsk(Language language) {
        Map<String, String> rows = rows(language, Page.AUTHENTICATION, card(new Suspended(SINCE)));

        String said = rows.getOrDefault("status", "");
        assertTrue(said.contains(Words.of(language).date(SINCE)) && said.contains("0120-"), said);
        assertFalse(rows.containsKey("renewal"), "it is to be freed, not renewed");
    }

    /** Asking again would not help: nobody else can be asked. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void certificate_ofAnIssuerThatTheCenterDoesNotKnow_isSentToTheOffice(Language language) {
        String said =
                rows(language, Page.AUTHENTICATION, card(new UnknownIssuer())).getOrDefault("status", "");

        assertTrue(said.contains(OfficeSaid.in(language).hours()), said);
        assertFalse(said.equals(Words.of(language).text("check.status.unavailable")), said);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void phone_revoked_isSentToItsAppAndNotToAnOffice(Language language) {
        Revoked told = new Revoked(RevocationReason.SUPERSEDED, SINCE);
        Finding seen = SampleChecks.seen(State.VALID, SampleChecks.RUNNING, told);
        String said = rows(language, Page.AUTHENTICATION, of(TokenKind.ANDROID_PHONE, seen, new Finding.Absent()))
                .getOrDefault("status", "");

        assertTrue(said.contains(Words.of(language).text("check.revoked.phone")), said);
        assertFalse(OfficeSaid.in(language).names(said), said);
    }

    /** No office issues anything to it any more, so none sets its password anew. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void jukiCard_locked_isNotPromisedANewPassword(Language language) {
        TokenFacts juki = new TokenFacts(
                TokenKind.JUKI_CARD,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(0),
                new Finding.Absent(),
                new Finding.Hidden());
        String said = rows(language, Page.SIGNATURE, juki).getOrDefault("tries.signature", "");

        assertEquals(Words.of(language).text("check.tries.locked.juki"), said);
        assertFalse(said.equals(Words.of(language).text("check.tries.locked.signature")), said);
    }

    /** Who issued it is not known, and so not who renews it; an office may find out. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void certificate_ofAnUnknownIssuer_isSentToAnOfficeAndNotToBeRenewed(Language language) {
        Finding seen = SampleChecks.seen(State.UNKNOWN_ISSUER, SampleChecks.RUNNING, SampleChecks.GOOD);
        Map<String, String> rows =
                rows(language, Page.AUTHENTICATION, SampleChecks.card(seen, new Finding.Hidden(), 3, 5));

        assertFalse(rows.containsKey("renewal"), rows.toString());
        assertTrue(Words.of(language)
                .text("check.state.unknown-issuer")
                .contains(OfficeSaid.in(language).hours()));
    }

    @Test
    void jukiCard_ofAKnownPrefecture_saysWhatItWasAndWhatReplacesIt() {
        Finding prefectures =
                SampleChecks.prefectures(new RevocationStatus.Good(Instant.parse("2016-07-01T03:00:00Z")));
        Map<String, String> rows =
                rows(Language.EN, Page.SIGNATURE, of(TokenKind.JUKI_CARD, new Finding.Absent(), prefectures));

        assertEquals("It was in force on 1 July 2016", rows.get("status-then"));
        assertEquals("Aomori Prefecture CA (its authority of 2015)", rows.get("issuer"));
        assertEquals("Of a prefecture’s authority (1.3.6.1.4.1.32473.3.1)", rows.get("policy"));
        assertEquals(Words.of(Language.EN).text("renewal.my-number-card-instead"), rows.get("renewal"));
        assertFalse(rows.containsKey("status"), "nobody can be asked any more");
    }

    @Test
    void jukiCard_revokedInItsTime_promisesNoNewOne() {
        Finding prefectures = SampleChecks.prefectures(new Revoked(RevocationReason.AFFILIATION_CHANGED, SINCE));
        Map<String, String> rows =
                rows(Language.EN, Page.SIGNATURE, of(TokenKind.JUKI_CARD, new Finding.Absent(), prefectures));

        assertEquals(
                "Revoked on 1 October 2026. A name or address, for example, has changed.", rows.get("status-then"));
    }
}
