package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.flow.Samples.ELSEWHERE;
import static jp.madoguchi.kiosk.flow.Samples.registration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegisteringTest {
    private static final Event WANTED = new Event.RegistrationWanted(ELSEWHERE.municipality());
    private static final Event.RegistrationsTold NONE = new Event.RegistrationsTold(List.of());

    /** At the menu, with what the resident applied for before. */
    private static Visit menu(Event.RegistrationsTold told) {
        return after(Samples.welcome().with(Applications.of(Samples.CATALOGUE)).at(Stage.CHOOSE_DOCUMENT), told);
    }

    private static Event.RegistrationsTold told(Registration.State state) {
        return new Event.RegistrationsTold(List.of(registration(state)));
    }

    private static Visit after(Visit visit, Event... events) {
        Visit now = visit;
        for (Event event : events) {
            now = ResidentFlow.TABLE.apply(now, event).next();
        }
        return now;
    }

    private static Visit onItsWay() {
        return after(menu(NONE), WANTED, new Event.LineWritten(), new Event.LineWritten(), new Event.Confirmed());
    }

    @Test
    void application_writtenAndConfirmed_isFiledWithTheMunicipalityAlone() {
        Visit writing = after(menu(NONE), WANTED);
        assertEquals(Stage.WRITE_DOMICILE, writing.stage());
        Visit head = after(writing, new Event.LineWritten());
        assertEquals(Stage.WRITE_HEAD, head.stage());
        Visit confirming = after(head, new Event.LineWritten());
        assertEquals(Stage.CONFIRM_REGISTRATION, confirming.stage());
        Step sent = ResidentFlow.TABLE.apply(confirming, new Event.Confirmed());
        assertEquals(Stage.FILE_REGISTRATION, sent.next().stage());
        assertEquals(List.of(new Effect.FileRegistration(ELSEWHERE.municipality())), sent.effects());
        Visit filed = after(sent.next(), new Event.RegistrationFiled(registration(Registration.State.PENDING)));
        assertEquals(Stage.REGISTRATION_FILED, filed.stage());
        assertEquals(
                registration(Registration.State.PENDING),
                filed.applications().latest().orElseThrow());
        assertEquals(Stage.CHOOSE_DOCUMENT, after(filed, new Event.WentBack()).stage());
    }

    @ParameterizedTest
    @CsvSource({
        "WRITE_DOMICILE, CHOOSE_DOCUMENT",
        "WRITE_HEAD, WRITE_DOMICILE",
        "CONFIRM_REGISTRATION, WRITE_HEAD",
        "ASK_REGISTRATIONS, CHOOSE_DOCUMENT"
    })
    void back_whileWriting_isOneStepBack(Stage from, Stage to) {
        assertEquals(
                to,
                after(Samples.welcome().with(Samples.APPLYING).at(from), new Event.WentBack())
                        .stage());
    }

    @ParameterizedTest
    @EnumSource(Registration.State.class)
    void application_ofBefore_isShownInsteadOfASecondOne(Registration.State state) {
        Visit shown = after(menu(told(state)), WANTED);
        assertEquals(Stage.REGISTRATION_FILED, shown.stage());
        boolean refused = state == Registration.State.REFUSED;
        assertEquals(
                refused ? Stage.WRITE_DOMICILE : Stage.REGISTRATION_FILED,
                after(shown, WANTED).stage(),
                "wanted again");
    }

    @Test
    void applications_notToldYet_areAskedForBeforeAnythingIsWritten() {
        Visit unknown =
                Samples.welcome().with(Applications.of(Samples.CATALOGUE)).at(Stage.CHOOSE_DOCUMENT);
        Step asked = ResidentFlow.TABLE.apply(unknown, WANTED);
        assertEquals(Stage.ASK_REGISTRATIONS, asked.next().stage());
        assertEquals(List.of(new Effect.AskRegistrations()), asked.effects());
        assertEquals(Stage.WRITE_DOMICILE, after(asked.next(), NONE).stage());
        assertEquals(
                Stage.REGISTRATION_FILED,
                after(asked.next(), told(Registration.State.PENDING)).stage());
    }

    private static Visit asking() {
        return after(Samples.welcome().with(Applications.of(Samples.CATALOGUE)).at(Stage.CHOOSE_DOCUMENT), WANTED);
    }

    /** The other certificates can still be had; asked again, the center may answer. */
    @ParameterizedTest
    @MethodSource("silences")
    void applications_thatNobodyCanTell_leadBackToTheMenuWithAWord(Event silence) {
        Visit menu = after(asking(), silence);
        assertEquals(Stage.CHOOSE_DOCUMENT, menu.stage());
        assertTrue(menu.applications().untold());
        Visit again = after(menu, WANTED);
        assertEquals(Stage.ASK_REGISTRATIONS, again.stage());
        Visit writing = after(again, NONE);
        assertEquals(Stage.WRITE_DOMICILE, writing.stage());
        assertFalse(writing.applications().arrivedPerhaps(), "nothing was sent");
    }

    static Stream<Event> silences() {
        return Stream.of(
                new Event.RegistrationsUntold(CenterTrouble.UNREACHABLE),
                new Event.RegistrationsUntold(CenterTrouble.UNCERTAIN),
                new Event.RegistrationsUntold(CenterTrouble.GARBLED),
                new Event.RegistrationsRefused(Refusal.UNAVAILABLE, Circumstances.NONE),
                new Event.TimeUp());
    }

    @Test
    void applications_thatTheCenterWillNotTell_endTheVisitWithWhatItSaid() {
        Circumstances opens = new Circumstances(
                Optional.of(Samples.NOON), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(
                Optional.of(new End(EndReason.CENTER_CLOSED, opens)),
                after(asking(), new Event.RegistrationsRefused(Refusal.CLOSED, opens))
                        .end());
        assertEquals(
                Optional.of(new End(EndReason.CENTER_UNTRUSTED)),
                after(asking(), new Event.RegistrationsUntold(CenterTrouble.UNTRUSTED))
                        .end());
        Visit menu = menu(NONE);
        assertEquals(menu, after(menu, new Event.RegistrationsRefused(Refusal.CLOSED, opens)), "asked meanwhile");
    }

    @Test
    void applications_ofWhoLivesWhereTheRegisterIs_areNotAskedFor() {
        Visit asking = Samples.welcome().at(Stage.ASK_CENTER);
        assertEquals(
                List.of(new Effect.AskRegistrations()),
                ResidentFlow.TABLE
                        .apply(asking, new Event.Welcomed(Samples.CATALOGUE))
                        .effects());
        assertEquals(
                List.of(),
                ResidentFlow.TABLE
                        .apply(
                                asking,
                                Samples.events().stream()
                                        .filter(event -> event instanceof Event.Welcomed welcomed
                                                && welcomed.catalogue()
                                                        .offices()
                                                        .isEmpty()
                                                && !welcomed.catalogue()
                                                        .offers()
                                                        .isEmpty())
                                        .findFirst()
                                        .orElseThrow())
                        .effects());
    }

    @Test
    void municipality_thatWaitsForNothing_isNotAppliedTo() {
        Visit menu = menu(NONE);
        assertEquals(menu, after(menu, new Event.RegistrationWanted("02201")));
    }

    /** What may have arrived is repeated as it is; only the hand's id, which it keeps, makes both the same. */
    @ParameterizedTest
    @EnumSource(
            value = CenterTrouble.class,
            names = {"UNCERTAIN", "GARBLED", "UNREACHABLE"})
    void application_unanswered_isSentAgainAsItWas(CenterTrouble trouble) {
        Visit unanswered = after(onItsWay(), new Event.CenterFailed(trouble));
        assertEquals(Stage.REGISTRATION_UNANSWERED, unanswered.stage());
        assertEquals(unanswered, after(unanswered, new Event.WentBack()), "it cannot be written anew");
        Step again = ResidentFlow.TABLE.apply(unanswered, new Event.Confirmed());
        assertEquals(List.of(new Effect.FileRegistration(ELSEWHERE.municipality())), again.effects());
        assertEquals(
                Stage.REGISTRATION_FILED,
                after(again.next(), new Event.RegistrationFiled(registration(Registration.State.PENDING)))
                        .stage());
        assertEquals(
                Stage.REGISTRATION_FILED,
                after(unanswered, new Event.RegistrationFiled(registration(Registration.State.PENDING)))
                        .stage(),
                "an answer that came late");
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE,, CENTER_UNREACHABLE",
        "UNCERTAIN,, REGISTRATION_UNCERTAIN",
        "GARBLED,, REGISTRATION_UNCERTAIN",
        "UNCERTAIN, UNREACHABLE, REGISTRATION_UNCERTAIN",
        "UNCERTAIN, UNTRUSTED, REGISTRATION_UNCERTAIN",
        "UNREACHABLE, UNTRUSTED, CENTER_UNTRUSTED",
        "UNTRUSTED,, CENTER_UNTRUSTED"
    })
    void application_givenUp_endsWithWhatIsKnownOfIt(CenterTrouble first, CenterTrouble second, EndReason reason) {
        Visit visit = after(onItsWay(), new Event.CenterFailed(first));
        if (second != null) {
            visit = after(visit, new Event.Confirmed(), new Event.CenterFailed(second));
        }
        assertEquals(
                reason, after(visit, new Event.Cancelled()).end().orElseThrow().reason());
        assertEquals(
                reason, after(visit, new Event.TimeUp()).end().orElseThrow().reason());
    }

    /** "Clear" and "go on" at once: nothing was sent, so nobody need wait for an answer. */
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"WRITE_DOMICILE", "WRITE_HEAD"})
    void line_takenBackInTheSameInstant_isWrittenAgain(Stage line) {
        Visit writing = after(onItsWay(), new Event.LineMissing(line));
        assertEquals(line, writing.stage());
        assertFalse(writing.applications().arrivedPerhaps());
        assertEquals(writing, after(onItsWay(), new Event.TimeUp(), new Event.LineMissing(line)));
        Visit filed = after(onItsWay(), new Event.RegistrationFiled(registration(Registration.State.PENDING)));
        assertEquals(filed, after(filed, new Event.LineMissing(line)), "answered already");
    }

    @Test
    void answer_thatNeverComes_isUncertain() {
        assertTrue(after(onItsWay(), new Event.TimeUp()).applications().arrivedPerhaps());
        assertEquals(onItsWay(), after(onItsWay(), new Event.Cancelled()), "what became of it has to be told");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_OFFERED, REGISTRATION_NOT_OFFERED",
        "REQUEST_CONFLICT, REGISTRATION_CONFLICT",
        "CLOSED, CENTER_CLOSED",
        "UNAVAILABLE, CENTER_UNREACHABLE"
    })
    void application_refused_endsWithWhy(Refusal refusal, EndReason reason) {
        assertEquals(
                reason,
                after(onItsWay(), new Event.CenterRefused(refusal))
                        .end()
                        .orElseThrow()
                        .reason());
    }

    /** Held on its way in an earlier visit, it arrived while this one was being written. */
    @Test
    void application_besideOneThatWaits_isNotFiledAndTheOtherIsShown() {
        for (Visit sent : List.of(onItsWay(), after(onItsWay(), new Event.TimeUp(), new Event.Confirmed()))) {
            Step refused = ResidentFlow.TABLE.apply(sent, new Event.CenterRefused(Refusal.REGISTRATION_PENDING));
            assertEquals(Stage.ASK_REGISTRATIONS, refused.next().stage());
            assertEquals(List.of(new Effect.AskRegistrations()), refused.effects());
            Visit shown = after(refused.next(), told(Registration.State.PENDING));
            assertEquals(Stage.REGISTRATION_FILED, shown.stage());
            Visit untold = after(refused.next(), new Event.RegistrationsUntold(CenterTrouble.UNCERTAIN));
            assertTrue(untold.applications().untold(), "asked again before anything is written");
        }
    }

    @Test
    void application_thatMayHaveArrived_isNotCalledRefusedByAClosedCenter() {
        Visit again = after(onItsWay(), new Event.CenterFailed(CenterTrouble.UNCERTAIN), new Event.Confirmed());
        assertEquals(
                EndReason.REGISTRATION_UNCERTAIN,
                after(again, new Event.CenterRefused(Refusal.CLOSED))
                        .end()
                        .orElseThrow()
                        .reason());
    }

    /** Nothing lies there and no money is in: the next resident can begin at once. */
    @Test
    void visit_thatHasSeenItsApplication_isOverWithoutALastScreen() {
        Visit shown = after(menu(told(Registration.State.PENDING)), WANTED);
        for (Event event : List.of(new Event.Acknowledged(), new Event.Cancelled(), new Event.TimeUp())) {
            Step step = ResidentFlow.TABLE.apply(shown, event);
            assertTrue(step.over());
            assertEquals(
                    EndReason.REGISTRATION_TOLD, step.next().end().orElseThrow().reason());
        }
        Visit withCard = shown.with(shown.card().present(true));
        assertFalse(ResidentFlow.TABLE.apply(withCard, new Event.Acknowledged()).over());
    }
}
