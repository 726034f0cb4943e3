package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.Check;
import jp.madoguchi.kiosk.flow.Check.Page;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateFacts.State;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;

/** The certificate check's screens: every token, state, status and count of tries. Nobody in them exists. */
final class SampleChecks {
    static final Instant RUNNING = Instant.parse("2031-03-03T14:59:59Z");
    static final Instant SOON = Instant.parse("2026-12-20T14:59:59Z");
    static final Instant OVER = Instant.parse("2026-11-20T14:59:59Z");
    private static final String UNIT = "Japan Agency for Local Authority Information Systems, JPKI for ";
    static final RevocationStatus GOOD = new RevocationStatus.Good(SampleScreens.NOON);

    private SampleChecks() {}

    static Finding seen(State state, Instant ends, RevocationStatus status) {
        return new Finding.Seen(new CertificateFacts(
                state,
                ends,
                new CertificateFacts.Issuer(
                        UNIT + "user authentication",
                        state == State.UNKNOWN_ISSUER ? OptionalInt.empty() : OptionalInt.of(2023)),
                Optional.of("1.2.392.200149.8.5.1.3.30"),
                Optional.of("http://jpki-test.invalid/cps.html"),
                Optional.of(status)));
    }

    private static Finding signature(Instant ends, State state) {
        return new Finding.Seen(new CertificateFacts(
                state,
                ends,
                new CertificateFacts.Issuer(UNIT + "digital signature", OptionalInt.of(2023)),
                Optional.of("1.2.392.200149.8.5.1.1.20"),
                Optional.empty(),
                Optional.empty()));
    }

    /** Of a Juki card whose prefecture's CA is known. */
    static Finding prefectures(RevocationStatus told) {
        return new Finding.Seen(new CertificateFacts(
                State.ENDED,
                Instant.parse("2018-07-01T03:00:00Z"),
                new CertificateFacts.Issuer("Aomori Prefecture CA", OptionalInt.of(2015)),
                Optional.of("1.3.6.1.4.1.32473.3.1"),
                Optional.empty(),
                Optional.of(told)));
    }

    static TokenFacts card(Finding authentication, Finding signature, int pinTries, int passwordTries) {
        return new TokenFacts(
                TokenKind.MY_NUMBER_CARD,
                Optional.of(LocalDate.of(2031, 3, 3)),
                OptionalInt.of(pinTries),
                OptionalInt.of(passwordTries),
                authentication,
                signature);
    }

    static Check usual(Page page) {
        return new Check(page, card(seen(State.VALID, RUNNING, GOOD), new Finding.Hidden(), 3, 5), false);
    }

    /** Nothing of a card is shown anywhere else. */
    static Optional<Check> shownAt(Stage stage) {
        return switch (stage) {
            case SHOW_CERTIFICATES, ENTER_PASSWORD, CHECK_PASSWORD -> Optional.of(usual(Page.AUTHENTICATION));
            default -> Optional.empty();
        };
    }

    private static TokenFacts token(TokenKind kind, int password, Finding authentication, Finding signature) {
        return new TokenFacts(
                kind,
                Optional.empty(),
                authentication instanceof Finding.Absent ? OptionalInt.empty() : OptionalInt.of(3),
                password < 0 ? OptionalInt.empty() : OptionalInt.of(password),
                authentication,
                signature);
    }

