package jp.madoguchi.kiosk.flow;

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
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.PinFlaw;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A PIN is changed: every answer of the card, and every way out before it is asked. */
class PinChangingTest {
    private static final Event BEGIN = new Event.Begin(Language.JA, Service.PIN_CHANGE);
    private static final Event ENTERED = new Event.PinEntered(Samples.NOON);
    private static final Event TAKEN = new Event.CardTaken();

    private static Visit after(Visit visit, Event... events) {
        Visit now = visit;
        for (Event event : events) {
            now = ResidentFlow.TABLE.apply(now, event).next();
        }
        return now;
    }

    private static Visit looking() {
        return after(Samples.welcome(), BEGIN, new Event.CardPlaced());
    }

    private static Visit current() {
        return after(looking(), new Event.CardInspected(Samples.CARD));
    }

    private static Visit next() {
        return after(current(), ENTERED);
    }

    private static Visit again() {
        return after(next(), ENTERED, new Event.NewPinFit());
    }

    private static Visit changing() {
        return after(again(), ENTERED);
    }

    @Test
    void journey_toAnotherPin_asksTheCardOnceAndAtTheEnd() {
        Step placed = ResidentFlow.TABLE.apply(after(Samples.welcome(), BEGIN), new Event.CardPlaced());
        assertEquals(List.of(new Effect.InspectCard()), placed.effects());
        Step looked = ResidentFlow.TABLE.apply(placed.next(), new Event.CardInspected(Samples.CARD));
        assertEquals(Stage.ENTER_PIN, looked.next().stage());
        assertEquals(List.of(), looked.effects(), "no center is asked");
        assertEquals(OptionalInt.of(3), looked.next().card().triesLeft(), "told before the first digit");
        Step old = ResidentFlow.TABLE.apply(looked.next(), ENTERED);
        assertEquals(Stage.ENTER_NEW_PIN, old.next().stage());
        assertEquals(List.of(), old.effects(), "the old PIN waits");
        Step weighed = ResidentFlow.TABLE.apply(old.next(), ENTERED);
        assertEquals(Stage.ENTER_NEW_PIN, weighed.next().stage());
        assertEquals(List.of(new Effect.WeighNewPin()), weighed.effects());
        Step fit = ResidentFlow.TABLE.apply(weighed.next(), new Event.NewPinFit());
        assertEquals(Stage.REPEAT_NEW_PIN, fit.next().stage());
        assertEquals(List.of(), fit.effects());
        Step asked = ResidentFlow.TABLE.apply(fit.next(), ENTERED);
        assertEquals(Stage.CHANGE_PIN, asked.next().stage());
        assertEquals(List.of(new Effect.ChangePin()), asked.effects());
    }

