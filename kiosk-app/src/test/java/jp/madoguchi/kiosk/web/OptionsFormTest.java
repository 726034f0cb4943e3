package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;

/** The form of what goes onto the paper, when the browser posts it by itself. */
class OptionsFormTest extends RunningWeb {
    private Display atOptions() {
        Display display = display();
        atPin();
        runner.post(new Event.PinEntered(SampleScreens.NOON));
        runner.post(new Event.ChallengeArrived(new Challenge("TEST", new Nonce("ab".repeat(32)), SampleScreens.NOON)));
        runner.post(new Event.PinAccepted(SampleScreens.NOON));
        runner.post(new Event.Welcomed(new Catalogue(
                List.of(),
                List.of(new Offer(
                        "02201",
                        new LocalText("青森市", "Aomori City"),
                        "residence-record",
                        300,
                        1,
                        List.of(new OfferOption("scope", List.of("self", "household"), "self")))),
                List.of())));
        runner.post(new Event.CardTaken());
        settle();
        display.tap(runner.screen().number(), "do=choose&offer=0");
        assertEquals(Stage.CHOOSE_OPTIONS, runner.screen().visit().stage());
        return display;
    }

    @Test
    void form_withoutScripts_keepsWhatIsChosenOutOfTheAddress() {
        Display display = atOptions();
        String form = display.get("/").find("(?s)(<form id=\"options\".*?</form>)");
        assertTrue(form.contains("method=\"post\" action=\"/tap\""), form);
        assertTrue(form.contains("name=\"screen\" value=\"" + runner.screen().number() + "\""), form);
        String body = "do=options&screen=" + runner.screen().number() + "&option.scope=household&copies=1";
        String[] ours = {"Cookie: " + display.cookie(), "Sec-Fetch-Mode: navigate", "Sec-Fetch-Site: same-origin"};
        assertEquals(303, http.post("/tap", body, ours).status());
        assertEquals(Stage.CONFIRM, runner.screen().visit().stage());
        assertEquals("household", runner.screen().visit().choice().options().get("scope"));
    }
}
