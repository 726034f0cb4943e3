package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.PinFlaw;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;

/** A card on a simulated reader gets its new PIN, or does not. */
class CardPinChangeTest {
    private static final String READER = "Simulated Reader 0";
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final VisitId EARLIER = new VisitId("ff112233445566778899aabbccddeeff");
    private static final int AUTHENTICATION_PIN = 0x18;
    private static final String OLD = "1234";
    private static final String NEW = "5937";

    @TempDir
    static Path dir;

    private static IssuedCards cards;

    private final SimulatedTerminals readers = new SimulatedTerminals();
    private final CardReader reader = new PcscCardReader(readers::factory, READER);
    private final Pads pads = new Pads();
    private final Heard audit = new Heard();
    private final Desk desk =
            new Desk(new Told(), mock(Ledger.class), Clock.systemUTC(), pads, new SecureRandom(), new FixedKeys());
    private final CardPinChange change = new CardPinChange(desk, audit);

    CardPinChangeTest() {
        readers.add(READER);
        desk.begin(VISIT);
    }

    @BeforeAll
    static void issue() throws IOException {
        cards = CardOffice.supply(dir);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private JpkiCard place() throws IOException {
        return place("aomori-hanako");
    }

    private JpkiCard place(String resident) throws IOException {
        JpkiCard card = cards.open(resident);
        readers.place(card);
        return card;
    }

    private Optional<CardSession> session() {
        return Optional.of(
                assertInstanceOf(CardReader.Opening.Opened.class, reader.open()).session());
    }

    private void type(String current, String next, String again) {
        type(pads.pin(), current);
        type(pads.next(), next);
        type(pads.again(), again);
    }

    private static void type(PinPad pad, String pin) {
        pad.clear();
        pin.chars().forEach(digit -> pad.press(digit - '0'));
    }

    private Event changed(String current, String next) {
        type(current, next, next);
        return change.change(VISIT, session());
    }

    private int digits() {
        return pads.pin().count() + pads.next().count() + pads.again().count();
    }

    private static long sent(JpkiCard card, String instruction) {
        return card.commands().stream()
                .filter(command -> command.startsWith(instruction) && command.contains("**"))
                .count();
    }

    @Test
    void card_givenItsNewPin_takesThatAloneFromThenOn() throws IOException {
        JpkiCard card = place();
        assertEquals(new Event.PinChanged(), changed(OLD, NEW));
        assertEquals(0, digits());
        assertEquals(new Event.PinWrong(2), changed(OLD, "8264"));
        assertEquals(new Event.PinChanged(), changed(NEW, "8264"));
        assertEquals(OptionalInt.of(3), card.triesLeft(AUTHENTICATION_PIN));
        assertEquals(
                List.of(
                        "PIN_CHANGE of " + VISIT + " {result=CHANGED}",
                        "PIN_CHANGE of " + VISIT + " {result=WRONG_PIN}",
                        "PIN_CHANGE of " + VISIT + " {result=CHANGED}"),
                audit.lines());
    }

    @Test
    void oldPin_wrongUntilItIsLocked_isCountedTruly() throws IOException {
        JpkiCard card = place("sample-anna");
        assertEquals(new Event.PinWrong(2), changed("9999", NEW));
        assertEquals(new Event.PinWrong(1), changed("9998", NEW));
        assertEquals(new Event.PinBlocked(true), changed("9997", NEW));
        assertEquals(new Event.PinBlocked(false), changed(OLD, NEW));
        assertEquals(OptionalInt.of(0), card.triesLeft(AUTHENTICATION_PIN));
        assertEquals(0, sent(card, "0024"), "CHANGE");
        assertEquals(0, digits());
    }

    /** what is typed, what speaks against it */
    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(NEW, "5938", PinFlaw.UNLIKE),
                Arguments.of(OLD, OLD, PinFlaw.UNCHANGED),
                Arguments.of("1111", "1111", PinFlaw.WEAK));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void newPin_thatWillNotDo_isSentToNoCard(String next, String again, PinFlaw flaw) throws IOException {
        JpkiCard card = place();
        Optional<CardSession> session = session();
        card.clearCommands();
        type(OLD, next, again);
        assertEquals(new Event.NewPinUnfit(flaw), change.change(VISIT, session));
        assertEquals(List.of(), card.commands());
        assertEquals(List.of(), audit.lines());
        assertEquals(4, pads.pin().count(), "the old PIN waits for another new one");
    }

