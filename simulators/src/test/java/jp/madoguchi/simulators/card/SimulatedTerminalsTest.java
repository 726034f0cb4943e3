package jp.madoguchi.simulators.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The semantics of the JDK's own provider: read in its source, most of them compared with a pcscd and its vpcd. */
@Timeout(30)
class SimulatedTerminalsTest {
    private static final String READER = "Kiosk Reader 00 00";

    @TempDir
    private Path dir;

    private final SimulatedTerminals terminals = new SimulatedTerminals();
    private final CardTerminal terminal;

    SimulatedTerminalsTest() throws CardException {
        terminals.add(READER);
        terminal = terminals.factory().terminals().list().get(0);
    }

    private JpkiCard place() throws IOException {
        JpkiCard card = TestCards.powered("aomori-hanako", dir);
        terminals.place(card);
        return card;
    }

    private static int send(Card card, String command) throws CardException {
        return card.getBasicChannel()
                .transmit(new CommandAPDU(TestCards.bytes(command)))
                .getSW();
    }

    private static void fails(String cause, Executable call) {
        CardException e = assertThrows(CardException.class, call);
        assertEquals(cause, e.getCause() == null ? null : e.getCause().getMessage());
    }

    @Test
    void list_withoutReaders_failsAsPcscDoes() {
        terminals.remove(READER);
        fails(
                "SCARD_E_NO_READERS_AVAILABLE",
                () -> terminals.factory().terminals().list());
        fails("SCARD_E_UNKNOWN_READER", terminal::isCardPresent);
        fails("SCARD_E_UNKNOWN_READER", () -> terminal.connect("T=1"));
        fails("SCARD_E_UNKNOWN_READER", () -> terminal.waitForCardPresent(0));
        assertThrows(IllegalArgumentException.class, () -> terminals.take(READER));
        assertThrows(IllegalStateException.class, terminals::take);
    }

    @Test
    void service_stopped_failsEverythingUntilItRuns() throws Exception {
        place();
        Card card = terminal.connect("T=1");
        terminals.run(false);
        fails("SCARD_E_NO_SERVICE", () -> terminals.factory().terminals().list());
        fails("SCARD_E_NO_SERVICE", terminal::isCardPresent);
        fails("SCARD_E_NO_SERVICE", () -> send(card, TestCards.SELECT_JPKI));
        terminals.run(true);
        assertTrue(terminal.isCardPresent());
    }

    @Test
    void connect_withoutACard_isCardNotPresent() {
        CardException e = assertThrows(CardNotPresentException.class, () -> terminal.connect("*"));
        assertEquals("No card present", e.getMessage());
    }

    @Test
    void connect_otherProtocols_areRefused() throws Exception {
        place();
        fails("SCARD_E_PROTO_MISMATCH", () -> terminal.connect("T=0"));
        assertThrows(IllegalArgumentException.class, () -> terminal.connect("T=CL"));
        Card card = terminal.connect("*");
        assertEquals("T=1", card.getProtocol());
        assertThrows(CardException.class, () -> terminal.connect("T=0"));
        assertSame(card, terminal.connect("T=1"));
    }

    @Test
    void connect_muteCard_isUnresponsiveUntilItAnswers() throws Exception {
        JpkiCard card = TestCards.powered("aomori-hanako", dir);
        card.script(new Fault.Mute(2));
        terminals.place(card);

        assertTrue(terminal.isCardPresent());
        fails("SCARD_W_UNRESPONSIVE_CARD", () -> terminal.connect("T=1"));
        assertEquals(0x9000, send(terminal.connect("T=1"), TestCards.SELECT_JPKI));
    }

    @Test
    void transmit_afterTheCardWasTaken_failsOnceThenIsMisuse() throws Exception {
        JpkiCard placed = place();
        Card card = terminal.connect("T=1");
        terminals.take();
        fails("SCARD_W_REMOVED_CARD", () -> send(card, TestCards.SELECT_JPKI));
        assertThrows(IllegalStateException.class, () -> send(card, TestCards.SELECT_JPKI));
        assertThrows(IllegalStateException.class, card::beginExclusive);
        card.disconnect(true); // never fails on a card that is gone

        terminals.place(placed);
        assertNotSame(card, terminal.connect("T=1"));
        assertThrows(IllegalStateException.class, card::getBasicChannel);
    }

    @Test
    void transmit_whileTheCardTearsAway_isNotTransactedThenRemoved() throws Exception {
        JpkiCard placed = place();
        Card card = terminal.connect("T=1");
        placed.script(new Fault.Torn(Fault.When.command(1)));

        fails("SCARD_E_NOT_TRANSACTED", () -> send(card, TestCards.SELECT_JPKI));
        assertFalse(terminal.isCardPresent());
        fails("SCARD_W_REMOVED_CARD", () -> send(card, TestCards.SELECT_JPKI));
    }

