package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.ScreenRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is shown a page that breaks it, and a page that keeps all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenRulesTest {
    private static final String HONEST = """
            <!DOCTYPE html>
            <html lang="en">
            <head><title>Counter</title>
            <style>
              body { margin: 0; font: 24px/1.6 sans-serif; color: #1a1a1a; background: #fff; }
              main { display: grid; gap: 12px; justify-items: start; padding: 24px; }
              button { font: inherit; color: #1a1a1a; min-height: 60px; min-width: 200px; background: #e8f1fe; border: 3px solid #0017c1; }
              rt { font-size: 12px; }
              .page { overflow: hidden; width: 600px; background: linear-gradient(#ffffff, #fbf5e0); }
            </style></head>
            <body><main data-stage="welcome" data-aids="calm">
              <h1 id="title">Certificates <in-brackets id="reading">(read so)</in-brackets></h1>
              <div class="page"><p id="lead">Take <ruby id="ruby">紙<rt>かみ</rt></ruby> and change.</p></div>
              <button id="one">One</button>
              <button id="two">Two</button>
            </main></body></html>
            """;

    private final KioskBrowser browser = new KioskBrowser();
    private final ScreenRules rules = new ScreenRules();
    private final BrowserContext person = browser.person(800, 600);
    private final Page page = person.newPage();

    @BeforeEach
    void tellTheTruth() {
        page.setContent(HONEST);
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void page_thatKeepsAll_breaksNothing() {
        assertEquals(List.of(), rules.broken(page));
    }

    /** what is broken, of which element, and the style that breaks it */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "small words | #lead | font-size: 23.9px",
                "small words | rt | font-size: 11px",
                "small target | #one | min-height: 0; height: 59px",
                "small target | #one | min-width: 0; width: 59px; padding: 0",
                "close targets | #two | margin-top: -1px",
                "one over the other | #two | margin-top: -20px",
                "faint words | #title | color: #767676",
                "faint words | #title | opacity: .6",
                "faint words | #one | background: #8888ff",
                "faint words | #lead | background: linear-gradient(#fff 90%, #666)",
                "faint words | #lead | background: linear-gradient(#fff 90%, #000000aa)",
                "out of view | #title | position: relative; left: -30px",
                "out of view | #two | position: absolute; top: 570px",
                "cut words | .page | height: 20px",
                "cut words | #lead | width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis",
                "cut words | #lead | width: 90px; height: 1.6em; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; overflow: hidden",
                "words over the edge | #one | min-width: 0; width: 60px; padding: 0; letter-spacing: 40px",
                "words over the edge | #title | width: 40px",
                "covered words | #two | position: relative; top: -200px; pointer-events: auto",
                "words over words | .page | margin-top: -110px",
                "words over a target | #title | position: relative; top: 200px; z-index: 2; pointer-events: none",
                "torn reading | #reading | word-spacing: 800px",
                "not all in view | main | height: 700px",
                "not all in view | main | width: 900px",
                "not all in view | .page | height: 30px; overflow-y: auto",
                "moves | #one | transition: color 10s; color: #000",
            })
    void page_madeWrong_breaksTheRule(String rule, String element, String style) {
        page.evaluate(
                "([element, style]) => { document.querySelector(element).style.cssText += ';' + style; }",
                List.of(element, style));
        assertBroken(rule);
    }

    /** for how long a colour changes, of a page whose reader did not ask for calm */
    @ParameterizedTest
    @CsvSource({"4.9, 0", "5.1, 1"})
    void page_thatMoves_mayDoSoForFiveSeconds(double seconds, int broken) {
        page.evaluate(
                "seconds => { document.querySelector('main').dataset.aids = '';"
                        + " document.querySelector('#one').style.cssText += `; transition: background ${seconds}s; background: #fff`; }",
                seconds);
        assertEquals(
                broken,
                rules.broken(page).stream()
                        .filter(each -> each.startsWith("moves for long"))
                        .count());
    }

    /** what is broken, and how */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axe html-has-lang | document.documentElement.removeAttribute('lang')",
                "axe button-name | document.querySelector('#one').textContent = ''",
                "axe color-contrast: | document.querySelector('#title').style.color = '#aaaaaa'",
                "axe color-contrast-enhanced | document.querySelector('#title').style.cssText = 'color: #888888; font-size: 24px'",
                "axe aria-roles | document.querySelector('#one').setAttribute('role', 'knob')",
            })
    void page_thatAxeRefuses_isBroken(String rule, String how) {
        page.evaluate("() => { " + how + " }");
        assertBroken(rule);
    }

    private void assertBroken(String rule) {
        List<String> broken = rules.broken(page);
        assertTrue(broken.stream().anyMatch(each -> each.startsWith(rule)), broken.toString());
    }
}
