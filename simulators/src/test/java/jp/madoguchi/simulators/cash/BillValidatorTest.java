package jp.madoguchi.simulators.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The validator, two hoppers and the faults of the bus, on a line whose time stands still; frames as the specification has them. */
class BillValidatorTest {
    private static final Duration TURN = Duration.ofMillis(100);
    private static final String ACK = "01002800d7";

    private CashSimulator cash;
    private StillLine line;

    @BeforeEach
    void start() throws IOException {
        cash = CashSimulator.standingStill(new CashSetup(Map.of(3, 100, 4, 10), true, TURN));
        cash.echo(false);
        line = cash.still();
    }

    @AfterEach
    void stop() {
        cash.close();
    }

    @ParameterizedTest
    @CsvSource({
        "40, 245, '', 42696c6c2056616c696461746f72", // Bill Validator
        "40, 156, 4a50, e80300", // JP: thousands, no decimal places
        "40, 156, 5553, 000000", // US: not known
        "40, 157, 01, 4a503030303141", // JP0001A
        "40, 157, 04, 2e2e2e2e2e2e2e",
        "40, 159, '', 0000000000000000000000",
        "40, 227, '', 00",
        "40, 230, '', 0000",
        "40, 152, '', 00",
        "40, 154, 01, fe", // the escrow is empty
        "4, 245, '', 5061796f7574", // Payout
    })
    void question_afterPowerUp_answeredAsTheSpecificationHasIt(int address, int header, String data, String answer)
            throws IOException {
        assertEquals(answer, ask(address, header, data));
    }

    @ParameterizedTest
    @CsvSource({"157, 00", "157, 11", "154, 02"})
    void command_impossible_refused(int header, String data) throws IOException {
        line.write(frame(40, header, data));
        assertEquals("01002805d2", heard());
    }

    @ParameterizedTest
    @CsvSource({"153, ''", "154, 0101", "231, 01", "157, ''", "156, 4a", "232, 00", "100, ''"})
    void command_malformedOrUnknown_silence(int header, String data) throws IOException {
        line.write(frame(40, header, data));
        assertEquals("", heard());
    }

    @Test
    void note_masterInhibited_returnedAndTold() throws IOException {
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        assertEquals("010000", ask(40, 159, "").substring(0, 6));
        assertEquals(1000, cash.takeCoins());
    }

    @ParameterizedTest
    @CsvSource({"5000, 010004", "2000, 010002"})
    void note_shutOrUnknown_returnedAndTold(int yen, String events) throws IOException {
        open(3);
        assertEquals(NoteFate.RETURNED, cash.insertNote(yen));
        assertEquals(events, ask(40, 159, "").substring(0, 6));
    }