    @Test
    void take_duringASlowCommand_endsIt() throws Exception {
        JpkiCard placed = place();
        placed.script(new Fault.Slow(Fault.When.always(), Duration.ofHours(1)));
        Card card = terminal.connect("T=1");
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                answer.complete(send(card, TestCards.SELECT_JPKI));
            } catch (CardException e) {
                answer.completeExceptionally(e);
            }
        });
        reader.start();
        while (placed.commands().isEmpty()) {
            Thread.onSpinWait();
        }

        terminals.take();

        ExecutionException e = assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
        fails("SCARD_E_NOT_TRANSACTED", () -> {
            throw Objects.requireNonNull(e.getCause());
        });
        reader.join(10_000);
        assertFalse(reader.isAlive());
    }

    @Test
    void transmit_afterAnotherProgramsReset_failsUntilReconnected() throws Exception {
        place();
        Card card = terminal.connect("T=1");
        assertEquals(0x9000, send(card, TestCards.SELECT_JPKI));
        terminals.resetByAnotherProgram(READER);

        fails("SCARD_W_RESET_CARD", () -> send(card, TestCards.SELECT_JPKI));
        fails("SCARD_W_RESET_CARD", card::beginExclusive);
        card.disconnect(false);
        assertEquals(0x6A82, send(terminal.connect("T=1"), TestCards.SELECT_PIN));
    }

    @ParameterizedTest
    @CsvSource({"true, 0x6A82", "false, 0x9000"})
    void disconnect_resetOrNot_forgetsOrKeepsWhatTheCardKnows(boolean reset, int then) throws Exception {
        place();
        Card card = terminal.connect("T=1");
        assertEquals(0x9000, send(card, TestCards.SELECT_JPKI));
        card.disconnect(reset);
        card.disconnect(reset);

        assertThrows(IllegalStateException.class, card::getBasicChannel);
        assertEquals(then, send(terminal.connect("T=1"), TestCards.SELECT_PIN));
    }

    @Test
    void openLogicalChannel_onThisCard_isRefusedByTheCard() throws Exception {
        JpkiCard placed = place();
        Card card = terminal.connect("T=1");
        CardException e = assertThrows(CardException.class, card::openLogicalChannel);
        assertEquals("openLogicalChannel() failed, card response: 68:81", e.getMessage());
        assertEquals(List.of("0070000001"), placed.commands());
    }

    @Test
    void exclusive_ofAnotherThread_refusesEverything() throws Exception {
        place();
        Card card = terminal.connect("T=1");
        card.beginExclusive();
        assertThrows(CardException.class, card::beginExclusive);
        assertEquals(0x9000, send(card, TestCards.SELECT_JPKI));

        assertEquals("CardException", elsewhere(() -> send(card, TestCards.SELECT_JPKI)));
        assertEquals("CardException", elsewhere(() -> {
            card.disconnect(true);
            return 0;
        }));
        assertEquals("IllegalStateException", elsewhere(() -> {
            card.endExclusive();
            return 0;
        }));

        card.endExclusive();
        assertEquals("none", elsewhere(() -> send(card, TestCards.SELECT_JPKI)));
        assertThrows(IllegalStateException.class, card::endExclusive);
    }

    private static String elsewhere(Callable<Integer> call) throws Exception {
        FutureTask<Integer> task = new FutureTask<>(call);
        new Thread(task).start();
        try {
            assertTrue(task.get(10, TimeUnit.SECONDS) >= 0);
            return "none";
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause()).getClass().getSimpleName();
        }
    }

    @Test
    void transmit_answers6Cxx_repeatsTheCommandAsTheJdkDoes() throws Exception {
        // The JDK's own trap: a VERIFY that is answered so is sent again with a changed last digit.
        JpkiCard placed = place();
        Card card = terminal.connect("T=1");
        placed.script(new Fault.Answers(Fault.When.command(1), new byte[] {0x6C, 0x34}));

        assertEquals(0x6A82, send(card, TestCards.SELECT_PIN));
        assertEquals(List.of("00A4020C020018", "00A4020C020034"), placed.commands());
    }

    @Test
    void waitForCard_seesPlacingAndTaking() throws Exception {
        assertFalse(terminal.waitForCardPresent(1));
        assertTrue(terminal.waitForCardAbsent(1));
        FutureTask<Boolean> waiting = new FutureTask<>(() -> terminal.waitForCardPresent(0));
        new Thread(waiting).start();
        place();
        assertTrue(waiting.get(10, TimeUnit.SECONDS));
        assertFalse(terminal.waitForCardAbsent(1));
    }

    @Test
    void terminals_listedByStateAndChange_followTheCard() throws Exception {
        terminals.add("Second Reader");
        CardTerminals list = terminals.factory().terminals();
        assertEquals(List.of(), list.list(CardTerminals.State.CARD_PRESENT));
        assertFalse(list.waitForChange(1));

        terminals.place("Second Reader", TestCards.powered("aomori-hanako", dir));

        assertTrue(list.waitForChange(10_000));
        assertEquals(List.of("Second Reader"), names(list, CardTerminals.State.CARD_INSERTION));
        assertEquals(List.of("Second Reader"), names(list, CardTerminals.State.CARD_PRESENT));
        assertEquals(List.of(READER), names(list, CardTerminals.State.CARD_ABSENT));
        terminals.take("Second Reader");
        assertTrue(list.waitForChange(10_000));
        assertEquals(List.of("Second Reader"), names(list, CardTerminals.State.CARD_REMOVAL));
        assertThrows(IllegalStateException.class, terminals::take);
        assertSame(terminal.getClass(), list.list().get(0).getClass());
    }

    private static List<String> names(CardTerminals list, CardTerminals.State state) throws CardException {
        return list.list(state).stream().map(CardTerminal::getName).toList();
    }

    @Test
    void reader_pluggedInAgain_worksUnderItsName() throws Exception {
        place();
        Card before = terminal.connect("T=1");
        terminals.remove(READER);
        terminals.add(READER);
        terminals.place(TestCards.powered("special-bank", dir));

        fails("SCARD_W_REMOVED_CARD", () -> send(before, TestCards.SELECT_JPKI));
        Card card = terminal.connect("T=1");
        assertArrayEquals(TestCards.bytes("3B80800101"), card.getATR().getBytes());
        assertEquals(0x6A82, send(card, TestCards.SELECT_JPKI));
    }
}
