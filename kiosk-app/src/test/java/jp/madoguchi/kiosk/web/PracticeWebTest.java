package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Practice;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        tap(display, "do=coin&yen=50");
        assertEquals(500, runner.screen().visit().money().inserted().amount(), "no such coin");
        String specimen = tap(display, "do=coin&yen=100").body();
        assertTrue(specimen.contains("class=\"sample-sheet\""), specimen);
        assertFalse(specimen.contains("data-take"), "nothing lies there");
        String end = tap(display, "do=acknowledge").body();
        assertTrue(end.contains("data-stage=\"welcome\""), end);
        assertFalse(end.contains("specimen practice"), "the banner is gone");
        Mockito.verifyNoInteractions(hands);
    }

    @Test
    void banner_isOnEveryScreenOfPractice_andOnNoOther() {
        ScreenModel model = model();
        SamplePractice.all(Language.EASY)
                .forEach(screen -> assertNotNull(
                        model.of(screen, false).get("practice"),
                        screen.visit().stage().name()));
        SampleScreens.all().stream()
                .filter(screen -> screen.visit().service() != Service.PRACTICE)
                .forEach(screen -> assertNull(model.of(screen, false).get("practice")));
    }

    private static String inLarge(View shown, String part) {
        return String.valueOf(shown.get(part));
    }

    /** Nobody is asked for a card, a PIN, money or paper that there is not. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void words_ofPractice_saidInLarge_askForNothingReal(Language language) {
        Words words = Words.of(language);
        Set<String> earnest = Stream.of("place-card", "enter-pin.card", "take-card", "pay", "take-paper")
                .map(key -> words.text(key + ".title"))
                .collect(Collectors.toSet());
        Set<Stage> seen = EnumSet.noneOf(Stage.class);
        ScreenRenderer renderer = renderer();
        for (Screen screen : SamplePractice.all(language)) {
            String title = Jsoup.parse(renderer.main(screen)).expectFirst("h1").text();
            boolean real = screen.visit().stage() == Stage.TAKE_CARD
                    && screen.visit().card().present();
            assertEquals(real, earnest.contains(title), title);
            assertFalse(title.isBlank(), screen.visit().stage().name());
            seen.add(screen.visit().stage());
        }
        assertTrue(seen.containsAll(Set.of(Stage.PLACE_CARD, Stage.ENTER_PIN, Stage.TAKE_CARD, Stage.PAY)), "seen");
    }

    @Test
    void card_thatReallyLiesThere_isSaidToBeReal() {
        List<Screen> all = SamplePractice.all(Language.EN);
        Screen leaving = all.get(all.size() - 1);
        assertTrue(Practice.leaving(leaving.visit()));
        View said = practice(leaving);
        assertEquals("Practice reads no card. The one on the reader is real.", inLarge(said, "hint"));
        assertEquals("Take your card", inLarge(said, "title"));
        assertEquals("Nothing was read from this card.", inLarge(said, "lead"));
        View pretended = practice(at(all, Stage.TAKE_CARD));
        assertEquals("Touch the button at the lower right to go on.", inLarge(pretended, "hint"));
        assertEquals("In real use you take your card here", inLarge(pretended, "title"));
        assertTrue(renderer().main(leaving).contains("href=\"/staff\""), "who can free a card that is stuck");
        assertFalse(renderer().main(at(all, Stage.TAKE_CARD)).contains("href=\"/staff\""));
    }

    @Test
    void change_thatIsPretended_isSaidOfAVisitInEarnest() {
        Screen specimen = at(SamplePractice.all(Language.EN), Stage.TAKE_PAPER);
        assertEquals("In real use ¥400 of change comes out, too.", inLarge(practice(specimen), "change"));
        String html = renderer().main(specimen);
        assertFalse(html.contains("data-take") || html.contains("to-take"), html);
        assertFalse(html.contains(Words.of(Language.EN).text("do.acknowledge.taken")), html);
    }

    private static Screen at(List<Screen> all, Stage stage) {
        return all.stream()
                .filter(screen -> screen.visit().stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    private View practice(Screen screen) {
        return (View) Objects.requireNonNull(model().of(screen, false).get("practice"));
    }

    private ScreenRenderer renderer() {
        return new ScreenRenderer(model(), new StaticFiles().paths());
    }

    private ScreenModel model() {
        return new ScreenModel("K-0001", false, SampleScreens.ACCEPTS, SampleScreens.CLOCK, new Keypads(pads, RANDOM));
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
