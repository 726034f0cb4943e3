package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.Withheld;
import jp.madoguchi.kiosk.visit.WritingPad.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTest extends RunningWeb {
    private static final LocalText TOWN = new LocalText("青森市", "Aomori City");

    private Display display = new Display("", "", new RawHttp(0));

    private void atDomicile() {
        atPin();
        runner.post(new Event.PinEntered(SampleScreens.NOON));
        runner.post(new Event.ChallengeArrived(new Challenge("TEST", new Nonce("ab".repeat(32)), SampleScreens.NOON)));
        runner.post(new Event.PinAccepted(SampleScreens.NOON));
        runner.post(new Event.Welcomed(new Catalogue(
                List.of(new MunicipalOffice("02201", TOWN, MunicipalOffice.Role.DOMICILE, TOWN, TOWN, "000")),
                List.of(new Offer("13999", TOWN, "residence-record", 300, 1, List.of())),
                List.of(new Withheld(
                        "02201",
                        TOWN,
                        DocumentKind.FAMILY_REGISTER_WHOLE,
                        Withheld.Reason.DOMICILE_NOT_REGISTERED,
                        Optional.empty(),
                        Optional.empty())))));
        runner.post(new Event.RegistrationsTold(List.of()));
        runner.post(new Event.CardTaken());
        settle();
        assertEquals(Stage.CHOOSE_DOCUMENT, runner.screen().visit().stage());
        display.tap(runner.screen().number(), "do=register&municipality=02201");
        assertEquals(Stage.WRITE_DOMICILE, runner.screen().visit().stage());
    }

    private RawHttp.Reply write(String... keys) {
        RawHttp.Reply reply = display.get("/screen");
        for (String key : keys) {
            reply = display.write(runner.screen().number(), key);
        }
        return reply;
    }

    @Test
    void keys_pressed_writeTheLineAndAnswerItAlone() {
        display = display();
        atDomicile();
        long revision = runner.screen().revision();
        String line = write("か", "く", "voiced", "ん", "erase", "つ", "small", "ほ", "half-voiced", "space", "1", "-")
                .body();
        assertAll(
                () -> assertEquals("かぐっぽ　1-", writing.read(Line.DOMICILE)),
                () -> assertTrue(line.contains("かぐっぽ　1-") && line.contains("id=\"written-go-on\""), line),
                () -> assertFalse(line.contains("disabled") || line.contains("<main"), line),
                () -> assertEquals(revision, runner.screen().revision()));
        assertTrue(write("clear").body().contains("disabled"));
        assertEquals(0, writing.count(Line.DOMICILE));
    }

    @Test
    void line_emptyOrOfSpaces_isNotAccepted() {
        display = display();
        atDomicile();
        write("space");
        display.tap(runner.screen().number(), "do=written");
        assertEquals(Stage.WRITE_DOMICILE, runner.screen().visit().stage());
        write("か");
        display.tap(runner.screen().number(), "do=written");
        assertEquals(Stage.WRITE_HEAD, runner.screen().visit().stage());
    }

    @Test
    void back_fromTheNextLine_keepsWhatIsWritten() {
        display = display();
        atDomicile();
        write("か", "く");
        display.tap(runner.screen().number(), "do=written");
        write("み");
        String back = display.tap(runner.screen().number(), "do=back").body();
        assertTrue(back.contains("data-stage=\"write-domicile\"") && back.contains("かく"), back);
        display.tap(runner.screen().number(), "do=written");
        display.tap(runner.screen().number(), "do=written");
        String confirm = display.get("/screen").body();
        assertTrue(
                confirm.contains("data-stage=\"confirm-registration\"")
                        && confirm.contains("かく")
                        && confirm.contains(">み<"),
                confirm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "漢", "カ", "<", "cancel"})
    void key_unknown_writesNothing(String key) {
        display = display();
        atDomicile();
        assertEquals("#display", write(key).header("HX-Retarget"));
        assertEquals(0, writing.count(Line.DOMICILE));
    }

    @Test
    void key_ofAScreenThatHasGone_writesNothing() {
        display = display();
        atDomicile();
        write("か");
        long gone = runner.screen().number();
        display.tap(gone, "do=written");
        RawHttp.Reply reply = display.write(gone, "い");
        assertEquals("#display", reply.header("HX-Retarget"));
        display.tap(runner.screen().number(), "do=cancel");
        display.write(runner.screen().number(), "い");
        assertEquals("か", writing.read(Line.DOMICILE));
        assertEquals(0, writing.count(Line.HEAD));
    }

    @Test
    void key_pressed_beginsThePatienceAnew() {
        display = display();
        atDomicile();
        Duration patience = Stage.WRITE_DOMICILE.patience();
        long made = timers.made(patience);
        write("か");
        settle();
        assertEquals(made + 1, timers.made(patience));
    }

    @Test
    void key_withoutTheToken_isForbidden() {
        display = display();
        atDomicile();
        String body = "screen=" + runner.screen().number() + "&key=1";
        assertEquals(
                403,
                http.post("/write", body, "Cookie: " + display.cookie(), "X-Csrf-Token: no")
                        .status());
        assertEquals(0, writing.count(Line.DOMICILE));
    }
}
