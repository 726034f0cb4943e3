package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest extends RunningWeb {
    @Test
    void pinKey_ofAnEarlierScreen_pressesNothing() {
        Display display = display();
        atPin();
        String old = key(display.get("/screen"), "1");
        runner.post(new Event.PinEntered(SampleScreens.NOON));
        runner.post(new Event.ChallengeArrived(new Challenge("TEST", new Nonce("ab".repeat(32)), SampleScreens.NOON)));
        runner.post(new Event.PinWrong(2));
        settle();
        RawHttp.Reply reply = display.pin("key=" + old);
        assertAll(
                () -> assertEquals(0, pad.count()),
                () -> assertEquals("#display", reply.header("HX-Retarget")),
                () -> assertEquals("innerHTML", reply.header("HX-Reswap")),
                () -> assertTrue(reply.body().contains("data-stage=\"enter-pin\"")),
                () -> assertNotEquals(old, key(display.get("/screen"), "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key=", "key=1", "1", "key=%31", "digit=1"})
    void pinKey_unknown_pressesNothing(String body) {
        Display display = display();
        atPin();
        assertEquals(200, display.pin(body).status());
        assertEquals(0, pad.count());
    }

    @Test
    void pinKeys_pressed_fillThePadAndAnswerDotsAlone() {
        Display display = display();
        atPin();
        RawHttp.Reply screen = display.get("/screen");
        long revision = runner.screen().revision();
        RawHttp.Reply reply = screen;
        for (String label : List.of("1", "9", "erase", "0", "5", "7", "7")) {
            reply = display.pin("key=" + key(screen, label));
        }
        String dots = reply.body();
        assertAll(
                () -> assertTrue(dots.contains("data-count=\"4\"") && dots.contains("id=\"pin-go-on\""), dots),
                () -> assertFalse(dots.contains("disabled"), dots),
                () -> assertFalse(dots.contains("<main"), dots),
                () -> assertEquals(revision, runner.screen().revision()),
                () -> assertArrayEquals("1057".getBytes(ISO_8859_1), pad.take().orElseThrow()));
    }

    @Test
    void pinScreen_drawnBeforeTheKeypadsAreTold_hasItsKeys() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch drawn = new CountDownLatch(1);
        runner.watch(screen -> {
            if (screen.visit().stage() == Stage.ENTER_PIN && reached.getCount() > 0) {
                reached.countDown();
                awaited(drawn);
            }
        });
        try (KioskWeb late = start(Optional.empty())) {
            http = new RawHttp(late.port());
            Display display = display();
            runner.post(new Event.Begin(Language.JA));
            runner.post(new Event.CardPlaced());
            runner.post(new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.empty(), 3));
            awaited(reached);
            RawHttp.Reply screen = display.get("/screen");
            drawn.countDown();
            settle();
            display.pin("key=" + key(screen, "1"));
            assertEquals(1, pad.count());
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void pinKey_pressed_beginsThePatienceAnew() {
        Display display = display();
        atPin();
        Duration patience = Stage.ENTER_PIN.patience();
        long made = timers.made(patience);
        display.pin("key=" + key(display.get("/screen"), "3"));
        settle();
        assertEquals(made + 1, timers.made(patience));
    }

    @Test
    void pinEntered_beforeTheFourthDigit_staysWhereItIs() {
        Display display = display();
        atPin();
        RawHttp.Reply screen = display.get("/screen");
        for (int i = 0; i < 3; i++) {
            display.pin("key=" + key(screen, "1"));
        }
        display.tap(runner.screen().number(), "do=pin-entered");
        assertEquals(Stage.ENTER_PIN, runner.screen().visit().stage());
        display.pin("key=" + key(screen, "1"));
        display.tap(runner.screen().number(), "do=pin-entered");
        assertEquals(Stage.CHECK_PIN, runner.screen().visit().stage());
        assertEquals(4, pad.count(), "the digits wait for the card");
    }

    @Test
    void digits_leftByACancelledVisit_areWiped() {
        Display display = display();
        atPin();
        display.pin("key=" + key(display.get("/screen"), "8"));
        display.tap(runner.screen().number(), "do=cancel");
        settle();
        assertEquals(0, pad.count());
    }
}