    static List<TokenFacts> tokens() {
        List<TokenFacts> tokens = new ArrayList<>();
        List<RevocationStatus> statuses = new ArrayList<>(List.of(
                GOOD,
                new RevocationStatus.Suspended(OVER),
                new RevocationStatus.UnknownYet(),
                new RevocationStatus.UnknownIssuer(),
                new RevocationStatus.Unavailable()));
        for (RevocationReason reason : RevocationReason.values()) {
            statuses.add(RevocationStatus.ofEntry(reason, OVER));
        }
        for (RevocationStatus status : statuses) {
            tokens.add(card(seen(State.VALID, SOON, status), signature(SOON, State.VALID), 1, 1));
        }
        for (State state : State.values()) {
            Instant ends = state == State.ENDED ? OVER : RUNNING;
            tokens.add(card(seen(state, ends, GOOD), signature(ends, state), 0, 0));
        }
        tokens.add(card(new Finding.Unreadable(), new Finding.Unreadable(), 3, 5));
        tokens.add(card(new Finding.Absent(), new Finding.Absent(), 3, 5));
        tokens.add(token(TokenKind.ANDROID_PHONE, -1, new Finding.Hidden(), new Finding.Absent()));
        tokens.add(token(TokenKind.ANDROID_PHONE, 5, seen(State.VALID, RUNNING, GOOD), new Finding.Hidden()));
        tokens.add(token(TokenKind.ANDROID_PHONE, 5, new Finding.Absent(), new Finding.Hidden()));
        tokens.add(token(TokenKind.IPHONE, -1, new Finding.Hidden(), new Finding.Absent()));
        tokens.add(token(TokenKind.IPHONE, 5, new Finding.Hidden(), new Finding.Hidden()));
        tokens.add(token(TokenKind.JUKI_CARD, 5, new Finding.Absent(), new Finding.Hidden()));
        tokens.add(token(TokenKind.JUKI_CARD, 0, new Finding.Absent(), new Finding.Hidden()));
        tokens.add(token(TokenKind.JUKI_CARD, 5, new Finding.Absent(), signature(OVER, State.ENDED)));
        Instant then = Instant.parse("2016-07-01T03:00:00Z");
        for (RevocationStatus told : List.of(
                new RevocationStatus.Good(then),
                RevocationStatus.ofEntry(RevocationReason.AFFILIATION_CHANGED, then))) {
            tokens.add(token(TokenKind.JUKI_CARD, 5, new Finding.Absent(), prefectures(told)));
        }
        for (RevocationStatus status : statuses) {
            tokens.add(token(TokenKind.ANDROID_PHONE, 5, seen(State.VALID, RUNNING, status), new Finding.Hidden()));
        }
        tokens.add(token(TokenKind.UNKNOWN, 5, new Finding.Absent(), new Finding.Hidden()));
        return tokens;
    }

    static List<Screen> all(Language language) {
        List<Screen> all = new ArrayList<>();
        Readiness ready = SampleScreens.ready();
        for (TokenFacts token : tokens()) {
            for (Page page : Page.values()) {
                all.add(SampleScreens.checking(
                        Stage.SHOW_CERTIFICATES, language, ready, new Check(page, token, false)));
            }
        }
        Optional<Check> usual = Optional.of(usual(Page.AUTHENTICATION));
        for (Slip slip : Slip.values()) {
            all.add(SampleScreens.checking(Stage.SHOW_CERTIFICATES, language, ready, usual, slip, Optional.empty()));
            all.add(SampleScreens.checked(Stage.ENDED, language, slip));
        }
        all.add(SampleScreens.checkEnded(EndReason.CARD_REMOVED, language));
        TokenFacts juki = token(TokenKind.JUKI_CARD, 1, new Finding.Absent(), new Finding.Hidden());
        Check typing = new Check(Page.SIGNATURE, juki, true);
        all.add(SampleScreens.checking(Stage.ENTER_PASSWORD, language, ready, typing));
        all.add(SampleScreens.checked(Stage.PRINT_SLIP, language, Slip.ON_ITS_WAY));
        Readiness paperless = ready.with(Part.PRINTER, Set.of(Obstacle.PRINTER_OUT_OF_PAPER));
        all.add(SampleScreens.checking(Stage.SHOW_CERTIFICATES, language, paperless, usual(Page.USES)));
        for (int tries = 1; tries <= TokenFacts.PASSWORD_TRIES; tries++) {
            Check check = new Check(
                    Page.SIGNATURE,
                    card(seen(State.VALID, RUNNING, GOOD), new Finding.Hidden(), 3, tries),
                    tries < TokenFacts.PASSWORD_TRIES);
            all.add(SampleScreens.checking(Stage.ENTER_PASSWORD, language, ready, check));
        }
        for (Stage stage : List.of(Stage.PLACE_CARD, Stage.INSPECT_CARD, Stage.ENTER_PIN, Stage.CHECK_PASSWORD)) {
            all.add(SampleScreens.checking(stage, language, ready, usual(Page.AUTHENTICATION)));
        }
        return all;
    }
}
