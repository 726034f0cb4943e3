package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.IntStream;
import javax.smartcardio.TerminalFactory;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReader.Opening;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on readers inside this JVM, and what only they can do: be unplugged, and be slow to power up. */
final class SimulatedReaderTest extends CardContract {
    private static final String FIRST = "Simulated Reader 00 00";
    private static final String SECOND = "Simulated Reader 00 01";

    private final SimulatedTerminals terminals = new SimulatedTerminals();

    @BeforeEach
    void plugIn() {
        terminals.add(FIRST);
        terminals.add(SECOND);
    }

    @Test
    void reader_unpluggedAndBack_isUsedAgainByTheSameObject() throws Exception {
        JpkiCard card = card("kakuu-ichiro", "");
        try (CardReader reader = reader(FIRST)) {
            CardSession session = open(reader, card);
            terminals.remove(FIRST);
            assertInstanceOf(CardReading.Failed.class, session.read());
            assertInstanceOf(ReaderStatus.NoReader.class, reader.status());
            assertEquals(new Opening.Failed(CardFailure.READER_GONE), reader.open());
            terminals.remove(SECOND);
            assertInstanceOf(ReaderStatus.NoReader.class, reader.status());
            plugIn();
            assertInstanceOf(CardReading.Token.class, open(reader, card).read());
        }
    }

    @Test
    void card_slowOrSkewed_isUnresponsiveUntilItLiesStraight() throws Exception {
        JpkiCard card = card("kakuu-ichiro", "");
        card.script(new Fault.Mute(3));
        place(card); // the first of the three
        try (CardReader reader = reader(FIRST)) {
            assertEquals(new Opening.Failed(CardFailure.UNRESPONSIVE), reader.open());
            assertEquals(new Opening.Failed(CardFailure.UNRESPONSIVE), reader.open());
            CardSession session =
                    assertInstanceOf(Opening.Opened.class, reader.open()).session();
            assertInstanceOf(CardReading.Token.class, session.read());
        }
    }

    @Test
    void pinChange_lost_saysWhichPinMayHold() throws Exception {
        JpkiCard card = card("kakuu-ichiro", "");
        try (CardReader reader = reader(FIRST)) {
            card.script(new Fault.Torn(Fault.When.verify()));
            PinChange lost = open(reader, card).changePin(PIN, NEXT);
            assertEquals(new PinChange.Uncertain(CardFailure.REMOVED, PinChange.Lost.VERIFY), lost);
            card.script(new Fault.AnswerLost(Fault.When.change()));
            lost = open(reader, card).changePin(PIN, NEXT);
            assertEquals(new PinChange.Uncertain(CardFailure.REMOVED, PinChange.Lost.CHANGE), lost);
            card.script();
            assertEquals(new PinChange.Changed(), open(reader, card).changePin(NEXT, PIN));
        }
    }

    /** What vpcd cannot carry: a frame without a byte makes pcscd wait for ever. */
    @Test
    void card_answeringNothing_isToldAndTheNextReadingWorks() throws Exception {
        JpkiCard card = card("kakuu-ichiro", "");
        try (CardReader reader = reader(FIRST)) {
            card.script(new Fault.Answers(Fault.When.command(1), new byte[0]));
            assertEquals(
                    new CardReading.Failed(CardFailure.REMOVED),
                    open(reader, card).read());
            card.script();
            assertInstanceOf(CardReading.Token.class, open(reader, card).read());
        }
    }

    @Override
    List<Integer> tornAt() {
        return IntStream.rangeClosed(1, 12).boxed().toList();
    }

    @Override
    CardReader reader(String pattern) {
        return new PcscCardReader(terminals::factory, pattern);
    }

    @Override
    String first() {
        return FIRST;
    }

    @Override
    String second() {
        return SECOND;
    }

    @Override
    void place(JpkiCard card) {
        terminals.place(FIRST, card);
    }

    @Override
    void placeOnSecond(JpkiCard card) {
        terminals.place(SECOND, card);
    }

    @Override
    void take() {
        terminals.take(FIRST);
    }

    @Override
    void stopService() {
        terminals.run(false);
    }

    @Override
    void startService() {
        terminals.run(true);
    }

    @Override
    void resetByAnotherProgram() {
        terminals.resetByAnotherProgram(FIRST);
    }

    @Override
    TerminalFactory terminals() {
        return terminals.factory();
    }
}
