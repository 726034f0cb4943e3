package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.CertificateKind.AUTHENTICATION;
import static jp.madoguchi.kiosk.terms.CertificateKind.SIGNATURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.flow.Check.Page;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateCheckTest {
    private static final Event BEGIN = new Event.Begin(Language.JA, Service.CERTIFICATE_CHECK);

    private static Visit after(Visit visit, Event... events) {
        Visit now = visit;
        for (Event event : events) {
            now = ResidentFlow.TABLE.apply(now, event).next();
        }
        return now;
    }

    private static Visit showing(TokenFacts token) {
        return after(Samples.welcome(), BEGIN, new Event.CardPlaced(), new Event.CardInspected(token));
    }

    private static Visit typingThePassword() {
        return after(showing(Samples.CARD), new Event.OpeningAsked(SIGNATURE));
    }

    private static Visit checkingThePassword() {
        return after(typingThePassword(), new Event.PasswordEntered());
    }

    private static TokenFacts token(Visit visit) {
        return visit.check().orElseThrow().token();
    }

    @Test
    void cardPlaced_forTheCheck_isLookedAtWithoutAPin() {
        Step placed = ResidentFlow.TABLE.apply(after(Samples.welcome(), BEGIN), new Event.CardPlaced());
        assertEquals(Stage.INSPECT_CARD, placed.next().stage());
        assertEquals(List.of(new Effect.InspectCard()), placed.effects());
    }

    @Test
    void status_ofACertificateInForce_isAskedWhileItIsShown() {
        Visit looking = after(Samples.welcome(), BEGIN, new Event.CardPlaced());
        Step shown = ResidentFlow.TABLE.apply(looking, new Event.CardInspected(Samples.CARD));
        assertEquals(Stage.SHOW_CERTIFICATES, shown.next().stage());
        assertEquals(List.of(new Effect.AskStatus(AUTHENTICATION)), shown.effects());
        Step phone = ResidentFlow.TABLE.apply(looking, new Event.CardInspected(Samples.PHONE));
        assertEquals(List.of(), phone.effects());
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"SHOW_CERTIFICATES", "ENTER_PASSWORD", "CHECK_PASSWORD"})
    void status_toldLate_isShownWhereverTheVisitStands(Stage stage) {
        RevocationStatus status = new RevocationStatus.UnknownYet();
        Visit told = after(showing(Samples.CARD).at(stage), new Event.StatusTold(AUTHENTICATION, status));
        Finding.Seen seen = (Finding.Seen) token(told).authentication();
        assertEquals(Optional.of(status), seen.facts().status());
        assertEquals(stage, told.stage());
    }

    /** stage, event: all that takes what was shown away */
    static Stream<Arguments> ends() {
        Event taken = new Event.CardTaken();
        Event lost = new Event.PinUncertain(CardFailure.REMOVED);
        return Stream.of(
                Arguments.of(showing(Samples.CARD), taken, EndReason.CHECKED),
                Arguments.of(showing(Samples.CARD), new Event.Cancelled(), EndReason.CHECKED),
                Arguments.of(showing(Samples.CARD), new Event.TimeUp(), EndReason.TIME_UP),
                Arguments.of(typingThePassword(), taken, EndReason.CHECKED),
                Arguments.of(
                        after(showing(Samples.PHONE), new Event.OpeningAsked(AUTHENTICATION)),
                        taken,
                        EndReason.CHECKED),
                Arguments.of(typingThePassword(), new Event.Cancelled(), EndReason.CHECKED),
                Arguments.of(typingThePassword(), new Event.TimeUp(), EndReason.TIME_UP),
                Arguments.of(checkingThePassword(), lost, EndReason.CARD_REMOVED_AT_PASSWORD),
                Arguments.of(checkingThePassword(), new Event.TimeUp(), EndReason.CARD_REMOVED_AT_PASSWORD),
                Arguments.of(checkingThePassword(), new Event.CardFailed(CardFailure.REMOVED), EndReason.CARD_REMOVED),
                Arguments.of(
                        checkingThePassword(), new Event.CardFailed(CardFailure.GARBLED), EndReason.CARD_UNREADABLE),
                Arguments.of(
                        after(checkingThePassword(), taken),
                        new Event.CertificateOpened(SIGNATURE, Samples.CARD.authentication()),
                        EndReason.CHECKED),
                Arguments.of(after(checkingThePassword(), taken), new Event.PinWrong(3), EndReason.CHECKED),
                Arguments.of(
                        after(
                                showing(Samples.CARD),
                                new Event.PartChanged(Part.CARD_READER, Set.of(Obstacle.NO_READER))),
                        taken,
                        EndReason.READER_FAILED));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void visit_thatEnds_forgetsWhatWasShown(Visit visit, Event event, EndReason reason) {
        Step end = ResidentFlow.TABLE.apply(visit, event);
        assertEquals(Stage.ENDED, end.next().stage());
        assertEquals(reason, end.next().end().orElseThrow().reason());
        assertEquals(Optional.empty(), end.next().check());
        assertTrue(end.effects().contains(new Effect.Forget()));
    }

    @Test
    void password_wrong_isAskedForAgainWithTheTriesThatAreLeft() {
        Visit again = after(checkingThePassword(), new Event.PinWrong(4));
        assertEquals(Stage.ENTER_PASSWORD, again.stage());
        assertTrue(again.check().orElseThrow().wrong());
        assertEquals(OptionalInt.of(4), token(again).passwordTries());
    }

    @Test
    void password_right_showsItsCertificateAndAsksItsStatus() {
        Step opened = ResidentFlow.TABLE.apply(
                after(checkingThePassword(), new Event.PinWrong(4), new Event.PasswordEntered()),
                new Event.CertificateOpened(SIGNATURE, Samples.CARD.authentication()));
        assertEquals(Stage.SHOW_CERTIFICATES, opened.next().stage());
        assertEquals(List.of(new Effect.AskStatus(SIGNATURE)), opened.effects());
        assertEquals(Samples.CARD.authentication(), token(opened.next()).signature());
        assertEquals(OptionalInt.of(5), token(opened.next()).passwordTries());
    }

    @Test
    void password_blocked_leavesTheRestToBeSeenAndIsNotAskedForAgain() {
        Visit blocked = after(checkingThePassword(), new Event.PinBlocked(true));
        assertEquals(Stage.SHOW_CERTIFICATES, blocked.stage());
        assertEquals(OptionalInt.of(0), token(blocked).passwordTries());
        assertEquals(blocked, after(blocked, new Event.OpeningAsked(SIGNATURE)));
    }

    @Test
    void password_afterGoingBack_isNotCalledWrong() {
        Visit wrong = after(checkingThePassword(), new Event.PinWrong(4), new Event.WentBack());
        assertEquals(Stage.SHOW_CERTIFICATES, wrong.stage());
        assertEquals(
                false,
                after(wrong, new Event.OpeningAsked(SIGNATURE))
                        .check()
                        .orElseThrow()
                        .wrong());
    }

    @Test
    void phone_withItsPassword_showsItsCertificateAndLogsNobodyIn() {
        Visit typing = after(showing(Samples.PHONE), new Event.OpeningAsked(AUTHENTICATION));
        assertEquals(Stage.ENTER_PIN, typing.stage());
        Step entered = ResidentFlow.TABLE.apply(typing, new Event.PinEntered(Samples.NOON));
        assertEquals(List.of(new Effect.OpenCertificate(AUTHENTICATION)), entered.effects());
        Visit wrong = after(entered.next(), new Event.PinWrong(2));
        assertEquals(Stage.ENTER_PIN, wrong.stage());
        assertEquals(OptionalInt.of(2), token(wrong).pinTries());
        assertEquals(Stage.SHOW_CERTIFICATES, after(wrong, new Event.WentBack()).stage());
        assertEquals(
                OptionalInt.of(0),
                token(after(entered.next(), new Event.PinBlocked(true))).pinTries());
        Visit shown = after(entered.next(), new Event.CertificateOpened(AUTHENTICATION, Samples.CARD.authentication()));
        assertEquals(Stage.SHOW_CERTIFICATES, shown.stage());
        assertEquals(Samples.CARD.authentication(), token(shown).authentication());
    }

    /** token, certificate, whether its secret may be asked for */
    static Stream<Arguments> openings() {
        return Stream.of(
                Arguments.of(TokenKind.MY_NUMBER_CARD, true, 5, true),
                Arguments.of(TokenKind.JUKI_CARD, true, 5, true),
                Arguments.of(TokenKind.MY_NUMBER_CARD, true, 0, false),
                Arguments.of(TokenKind.MY_NUMBER_CARD, false, 5, false),
                Arguments.of(TokenKind.ANDROID_PHONE, true, 5, false),
                Arguments.of(TokenKind.IPHONE, true, 5, false),
                Arguments.of(TokenKind.UNKNOWN, true, 5, false));
    }

    @ParameterizedTest
    @MethodSource("openings")
    void password_isAskedFor_onlyWhereItOpensSomething(TokenKind kind, boolean hidden, int tries, boolean asked) {
        TokenFacts token = new TokenFacts(
                kind,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(tries),
                new Finding.Absent(),
                hidden ? new Finding.Hidden() : new Finding.Absent());
        Visit after = after(showing(token), new Event.OpeningAsked(SIGNATURE));
        assertEquals(asked ? Stage.ENTER_PASSWORD : Stage.SHOW_CERTIFICATES, after.stage());
    }

    @Test
    void slip_isPrintedOnce_whateverComesOfIt() {
        Visit showing = showing(Samples.CARD);
        Step asked = ResidentFlow.TABLE.apply(showing, new Event.SlipAsked());
        assertEquals(List.of(new Effect.PrintSlip(token(showing))), asked.effects());
        Visit failed = after(asked.next(), new Event.SlipPrinted(new PrintOutcome.Unknown(0, Set.of(), "lost")));
        assertEquals(Slip.FAILED, failed.paper().slip());
        for (Visit again : List.of(asked.next(), failed)) {
            assertEquals(
                    List.of(),
                    ResidentFlow.TABLE.apply(again, new Event.SlipAsked()).effects());
        }
        Visit paperless = after(showing, new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_OUT_OF_PAPER)));
        assertEquals(Stage.SHOW_CERTIFICATES, paperless.stage(), "the check goes on without a printer");
        assertEquals(
                List.of(),
                ResidentFlow.TABLE.apply(paperless, new Event.SlipAsked()).effects());
    }

    /** what takes the resident away while the slip is being printed */
    static Stream<Event> departures() {
        return Stream.of(new Event.CardTaken(), new Event.Cancelled(), new Event.TimeUp(), new Event.DefectFound());
    }

    /** The next resident pays and waits for paper at the same printer: it must not have this one's slip in it. */
    @ParameterizedTest
    @MethodSource("departures")
    void visit_whoseSlipIsOnItsWay_isNotOverBeforeThePrinterHasAnswered(Event departure) {
        Step left = ResidentFlow.TABLE.apply(after(showing(Samples.CARD), new Event.SlipAsked()), departure);
        assertEquals(Stage.PRINT_SLIP, left.next().stage());
        assertEquals(Optional.empty(), left.next().check(), "what was shown is gone");
        assertEquals(List.of(new Effect.ReleaseCard(), new Effect.Forget()), left.effects());
        Visit waiting = after(left.next(), new Event.CardTaken());
        for (Event event : Samples.events()) {
            if (!(event instanceof Event.SlipPrinted) && Samples.possible(waiting, event)) {
                Step step = ResidentFlow.TABLE.apply(waiting, event);
                assertFalse(step.over(), event.toString());
                assertEquals(Stage.PRINT_SLIP, step.next().stage(), event.toString());
            }
        }
        Visit answered = after(waiting, new Event.SlipPrinted(new PrintOutcome.Printed(1)));
        assertEquals(Stage.ENDED, answered.stage());
        assertEquals(Slip.PRINTED, answered.paper().slip());
        assertTrue(ResidentFlow.TABLE.apply(answered, new Event.Acknowledged()).over());
    }

    @Test
    void visit_whoseSlipHasComeOut_endsAtOnce() {
        Visit printed =
                after(showing(Samples.CARD), new Event.SlipAsked(), new Event.SlipPrinted(new PrintOutcome.Printed(1)));
        assertEquals(Stage.ENDED, after(printed, new Event.CardTaken()).stage());
    }

    @Test
    void page_turned_isShown() {
        assertEquals(
                Page.USES,
                after(showing(Samples.CARD), new Event.PageTurned(Page.USES))
                        .check()
                        .orElseThrow()
                        .page());
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void check_withoutOnePart_beginsUnlessItNeedsIt(Part part) {
        Readiness lacking = Samples.allReady().with(part, Set.of(Obstacle.PRINTER_JAM));
        Visit closed = Samples.welcome().with(lacking);
        assertEquals(Stage.CLOSED, closed.stage());
        assertEquals(
                Service.CERTIFICATE_CHECK.needs(part) ? Stage.CLOSED : Stage.PLACE_CARD,
                after(closed, BEGIN).stage());
        assertEquals(Stage.CLOSED, after(closed, new Event.Begin(Language.JA)).stage());
        Visit placing = after(Samples.welcome(), BEGIN);
        boolean over = ResidentFlow.TABLE
                .apply(placing, new Event.PartChanged(part, Set.of(Obstacle.PRINTER_JAM)))
                .over();
        assertEquals(part == Part.CARD_READER, over, "what staff decide gives time to finish");
    }

    @Test
    void check_byAWrongClock_doesNotBegin() {
        Visit closed = Samples.welcome().with(Samples.allReady().with(Part.CENTER, Set.of(Obstacle.CLOCK_WRONG)));
        assertEquals(Stage.CLOSED, after(closed, BEGIN).stage());
    }
}
