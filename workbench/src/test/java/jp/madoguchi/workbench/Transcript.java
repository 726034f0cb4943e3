package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.workbench.voice.Heard;
import org.jsoup.nodes.Element;

/** What is heard of one screen after the other, as the page that is read by people says it. */
final class Transcript {
    private final List<String> page = new ArrayList<>();
    private List<String> before = List.of();

    void heading(String words) {
        page.add("");
        page.add(words);
        before = List.of();
    }

    /** @param stops also what the arrow keys lead to */
    void screen(Element screen, boolean stops) {
        Heard heard = Heard.of(screen);
        assertFalse(heard.lines().isEmpty(), screen.attr("data-stage"));
        page.add("");
        page.add("### " + screen.attr("data-stage"));
        news(heard);
        if (stops) {
            heard.stops().forEach(stop -> page.add("- ▸ " + stop));
        }
    }

    /** Something has changed on it. */
    void changed(Element screen) {
        news(Heard.of(screen));
    }

    private void news(Heard heard) {
        heard.lines().stream().filter(line -> !before.contains(line)).forEach(line -> page.add("- " + line));
        before = heard.lines();
    }

    void line(String words) {
        page.add("- " + words);
    }

    /** The voice begins, or speaks another language than before. */
    void begins(Element screen) {
        page.add("");
        page.add("- " + Heard.of(screen).how());
    }

    List<String> lines() {
        return page;
    }
}
