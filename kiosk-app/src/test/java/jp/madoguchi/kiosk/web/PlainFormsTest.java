package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the page's scripts do not run, its forms and the browser alone lead through a visit. */
class PlainFormsTest extends RunningWeb {
    /** A browser that sends a form of our own page. */
    private static final List<String> FORM = List.of("Sec-Fetch-Mode: navigate", "Sec-Fetch-Site: same-origin");

    private RawHttp.Reply send(Display display, String path, String body, List<String> says) {
        String[] headers = new String[says.size() + 1];
        headers[0] = "Cookie: " + display.cookie();
        for (int i = 0; i < says.size(); i++) {
            headers[i + 1] = says.get(i);
        }
        return http.post(path, body, headers);
    }

    @Test
    void tap_byAForm_isTakenAndLeadsBackToThePage() {
        RawHttp.Reply reply =
                send(display(), "/tap", "screen=" + runner.screen().number() + "&do=begin%26lang%3Den", FORM);
        assertAll(
                () -> assertEquals(303, reply.status()),
                () -> assertEquals("/", reply.header("Location")),
                () -> assertEquals(Stage.PLACE_CARD, runner.screen().visit().stage()));
    }

    @Test
    void pinKey_byAForm_isTypedAndLeadsBackToThePage() {
        Display display = display();
        atPin();
        RawHttp.Reply reply = send(display, "/pin", "key=" + key(display.get("/"), "7"), FORM);
        assertEquals(303, reply.status());
        assertEquals(1, pad.count());
        assertTrue(display.get("/").body().contains("data-count=\"1\""));
    }

    /** Only a browser that goes to a page, from a page of ours, needs no token. */
    @ParameterizedTest
    @CsvSource({
        "navigate, cross-site",
        "navigate, same-site",
        "navigate, none",
        "navigate, ''",
        "cors, same-origin",
        "no-cors, same-origin",
        "'', same-origin"
    })
    void tap_byAnothersForm_isForbidden(String mode, String site) {
        List<String> says = List.of("Sec-Fetch-Mode: " + mode, "Sec-Fetch-Site: " + site);
        String tap = "screen=" + runner.screen().number() + "&do=begin%26lang%3Den";
        assertEquals(403, send(display(), "/tap", tap, says).status());
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }

    @Test
    void again_withAStream_staysAndWithoutOne_leadsToThePage() throws IOException {
        Display display = display();
        assertEquals(303, display.get("/again").status());
        try (RawHttp.Stream stream = http.events(display.cookie())) {
            assertTrue(stream.next("revision").isPresent());
            assertEquals(204, display.get("/again").status());
            RawHttp.Reply page = display.get("/"); // loaded anew, and its scripts have not come yet
            assertEquals("/", display.get("/again").header("Location"));
            assertTrue(page.header("Refresh").endsWith(";url=/again"), page.header("Refresh"));
        }
    }

    /** A card moves this screen at any time; at the next one what was ticked would be lost. */
    @Test
    void page_looksAgainSoon_butWhereOneChoosesNotBeforeTheWarning() {
        Display display = display();
        assertEquals("45;url=/again", display.get("/").header("Refresh"), "welcome");
        for (Set<Aid> aids : List.of(Set.<Aid>of(), Set.of(Aid.LARGE))) {
            runner.post(new Event.AidsChosen(aids));
            runner.post(new Event.Begin(Language.EN, Service.PRACTICE));
            settle();
            assertEquals("3;url=/again", display.get("/").header("Refresh"), "place-card");
            runner.post(new Event.Acknowledged());
            runner.post(new Event.PinEntered(SampleScreens.CLOCK.instant()));
            runner.post(new Event.Acknowledged());
            settle();
            assertEquals(Stage.CHOOSE_DOCUMENT, runner.screen().visit().stage());
            long wait = Stage.CHOOSE_DOCUMENT.patience(!aids.isEmpty()).toSeconds();
            assertEquals(wait + ";url=/again", display.get("/").header("Refresh"));
            runner.post(new Event.Cancelled());
            settle();
        }
    }

    @Test
    void again_withoutSession_isRefused() {
        assertEquals(401, http.get("/again").status());
    }
}
