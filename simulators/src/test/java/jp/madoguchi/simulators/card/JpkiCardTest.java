package jp.madoguchi.simulators.card;

import static jp.madoguchi.simulators.card.TestCards.SELECT_JPKI;
import static jp.madoguchi.simulators.card.TestCards.SELECT_KEY;
import static jp.madoguchi.simulators.card.TestCards.SELECT_PIN;
import static jp.madoguchi.simulators.card.TestCards.SIGN;
import static jp.madoguchi.simulators.card.TestCards.TRIES;
import static jp.madoguchi.simulators.card.TestCards.VERIFY;
import static jp.madoguchi.simulators.card.TestCards.VERIFY_WRONG;
import static jp.madoguchi.simulators.card.TestCards.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class JpkiCardTest {
    private static final String HANAKO = "aomori-hanako";

    @TempDir
    private Path dir;

    @Test
    void pin_wrongThreeTimes_isBlockedAlsoForTheRightOneAndAfterReload() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        say(card, List.of(SELECT_JPKI, SELECT_PIN));

        assertEquals("63C2", say(card, VERIFY_WRONG));
        assertEquals("63C1", say(card, VERIFY_WRONG));
        assertEquals("63C0", say(card, VERIFY_WRONG));
        assertEquals("6984", say(card, VERIFY_WRONG));
        assertEquals("6984", say(card, VERIFY));
        JpkiCard again = JpkiCard.load(dir.resolve(HANAKO));
        TestCards.powerUp(again);
        assertEquals("6984", say(again, List.of(SELECT_JPKI, SELECT_PIN, VERIFY)));
    }

    @Test
    void pin_wrongThenRight_hasAllTriesAgainAlsoInItsFile() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);

        assertEquals("63C2", say(card, List.of(SELECT_JPKI, SELECT_PIN, VERIFY_WRONG)));
        assertTrue(json().contains("\"tries\" : 2"), json());
        assertEquals("63C2", say(card, TRIES));
        assertEquals("9000", say(card, VERIFY));
        assertEquals("63C3", say(card, TRIES));
        assertTrue(json().contains("\"tries\" : 3"), json());
        assertTrue(json().contains("\"label\" : \"JPKIAPICCTOKEN2\""), json());
    }

    @Test
    void pin_ofWrongLength_spendsNoTry() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);

        assertEquals("6700", say(card, List.of(SELECT_JPKI, SELECT_PIN, "0020008003313233")));
        assertEquals("63C3", say(card, TRIES));
    }

    @Test
    void pin_wrongAfterRight_takesTheLoginAway() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);

        say(card, List.of(SELECT_JPKI, SELECT_PIN, VERIFY, VERIFY_WRONG));
        assertEquals("6982", say(card, List.of(SELECT_KEY, SIGN)));
    }

    @Test
    void pin_whenTheTryCannotBeKept_is6581AndNoLogin() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        Files.move(dir.resolve(HANAKO), dir.resolve("elsewhere"));

        assertEquals("6581", say(card, List.of(SELECT_JPKI, SELECT_PIN, VERIFY)));
        assertEquals("6982", say(card, List.of(SELECT_KEY, SIGN)));
    }

    @Test
    void power_offOrReset_forgetsLoginAndSelection() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        say(card, List.of(SELECT_JPKI, SELECT_PIN, VERIFY));
        assertEquals(516, say(card, List.of(SELECT_JPKI, SELECT_KEY, SIGN)).length());

        TestCards.powerUp(card);

        assertEquals("6A82", say(card, SELECT_KEY));
        assertEquals("6982", say(card, List.of(SELECT_JPKI, SELECT_KEY, SIGN)));
        card.powerOff();
        assertEquals("gone", say(card, SELECT_JPKI));
    }

    @Test
    void commands_withAPin_areMaskedHoweverMalformed() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        say(card, List.of(SELECT_PIN, VERIFY, TRIES, "80200080043132333435", "0024018004" + "35".repeat(4)));

        assertEquals(
                List.of(SELECT_PIN, "0020008004********", TRIES, "8020008004**********", "0024018004********"),
                card.commands());
        card.clearCommands();
        assertEquals(List.of(), card.commands());
    }

    @Test
    void commands_afterAThousand_keepTheLastThousand() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        for (int i = 0; i < 1001; i++) {
            say(card, i == 0 ? SELECT_JPKI : TRIES);
        }
        assertEquals(1000, card.commands().size());
        assertFalse(card.commands().contains(SELECT_JPKI));
    }

    @Test
    void fault_torn_losesTheSecondCommandUnseen() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        card.script(new Fault.Torn(Fault.When.command(2)));

        assertEquals("9000", say(card, SELECT_JPKI));
        assertEquals("gone", say(card, SELECT_PIN));
        assertEquals("gone", say(card, SELECT_JPKI));
        TestCards.powerUp(card);
        assertEquals("9000", say(card, SELECT_JPKI));
    }

    @Test
    void fault_answerLost_hasSpentTheTry() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        say(card, List.of(SELECT_JPKI, SELECT_PIN));
        card.script(new Fault.AnswerLost(Fault.When.verify()));

        assertEquals("63C3", say(card, TRIES));
        assertEquals("gone", say(card, VERIFY_WRONG));
        card.script();
        TestCards.powerUp(card);
        assertEquals("63C2", say(card, List.of(SELECT_JPKI, SELECT_PIN, TRIES)));
    }

    @Test
    void fault_sleepy_is6F00OnceAfterEachPowerUp() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        card.script(Fault.sleepy());

        for (int powerUp = 0; powerUp < 2; powerUp++) {
            TestCards.powerUp(card);
            assertEquals("6F00", say(card, SELECT_JPKI));
            assertEquals("9000", say(card, SELECT_JPKI));
        }
    }

    @Test
    void fault_overlong_is302BytesAndCarriesNothingOut() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        card.script(Fault.overlong(Fault.When.command(1)));

        assertEquals(604, say(card, SELECT_JPKI).length());
        assertEquals("6A82", say(card, SELECT_PIN));
    }

    @Test
    void fault_mute_doesNotPowerUpSoManyTimes() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        card.script(new Fault.Mute(2));

        assertTrue(card.powerOn().isEmpty());
        assertEquals("gone", say(card, SELECT_JPKI));
        assertTrue(card.powerOn().isEmpty());
        assertTrue(card.powerOn().isPresent());
    }

    @Test
    void fault_slow_endsAtOnceWhenTheCardIsTaken() throws Exception {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        card.script(new Fault.Slow(Fault.When.always(), Duration.ofHours(1)));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> say(card, SELECT_JPKI));
        while (card.commands().isEmpty()) {
            Thread.onSpinWait();
        }

        card.powerOff();

        assertEquals("gone", answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void fault_slow_answersAfterItsTime() throws IOException {
        JpkiCard card = TestCards.powered(HANAKO, dir);
        card.script(new Fault.Slow(Fault.When.command(1), Duration.ofMillis(30)));

        long before = System.nanoTime();
        assertEquals("9000", say(card, SELECT_JPKI));
        assertTrue(System.nanoTime() - before >= 30_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1234\"     | \"12\"           | pin must match",
                "\"1234\"     | \"12x4\"         | pin must match",
                "\"tries\" : 3| \"tries\" : 4    | tries must be between 0 and 3",
                "\"tries\"    | \"tires\"        | unknown member tires",
                "\"label\"    | \"label         | card.json",
                "JPKIAPICC    | jpki             | label must match",
                "20360402     | soon             | expires must match"
            })
    void load_wrongCardJson_saysWhatInOneLine(String right, String wrong, String message) throws IOException {
        IOException e = assertThrows(IOException.class, () -> TestCards.powered(HANAKO, dir, right, wrong));

        String said = String.valueOf(e.getMessage());
        assertTrue(said.contains("card.json") && said.contains(message), said);
        assertFalse(said.contains("\n"), said);
    }

    @Test
    void load_noCard_saysSo() {
        IOException e = assertThrows(IOException.class, () -> JpkiCard.load(dir));
        assertTrue(String.valueOf(e.getMessage()).contains("is not a card"), e.getMessage());
    }

    private String json() throws IOException {
        return Files.readString(dir.resolve(HANAKO).resolve("card.json"));
    }
}