    @Test
    void newPin_weighed_isWipedWhereItWillNotDoAndAsksNoCard() {
        type(OLD, NEW, "");
        assertEquals(new Event.NewPinFit(), change.weigh(VISIT));
        assertEquals(4, pads.next().count());
        for (PinFlaw flaw : List.of(PinFlaw.WEAK, PinFlaw.UNCHANGED)) {
            type(OLD, flaw == PinFlaw.WEAK ? "1212" : OLD, "");
            assertEquals(new Event.NewPinUnfit(flaw), change.weigh(VISIT));
            assertEquals(0, pads.next().count());
            assertEquals(4, pads.pin().count());
        }
        type(OLD, "593", "");
        assertEquals(new Event.PinIncomplete(), change.weigh(VISIT));
        assertEquals(3, pads.next().count());
    }

    /** which command the card leaves at; whether it carries it out; what is known then; which PIN holds */
    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(
                        new Fault.Torn(Fault.When.verify()),
                        new Event.PinUncertain(CardFailure.REMOVED),
                        "VERIFY_LOST",
                        OLD),
                Arguments.of(
                        new Fault.Torn(Fault.When.change()),
                        new Event.PinChangeUncertain(CardFailure.REMOVED),
                        "CHANGE_LOST",
                        OLD),
                Arguments.of(
                        new Fault.AnswerLost(Fault.When.change()),
                        new Event.PinChangeUncertain(CardFailure.REMOVED),
                        "CHANGE_LOST",
                        NEW),
                Arguments.of(
                        new Fault.Answers(Fault.When.change(), new byte[] {0x69, (byte) 0x85}),
                        new Event.PinChangeRefused(),
                        "REFUSED",
                        OLD));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void answer_lostOrRefused_isToldAsWhatItIs(Fault fault, Event told, String result, String holds)
            throws IOException {
        JpkiCard card = place();
        Optional<CardSession> session = session();
        card.script(fault);
        type(OLD, NEW, NEW);
        assertEquals(told, change.change(VISIT, session));
        assertEquals(0, digits());
        assertEquals(List.of("PIN_CHANGE of " + VISIT + " {result=" + result + "}"), audit.lines());
        card.script();
        session.orElseThrow().close();
        readers.take();
        readers.place(card);
        assertEquals(new Event.PinChanged(), changed(holds, "8264"), "the PIN that holds now");
    }

    @Test
    void card_goneBeforeItIsAsked_spentNoTryAndNothingStays() throws IOException {
        place();
        Optional<CardSession> session = session();
        readers.take();
        type(OLD, NEW, NEW);
        assertEquals(new Event.CardFailed(CardFailure.REMOVED), change.change(VISIT, session));
        assertEquals(0, digits());
        type(OLD, NEW, NEW);
        assertEquals(new Event.CardFailed(CardFailure.REMOVED), change.change(VISIT, Optional.empty()));
        assertEquals(0, digits());
    }

    /** A card thread that was held up must not give this resident's digits to the card of the one before. */
    @Test
    void visit_thatIsOver_takesNothingOfTheNext() throws IOException {
        place();
        type(OLD, NEW, NEW);
        assertEquals(new Event.PinIncomplete(), change.change(EARLIER, session()));
        assertEquals(new Event.PinIncomplete(), change.weigh(EARLIER));
        assertEquals(12, digits());
    }

    @Test
    void arrays_givenToTheCard_areWiped() {
        CardSession session = mock(CardSession.class);
        when(session.changePin(any(), any())).thenReturn(new PinChange.Changed());
        type(OLD, NEW, NEW);
        assertEquals(new Event.PinChanged(), change.change(VISIT, Optional.of(session)));
        ArgumentCaptor<byte[]> current = ArgumentCaptor.forClass(byte[].class);
        ArgumentCaptor<byte[]> next = ArgumentCaptor.forClass(byte[].class);
        PinChange ignored = verify(session).changePin(current.capture(), next.capture());
        assertArrayEquals(new byte[4], current.getValue());
        assertArrayEquals(new byte[4], next.getValue());
    }

    /** Else the screen would say that nobody knows, and the card would answer after that. */
    @Test
    void screen_waitsLongerThanAnyTalkWithTheCard() {
        assertTrue(Stage.CHANGE_PIN.patience().compareTo(CardHand.LONGEST) > 0);
    }

    @Test
    void session_thatFailsBadly_leavesNothingTyped_andIsAudited() {
        CardSession session = mock(CardSession.class);
        when(session.changePin(any(), any())).thenThrow(new IllegalStateException("a defect"));
        type(OLD, NEW, NEW);
        assertThrows(IllegalStateException.class, () -> change.change(VISIT, Optional.of(session)));
        assertEquals(0, digits());
        assertEquals(List.of("PIN_CHANGE of " + VISIT + " {result=UNKNOWN}"), audit.lines());
    }
}
