package jp.madoguchi.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PatienceTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Event BEGIN = new Event.Begin(Language.JA);
    private static final Event PRACTISE = new Event.Begin(Language.JA, Service.PRACTICE);
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final Event PLACED = new Event.CardPlaced();
    private static final Event READ =
            new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.of(Instant.parse("2031-03-03T00:00:00Z")), 3);
    private static final Event LARGE = new Event.AidsChosen(Set.of(Aid.LARGE));
    private static final Event VIETNAMESE = new Event.SpeakLanguage(Language.VI);
    private static final Event CANCEL = new Event.Cancelled();
    private static final Event TAKEN = new Event.CardTaken();

    private static Visit after(List<Event> events) {
        SecureRandom random = new SecureRandom();
        Readiness ready = Readiness.unknown();
        for (Part part : Part.values()) {
            ready = ready.with(part, Set.of());
        }
        Visit visit = Visit.waiting(VisitId.random(random), RequestId.random(random), Language.JA, ready, false, false);
        for (Event event : events) {
            visit = KioskFlow.FLOW.apply(visit, event).next();
        }
        return visit;
    }

    static Stream<Arguments> waits() {
        Duration pin = Stage.ENTER_PIN.patience();
        Duration end = Stage.ENDED.patience();
        return Stream.of(
                Arguments.of("nobody is there", Stage.WELCOME, List.of(), NONE, NONE),
                Arguments.of("aids were left", Stage.WELCOME, List.of(LARGE), Patience.LEFT_ALONE, NONE),
                Arguments.of("a language was left", Stage.WELCOME, List.of(VIETNAMESE), Patience.LEFT_ALONE, NONE),
                Arguments.of(
                        "a person, before a card",
                        Stage.PLACE_CARD,
                        List.of(BEGIN),
                        Stage.PLACE_CARD.patience(),
                        Stage.WARNING),
                Arguments.of(
                        "the card is read",
                        Stage.READ_CARD,
                        List.of(LARGE, BEGIN, PLACED),
                        Stage.READ_CARD.patience(),
                        NONE),
                Arguments.of("a person types", Stage.ENTER_PIN, List.of(BEGIN, PLACED, READ), pin, Stage.WARNING),
                Arguments.of(
                        "with an aid",
                        Stage.ENTER_PIN,
                        List.of(BEGIN, LARGE, PLACED, READ),
                        pin.multipliedBy(2),
                        Stage.WARNING),
                Arguments.of(
                        "the card is called for, not waited for",
                        Stage.ENDED,
                        List.of(BEGIN, LARGE, PLACED, READ, CANCEL),
                        end,
                        NONE),
                Arguments.of(
                        "who practises is waited for, and not a card",
                        Stage.TAKE_CARD,
                        List.of(PRACTISE, new Event.Acknowledged(), new Event.PinEntered(NOON)),
                        Stage.TAKE_CARD.patience(),
                        Stage.WARNING),
                Arguments.of(
                        "who still reads",
                        Stage.ENDED,
                        List.of(BEGIN, PLACED, READ, CANCEL, TAKEN),
                        end,
                        Stage.WARNING),
                Arguments.of(
                        "a claim that nobody has read stays",
                        Stage.ENDED,
                        List.of(new Event.CoinInserted(new Yen(100))),
                        end,
                        NONE));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void wait_ofEachKind_isLongEnoughAndNoLonger(
            String why, Stage stage, List<Event> events, Duration silence, Duration warning) {
        Visit visit = after(new ArrayList<>(events));
        assertEquals(stage, visit.stage(), why);
        assertEquals(new Patience(silence, warning), Patience.with(visit, Language.JA, KioskFlow.FLOW), why);
    }

    /** Written out: a stage that is new, or changes sides, has to be thought of. */
    @Test
    void stage_ofADeviceTheCenterOrAForgottenCard_isNobodysTime() {
        Set<Stage> nobodys = EnumSet.of(
                Stage.READ_CARD,
                Stage.CHECK_PIN,
                Stage.ASK_CENTER,
                Stage.TAKE_CARD,
                Stage.INSPECT_CARD,
                Stage.CHECK_PASSWORD,
                Stage.FETCH_DOCUMENT,
                Stage.ASK_REGISTRATIONS,
                Stage.FILE_REGISTRATION,
                Stage.OPEN_SLOT,
                Stage.CHANGE_PIN);
        for (Stage stage : Stage.values()) {
            assertEquals(!nobodys.contains(stage), stage.waitsForAPerson(), stage.name());
        }
    }
}