    @Test
    void note_routedToTheStacker_creditedOnlyAfterTheMotorTurned() throws IOException {
        open(3);
        assertEquals(NoteFate.HELD, cash.insertNote(1000));
        assertEquals("010101", ask(40, 159, "").substring(0, 6));
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000), "one at a time");
        assertEquals("", ask(40, 154, "01"));
        assertEquals("ff", ask(40, 154, "00"), "it is moving");
        assertEquals(0, cash.world().stacker());
        line.pass(TURN);
        assertEquals("0201000101", ask(40, 159, "").substring(0, 10));
        assertEquals(new World(0, 1000, 0, 1000, Map.of(3, 200, 4, 200)), cash.world());
    }

    @Test
    void note_routedBack_inTheTray() throws IOException {
        open(3);
        cash.insertNote(1000);
        assertEquals("", ask(40, 154, "00"));
        line.pass(TURN);
        assertEquals("020001", ask(40, 159, "").substring(0, 6));
        assertEquals(1000, cash.tray());
    }

    @Test
    void note_withoutEscrowMode_isStackedUnasked() throws IOException {
        open(1);
        assertEquals(NoteFate.STACKED, cash.insertNote(1000));
        assertEquals("010100", ask(40, 159, "").substring(0, 6));
    }

    @Test
    void note_stackerFullOrGone_staysInEscrow() throws IOException {
        open(3);
        cash.insertNote(1000);
        cash.stackerThere(false);
        assertEquals("", ask(40, 154, "01"));
        line.pass(TURN);
        assertEquals("03000b", ask(40, 159, "").substring(0, 6));
        assertEquals(1000, cash.world().escrow());
        cash.pullNote();
        assertEquals("040008", ask(40, 159, "").substring(0, 6));
        assertEquals(1000, cash.tray());
    }

    @Test
    void note_stuck_jammedAndSelfCheckSaysSo() throws IOException {
        open(3);
        cash.stickEscrow(true);
        cash.insertNote(1000);
        assertEquals("", ask(40, 154, "01"));
        line.pass(TURN);
        assertEquals("020006", ask(40, 159, "").substring(0, 6));
        assertEquals("ff", ask(40, 232, ""));
        cash.stickEscrow(false);
        assertEquals("00", ask(40, 232, ""));
    }

    @ParameterizedTest
    @CsvSource({"false, 0, 1000", "true, 1000, 0"})
    void power_lostWithANoteInEscrow_nothingIsTold(boolean stacks, int stacker, int tray) throws IOException {
        open(3);
        cash.stacksAtPowerUp(stacks);
        cash.insertNote(1000);
        cash.powerReset();
        assertEquals("00", ask(40, 159, "").substring(0, 2));
        assertEquals(new World(0, stacker, 0, tray, Map.of(3, 200, 4, 200)), cash.world());
    }

    @Test
    void hoppers_two_payTheirOwnCoins() throws IOException {
        assertEquals("", ask(4, 164, "a5"));
        assertEquals("080b40", ask(4, 242, ""));
        assertEquals("", ask(4, 167, "080b4003"));
        line.pass(Duration.ofMillis(300));
        assertEquals(30, cash.tray());
        assertEquals("01000300", ask(4, 166, ""));
        assertEquals("00000000", ask(3, 166, ""));
    }

    @ParameterizedTest
    @EnumSource(BusFault.class)
    void fault_atTheThirdMessage_meetsThatOneOnly(BusFault fault) throws IOException {
        cash.inject(40, 228, 3, fault);
        assertEquals("", ask(40, 228, "01"));
        assertEquals("", ask(40, 228, "00"));
        try {
            line.write(frame(40, 228, "01"));
            assertEquals(fault == BusFault.CORRUPT_REPLY ? "01002800c7" : "", heard());
        } catch (IOException cut) {
            assertTrue(fault.name().startsWith("CUT"));
            line = cash.still();
        }
        line.pass(Duration.ofMillis(200));
        assertEquals(fault == BusFault.LATE_REPLY ? ACK : "", heard());
        boolean acted = fault == BusFault.LOSE_REPLY
                || fault == BusFault.CORRUPT_REPLY
                || fault == BusFault.LATE_REPLY
                || fault == BusFault.CUT_AFTER;
        if (fault == BusFault.DEAD) {
            line.write(frame(40, 227, ""));
            assertEquals("", heard());
            cash.revive();
        }
        assertEquals(acted ? "01" : "00", ask(40, 227, ""));
    }

    @Test
    void setup_impossible_refused() {
        assertThrows(IllegalArgumentException.class, () -> new CashSetup(Map.of(40, 100), true, TURN));
        assertThrows(IllegalArgumentException.class, () -> new CashSetup(Map.of(2, 100), true, TURN));
        assertThrows(IllegalArgumentException.class, () -> cash.injectAt(0, BusFault.DEAD));
        try (CashSimulator coins = CashSimulator.inProcess()) {
            assertThrows(IllegalArgumentException.class, () -> coins.insertNote(1000));
        }
    }

    /** ¥1,000 notes only, in this mode. */
    private void open(int mode) throws IOException {
        assertEquals("", ask(40, 153, String.format("%02x", mode)));
        assertEquals("", ask(40, 231, "0100"));
        assertEquals("", ask(40, 228, "01"));
    }

    /** The data of the answer. */
    private String ask(int address, int header, String data) throws IOException {
        line.write(frame(address, header, data));
        String answer = heard();
        assertTrue(answer.startsWith("01") && answer.substring(6, 8).equals("00"), answer);
        return answer.substring(8, answer.length() - 2);
    }

    private static byte[] frame(int address, int header, String data) {
        return new CcTalkFrame(address, 1, header, HexFormat.of().parseHex(data)).bytes();
    }

    private String heard() throws IOException {
        byte[] bytes = new byte[300];
        return HexFormat.of().formatHex(bytes, 0, line.read(bytes));
    }
}
