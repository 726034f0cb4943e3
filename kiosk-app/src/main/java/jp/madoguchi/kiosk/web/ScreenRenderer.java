package jp.madoguchi.kiosk.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;

/** Screens as HTML. The name of a stage is the name of its template. Any thread. */
final class ScreenRenderer {
    private final ScreenModel model;
    private final Map<String, String> files;
    private final Templates templates;
    private final Voice voice;
    private final Furigana furigana = new Furigana();

    /** {@code files}: the addresses of style and scripts by name. */
    ScreenRenderer(ScreenModel model, Map<String, String> files, Templates templates, Voice voice) {
        this.model = model;
        this.files = files;
        this.templates = templates;
        this.voice = voice;
    }

    ScreenRenderer(ScreenModel model, Map<String, String> files) {
        this(model, files, new Templates(), Voice.NONE);
    }

    /** The whole page. */
    String page(Screen screen, Secret csrf) {
        Map<String, Object> values = view(screen);
        values.put("page", pageView(files).with("csrf", csrf.text()).with("voice", voice.languages()));
        return read(screen, templates.fill("page", words(screen), values));
    }

    /** The {@code <main>} alone. */
    String main(Screen screen) {
        return read(screen, templates.fill("screens/" + screen.visit().stage().slug(), words(screen), view(screen)));
    }

    /** How much of a PIN or password is in, and whether the resident can go on. */
    String dots(Screen screen) {
        boolean password = screen.visit().stage() == Stage.ENTER_PASSWORD;
        return read(screen, templates.fill(password ? "password" : "pin", "pressed", words(screen), view(screen)));
    }

    /** The line as it stands, and whether the resident can go on. */
    String written(Screen screen) {
        return read(screen, templates.fill("writing", "pressed", words(screen), view(screen)));
    }

    /** For the display that has just been let in; it goes on to the screen by itself. */
    String opened() {
        return templates.fill("opened", Language.JA.locale(), Map.of("page", pageView(files)));
    }

    /** For a browser that is not the terminal's display. */
    String notYours() {
        return templates.fill(
                "not-yours",
                Language.JA.locale(),
                Map.of(
                        "page",
                        pageView(files).with("english", Words.of(Language.EN).all())));
    }

    /** What every page has to know of the files beside it. */
    static View pageView(Map<String, String> files) {
        View view = new View();
        files.forEach(view::with);
        return new View().with("files", view);
    }

    private Map<String, Object> view(Screen screen) {
        boolean recorded = voice.clips().speak(screen.visit().language());
        Map<String, Object> values = new HashMap<>(Map.of("view", model.of(screen, recorded)));
        voice.narrator(screen).ifPresent(narrator -> values.put(Narrator.NAME, narrator));
        return values;
    }

    /** With the reading of its words, for whoever wants it. */
    private String read(Screen screen, String html) {
        if (screen.visit().language() == Language.EASY) {
            return BracketedReadings.in(html);
        }
        return Furigana.wanted(screen.visit()) ? furigana.in(html) : html;
    }

    private static Locale words(Screen screen) {
        return screen.visit().language().locale();
    }
}
