package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Practice over HTTP, to the end: the hands that reach the world never move. */
class PracticeWebTest extends RunningWeb {
    private Stage stage() {
        return runner.screen().visit().stage();
    }

    private RawHttp.Reply tap(Display display, String fields) {
        RawHttp.Reply reply = display.tap(runner.screen().number(), fields);
        settle();
        return reply;
    }

    @Test
    void practice_toTheEnd_movesNoHandAndKeepsNoDigit() {
        Display display = display();
        String welcome = display.get("/screen").body();
        assertTrue(welcome.contains("data-service=\"practice\""), welcome);
        String first = tap(display, "do=begin&lang=en&service=practice").body();
        assertTrue(first.contains("specimen practice") && first.contains("<b>Practice</b>"), first);
        tap(display, "do=acknowledge");
        RawHttp.Reply pin = display.get("/screen");
        for (String digit : List.of("0", "0", "0", "0")) {
            display.pin("key=" + key(pin, digit));
        }
        assertEquals(4, pad.count());
        tap(display, "do=pin-entered");
        assertEquals(Stage.TAKE_CARD, stage());
        assertEquals(0, pad.count(), "none is kept");
        tap(display, "do=acknowledge");
        tap(display, "do=choose&offer=1");
        tap(display, "do=options&copies=2");
        RawHttp.Reply pay = tap(display, "do=confirm");
        assertTrue(pay.body().contains("data-yen=\"500\""), pay.body());
        tap(display, "do=coin&yen=500");
        assertEquals(Stage.PAY, stage(), "¥100 are missing");
        tap(display, "do=coin&yen=7");
        assertEquals(500, runner.screen().visit().money().inserted().amount(), "no such coin");
        String specimen = tap(display, "do=coin&yen=100").body();
        assertTrue(specimen.contains("class=\"sample-sheet\""), specimen);
        assertTrue(specimen.contains("data-take=\"paper receipt\""), specimen);
        String end = tap(display, "do=acknowledge").body();
        assertTrue(end.contains("data-stage=\"welcome\""), end);
        assertFalse(end.contains("specimen practice"), "the banner is gone");
        Mockito.verifyNoInteractions(hands);
    }

    @Test
    void banner_isOnEveryScreenOfPractice_andOnNoOther() {
        ScreenModel model =
                new ScreenModel("K-0001", false, Set.of(100), SampleScreens.CLOCK, new Keypads(pads, RANDOM));
        SamplePractice.all(Language.EASY)
                .forEach(screen -> assertNotNull(
                        model.of(screen).get("practice"), screen.visit().stage().name()));
        SampleScreens.all().stream()
                .filter(screen -> screen.visit().service() != Service.PRACTICE)
                .forEach(screen -> assertNull(model.of(screen).get("practice")));
    }

    @Test
    void coin_pretendedInAVisitInEarnest_isNoMoney() {
        Display display = display();
        atPin();
        runner.post(new Event.SpeakLanguage(Language.EN));
        settle();
        tap(display, "do=coin&yen=500");
        assertEquals(0, runner.screen().visit().money().inserted().amount());
    }
}
