package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardReader.Opening;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.Fault.When;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No try is lost that the resident has not spent: each fault at each command, on each kind of token, whatever its short ids
 * are good for, with the right and with a wrong PIN. What the driver says is held against what the chip itself knows.
 */
class TriesTest {
    private static final byte[] DIGEST = new byte[32];
    private static final int PIN_FILE = 0x0018;
    private static final int TRIES = 3;
    private static final int MOST_COMMANDS = 40;

    private static final Map<String, Function<Integer, Fault>> FAULTS = faults();

    @TempDir
    private static Path dir;

    private static Map<String, Function<Integer, Fault>> faults() {
        Map<String, Function<Integer, Fault>> faults = new LinkedHashMap<>();
        faults.put("torn away before", n -> new Fault.Torn(When.command(n)));
        faults.put("torn away after", n -> new Fault.AnswerLost(When.command(n)));
        faults.put("over-long", n -> Fault.overlong(When.command(n)));
        for (String answer : new String[] {"90", "6F00", "6A86", "6982", "6985", "9000", "63C1", "0000", "AA9000"}) {
            faults.put("answers " + answer, n -> new Fault.Answers(When.command(n), hex(answer)));
        }
        return faults;
    }

    private static Fault fault(String name, int command) {
        return Objects.requireNonNull(FAULTS.get(name)).apply(command);
    }

    private static byte[] hex(String answer) {
        return HexFormat.of().parseHex(answer);
    }

    static Stream<Arguments> everything() {
        return Stream.of(Wallet.CARD, Wallet.PHONE)
                .flatMap(token -> Stream.of("all", "none", "read", "query", "lying")
                        .flatMap(shortIds ->
                                FAULTS.keySet().stream().map(fault -> Arguments.of(token, shortIds, fault))));
    }

    @ParameterizedTest(name = "{0}, short ids {1}, {2}")
    @MethodSource("everything")
    void login_metByAFaultAtAnyCommand_losesNoTryThatWasNotSpent(String token, String shortIds, String fault) {
        for (String pin : new String[] {"1234", "9999"}) {
            int commands = MOST_COMMANDS;
            for (int n = 1; n <= commands; n++) {
                JpkiCard card = Wallet.card(token, dir, "\"shortEf\": \"" + shortIds + "\", ");
                card.script(fault(fault, n));
                PinOutcome outcome = login(card, pin.getBytes(StandardCharsets.US_ASCII));
                int left = card.triesLeft(PIN_FILE).orElseThrow();
                check(fault + " at command " + n + ", PIN " + pin, card, outcome, left, pin.equals("1234"));
                if (n > card.commands().size()) {
                    commands = n; // the fault was never met: there are no more commands
                }
            }
            assertTrue(commands < MOST_COMMANDS, "the end was reached");
        }
    }

    private static void check(String where, JpkiCard card, PinOutcome outcome, int left, boolean right) {
        String what = where + ": " + outcome.getClass().getSimpleName();
        long verifies = card.commands().stream().filter(TriesTest::isVerify).count();
        assertAll(
                () -> assertTrue(verifies <= 1, what + " after " + verifies + " VERIFY"),
                () -> assertTrue(left >= TRIES - 1, what + ", tries left " + left),
                () -> {
                    if (outcome instanceof PinOutcome.Signed) {
                        assertEquals(TRIES, left, what);
                        assertTrue(right, what);
                    } else if (outcome instanceof PinOutcome.Failed) {
                        assertEquals(TRIES, left, what);
                    } else if (outcome instanceof PinOutcome.Wrong wrong && !where.contains("63C1")) {
                        assertEquals(wrong.triesLeft(), left, what);
                    }
                    if (left < TRIES) {
                        assertTrue(
                                outcome instanceof PinOutcome.Wrong || outcome instanceof PinOutcome.Uncertain,
                                what + " although a try was spent");
                    }
                });
    }

    private static boolean isVerify(String command) {
        return command.startsWith("0020") && command.contains("**");
    }

    /** More than the kiosk does: sends the PIN although the reading may have failed. */
    private static PinOutcome login(JpkiCard card, byte[] pin) {
        SimulatedTerminals terminals = new SimulatedTerminals();
        terminals.add("Reader");
        terminals.place(card);
        try (PcscCardReader reader = new PcscCardReader(terminals::factory, "Reader")) {
            CardSession session =
                    assertInstanceOf(Opening.Opened.class, reader.open()).session();
            CardReading reading = session.read();
            return reading instanceof CardReading.PinFirst
                    ? session.readAndSign(pin, certificate -> Optional.of(DIGEST))
                    : session.sign(pin, DIGEST);
        }
    }
}