    /** where the visit stands, what happens, why it ends then */
    static Stream<Arguments> ends() {
        TokenFacts none = token(TokenKind.MY_NUMBER_CARD, OptionalInt.empty());
        Visit readerLost = after(next(), new Event.PartChanged(Part.CARD_READER, Set.of(Obstacle.NO_READER)));
        return Stream.of(
                // what lies there
                Arguments.of(looking(), inspected(TokenKind.JUKI_CARD, 3), EndReason.PIN_CHANGE_JUKI_CARD),
                Arguments.of(looking(), inspected(TokenKind.ANDROID_PHONE, 3), EndReason.PIN_CHANGE_PHONE),
                Arguments.of(looking(), inspected(TokenKind.IPHONE, 3), EndReason.PIN_CHANGE_PHONE),
                Arguments.of(looking(), inspected(TokenKind.UNKNOWN, 3), EndReason.TOKEN_UNKNOWN),
                Arguments.of(looking(), inspected(TokenKind.MY_NUMBER_CARD, 0), EndReason.PIN_BLOCKED),
                Arguments.of(looking(), new Event.CardInspected(none), EndReason.NO_CERTIFICATE),
                Arguments.of(looking(), new Event.CardUnfit(EndReason.NOT_JPKI_CARD), EndReason.NOT_JPKI_CARD),
                // before the card is asked
                Arguments.of(current(), TAKEN, EndReason.CARD_REMOVED),
                Arguments.of(next(), TAKEN, EndReason.CARD_REMOVED),
                Arguments.of(again(), TAKEN, EndReason.CARD_REMOVED),
                Arguments.of(readerLost, TAKEN, EndReason.READER_FAILED),
                Arguments.of(next(), new Event.Cancelled(), EndReason.CANCELLED),
                Arguments.of(again(), new Event.Cancelled(), EndReason.CANCELLED),
                Arguments.of(next(), new Event.TimeUp(), EndReason.TIME_UP),
                Arguments.of(again(), new Event.TimeUp(), EndReason.TIME_UP),
                Arguments.of(again(), new Event.Withdrawn(), EndReason.WITHDRAWN),
                Arguments.of(after(changing(), TAKEN), unfit(PinFlaw.UNLIKE), EndReason.CARD_REMOVED),
                // what the card answers
                Arguments.of(changing(), new Event.PinChanged(), EndReason.PIN_CHANGED),
                Arguments.of(after(changing(), TAKEN), new Event.PinChanged(), EndReason.PIN_CHANGED),
                Arguments.of(after(changing(), TAKEN), new Event.PinWrong(1), EndReason.CARD_REMOVED_AT_PIN),
                Arguments.of(changing(), new Event.PinBlocked(true), EndReason.PIN_BLOCKED_NOW),
                Arguments.of(changing(), new Event.PinBlocked(false), EndReason.PIN_BLOCKED),
                Arguments.of(changing(), new Event.PinChangeRefused(), EndReason.PIN_CHANGE_REFUSED),
                Arguments.of(changing(), new Event.PinUncertain(CardFailure.REMOVED), EndReason.CARD_REMOVED_AT_PIN),
                Arguments.of(
                        changing(), new Event.PinChangeUncertain(CardFailure.REMOVED), EndReason.PIN_CHANGE_UNCERTAIN),
                Arguments.of(changing(), new Event.CardFailed(CardFailure.REMOVED), EndReason.CARD_REMOVED),
                Arguments.of(changing(), new Event.CardFailed(CardFailure.GARBLED), EndReason.CARD_UNREADABLE),
                Arguments.of(changing(), new Event.TimeUp(), EndReason.PIN_CHANGE_UNCERTAIN),
                Arguments.of(changing(), new Event.DefectFound(), EndReason.PIN_CHANGE_UNCERTAIN));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void visit_thatEnds_saysWhyAndForgets(Visit visit, Event event, EndReason reason) {
        Step end = ResidentFlow.TABLE.apply(visit, event);
        assertEquals(Stage.ENDED, end.next().stage());
        assertEquals(reason, end.next().end().orElseThrow().reason());
        assertEquals(List.of(new Effect.ReleaseCard(), new Effect.Forget()), end.effects());
    }

    private static TokenFacts token(TokenKind kind, OptionalInt tries) {
        return new TokenFacts(
                kind, Optional.empty(), tries, OptionalInt.empty(), new Finding.Absent(), new Finding.Absent());
    }

    private static Event inspected(TokenKind kind, int tries) {
        return new Event.CardInspected(token(kind, OptionalInt.of(tries)));
    }

    private static Event unfit(PinFlaw flaw) {
        return new Event.NewPinUnfit(flaw);
    }

    /** Said plainly; the old PIN need not be typed again. */
    @ParameterizedTest
    @CsvSource({"UNLIKE, PIN_UNLIKE", "UNCHANGED, PIN_UNCHANGED", "WEAK, PIN_WEAK"})
    void newPin_thatWillNotDo_isTypedAnewAndNoCardIsAsked(PinFlaw flaw, Hint hint) {
        for (Visit visit : List.of(next(), changing())) {
            Step step = ResidentFlow.TABLE.apply(visit, unfit(flaw));
            assertEquals(Stage.ENTER_NEW_PIN, step.next().stage());
            assertEquals(hint, step.next().card().hint());
            assertEquals(List.of(), step.effects());
        }
    }

    /** Else a second one like it would leave the screen as it was, with the dots of a pad that is empty. */
    @Test
    void newPin_enteredAnew_isNoLongerSpokenAgainst() {
        Visit anew = after(next(), unfit(PinFlaw.WEAK), ENTERED);
        assertEquals(Hint.NONE, anew.card().hint());
        assertEquals(Hint.PIN_WEAK, after(anew, unfit(PinFlaw.WEAK)).card().hint());
        assertEquals(Hint.NONE, after(anew, new Event.NewPinFit()).card().hint());
    }

    @Test
    void oldPin_wrong_isAskedForAgainWithTheTriesThatAreLeft() {
        Step wrong = ResidentFlow.TABLE.apply(changing(), new Event.PinWrong(1));
        assertEquals(Stage.ENTER_PIN, wrong.next().stage());
        assertEquals(Hint.WRONG_PIN, wrong.next().card().hint());
        assertEquals(OptionalInt.of(1), wrong.next().card().triesLeft());
        assertEquals(List.of(), wrong.effects());
    }

    @Test
    void screens_wentBackTo_areTheOnesBefore() {
        assertEquals(Stage.ENTER_NEW_PIN, after(again(), new Event.WentBack()).stage());
        assertEquals(Stage.ENTER_PIN, after(next(), new Event.WentBack()).stage());
        assertEquals(Stage.ENTER_PIN, after(current(), new Event.WentBack()).stage(), "there is none before");
    }

    @Test
    void digit_takenBackInTheSameInstant_endsNothing() {
        assertEquals(next(), after(next(), new Event.PinIncomplete()));
        assertEquals(
                Stage.ENTER_PIN, after(changing(), new Event.PinIncomplete()).stage());
    }

    /** Whatever becomes of kiosk and resident meanwhile: what is said of the PIN is what the card says. */
    @Test
    void card_thatIsBeingAsked_isWaitedFor() {
        for (Event event :
                List.of(new Event.Cancelled(), TAKEN, new Event.Withdrawn(), new Event.LedgerFailed(), ENTERED)) {
            Step step = ResidentFlow.TABLE.apply(changing(), event);
            assertEquals(Stage.CHANGE_PIN, step.next().stage(), event.toString());
            assertEquals(List.of(), step.effects(), event.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void change_withoutOnePart_beginsUnlessItNeedsIt(Part part) {
        boolean needed = part == Part.CARD_READER || part == Part.STAFF;
        Visit closed = Samples.welcome().with(Samples.allReady().with(part, Set.of(Obstacle.PRINTER_JAM)));
        assertEquals(
                needed ? Stage.CLOSED : Stage.PLACE_CARD, after(closed, BEGIN).stage());
    }

    @Test
    void change_thatIsMade_movesNoMoneyAndPrintsNothing() {
        Visit ended = after(changing(), new Event.PinChanged());
        assertEquals(Money.NONE, ended.money());
        assertFalse(ended.claims());
        Step over = ResidentFlow.TABLE.apply(after(ended, TAKEN), new Event.Acknowledged());
        assertTrue(over.over());
    }
}
