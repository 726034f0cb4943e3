package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import jp.madoguchi.workbench.voice.Heard;

/** Somebody who hears the kiosk and feels its keys, and sees nothing: what to press is decided by what was said. One thread. */
final class Ear {
    /** In place of the loudspeaker: takes note of each sound, which is over at once. */
    private static final String LOUDSPEAKER = """
            window.heard = [];
            window.Audio = class extends EventTarget {
              constructor(address) { super(); this.address = address; }
              play() {
                window.heard.push(this.address.replace(/.*\\/|\\.opus/g, ''));
                queueMicrotask(() => this.dispatchEvent(new Event('ended')));
                return Promise.resolve();
              }
              pause() {}
            };""";

    /** More stops than any screen has. */
    private static final int MOST_STOPS = 60;

    private final Page page;
    private final List<String> transcript = new ArrayList<>();
    private int from;

    Ear(Page page) {
        this.page = page;
    }

    /** Before the page is opened. */
    static void listen(BrowserContext person) {
        person.addInitScript(LOUDSPEAKER);
    }

    Page page() {
        return page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** What was said since last asked. */
    List<String> heard() {
        List<?> names = (List<?>) page.evaluate("from => window.heard.slice(from)", from);
        from += names.size();
        List<String> words =
                names.stream().map(name -> Heard.words((String) name)).toList();
        transcript.addAll(words);
        return words;
    }

    /** Waits until these words are said, and hears all that was said until then. */
    List<String> until(String words) {
        return until(words, said -> said.contains(words));
    }

    /** The same of a sound that says just this. */
    List<String> untilExactly(String words) {
        return until(words, said -> said.equals(words));
    }

    private List<String> until(String words, Predicate<String> wanted) {
        List<String> names = Stream.of(Language.values())
                .flatMap(language -> Sayings.of(language).recordings().stream())
                .filter(recording -> wanted.test(recording.words()))
                .map(Recording::name)
                .toList();
        try {
            page.waitForFunction(
                    "({ from, names }) => window.heard.slice(from).some(name => names.includes(name))",
                    Map.of("from", from, "names", names));
        } catch (PlaywrightException never) {
            throw new AssertionError(
                    words + " is never heard, but: " + heard() + " at " + page.getAttribute("main", "data-stage"),
                    never);
        }
        return heard();
    }

    /** Goes from one thing to the next until one says this. */
    void find(Predicate<List<String>> wanted, String what) {
        heard();
        List<List<String>> stops = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press("ArrowDown");
            List<String> said = heard();
            if (wanted.test(said)) {
                return;
            }
            stops.add(said);
        }
        throw new AssertionError("nothing says " + what + ", only: " + stops);
    }

    void find(String words) {
        find(said -> !said.isEmpty() && said.get(0).equals(words), words);
    }

    /** Finds what says this, and does it. */
    void choose(String words) {
        find(words);
        press("Enter");
    }

    /** Goes on from here: the round key says what leads on, and once more does it. */
    void onward(String words) {
        heard();
        press("Enter");
        assertEquals(List.of(words), heard());
        press("Enter");
    }

    String transcript() {
        return transcript.stream().collect(Collectors.joining("\n"));
    }
}
