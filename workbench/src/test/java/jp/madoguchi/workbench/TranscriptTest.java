package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.voice.Clips;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard from the first word to the last, to be read: docs/voice-transcript.md is what this writes. */
class TranscriptTest {
    private static final Path PAGE = Path.of("../docs/voice-transcript.md");
    private static final String RESIDENT = "aomori-hanako";

    /** The screens that wait for the person; how many of the others one hears depends on how quick the kiosk is. */
    private static final List<String> WAITING = List.of(
            "place-card",
            "enter-pin",
            "take-card",
            "choose-document",
            "choose-options",
            "confirm",
            "pay",
            "take-paper");

    /** And those, in the order in which they may come. */
    private static final List<Stage> QUICK = List.of(
            Stage.READ_CARD,
            Stage.CHECK_PIN,
            Stage.ASK_CENTER,
            Stage.FETCH_DOCUMENT,
            Stage.OPEN_SLOT,
            Stage.COUNT_MONEY,
            Stage.GIVE_CHANGE,
            Stage.PRINT,
            Stage.PRINT_RECEIPT);

    private static final Map<String, Predicate<Sample>> CALLED_FOR = Map.of(
            "The card is forgotten", sample -> sample.stage() == Stage.TAKE_CARD && forgotten(sample),
            "… and the visit over", sample -> sample.stage() == Stage.ENDED && forgotten(sample),
            "The paper is not taken, or nobody touches anything",
                    sample -> sample.stage() == Stage.TAKE_PAPER && warned(sample));

    @TempDir
    Path dir;

    @Test
    void residenceRecord_inJapaneseAndEnglish_isHeardAsThePageSays() throws Exception {
        Path voice = Files.createDirectory(dir.resolve("voice"));
        for (Language language : Language.values()) {
            for (Recording each : Sayings.of(language).recordings()) {
                Files.writeString(voice.resolve(each.name() + Clips.ENDING), "");
            }
        }
        StringBuilder page = new StringBuilder("""
                # A residence record, heard

                What somebody hears who asks for the voice at the first screen and gets a residence record, written by `TranscriptTest`. `▸` is what the
                arrow keys lead to, one after the other. What stood on the screen before is not said again.
                """);
        ScreenGallery gallery = ScreenGallery.speaking(Clips.in(voice));
        try (Workbench bench = Desk.lay(
                dir.resolve("kiosk"),
                new Workbench.Settings(0, Optional.empty(), PrinterSettings.lifelike()).speaking(voice))) {
            for (Language language : List.of(Language.JA, Language.EN)) {
                Transcript transcript = new Transcript();
                transcript.heading("## " + (language == Language.JA ? "Japanese" : "English"));
                record(bench, language, transcript);
                samples(gallery, language, transcript);
                for (Way way : ways(transcript)) {
                    transcript.heading("## " + way.title);
                    play(bench, language, way, transcript);
                }
                transcript.lines().forEach(line -> page.append(line).append('\n'));
            }
        }
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page.toString(), Files.readString(PAGE));
        for (Language language : List.of(Language.JA, Language.EN)) {
            assertFalse(page.indexOf(words(language, "voice.on-screen")) >= 0, "all of it is ours");
        }
    }

    // ── the whole way ──

    private static void record(Workbench bench, Language language, Transcript transcript)
            throws IOException, InterruptedException {
        Map<String, Visitor.Act> acts = new HashMap<>();
        acts.put("welcome", (visitor, screen) -> {
            Element speaking = speak(visitor, screen);
            transcript.begins(speaking);
            transcript.screen(speaking, true);
            visitor.tap(speaking, "[data-do=begin][data-lang=" + language.code() + "]");
            return false;
        });
        for (String stage : WAITING) {
            acts.put(stage, (visitor, screen) -> {
                Element speaking = visitor.client().screen();
                if (stage.equals("place-card") && language != Language.JA) {
                    transcript.begins(speaking);
                }
                transcript.screen(speaking, true);
                return !stage.equals("enter-pin") || enter(visitor, transcript, "1234");
            });
        }
        Visitor.Result result = new Visitor(bench, RESIDENT, acts).play();
        assertEquals("delivered", result.end(), result.words());
        transcript.line(words(language, "voice.over"));
    }

    private static String words(Language language, String key) {
        return Sayings.of(language).text(key).stream()
                .map(piece -> piece.recording().words())
                .collect(Collectors.joining(" "));
    }

    private static Element speak(Visitor visitor, Element screen) throws IOException {
        return visitor.client().tap(screen, new Element("button").attr("data-do", "aids"), Map.of("aid", "voice"));
    }

    // ── screens that pass, and those that call ──

    private static void samples(ScreenGallery gallery, Language language, Transcript transcript) {
        transcript.heading("## While one waits");
        for (Stage stage : QUICK) {
            sample(gallery, language, transcript, each -> each.stage() == stage && gives(each));
        }
        CALLED_FOR.keySet().stream().sorted().forEach(title -> {
            transcript.heading("## " + title);
            sample(gallery, language, transcript, Objects.requireNonNull(CALLED_FOR.get(title)));
        });
    }

    private static void sample(
            ScreenGallery gallery, Language language, Transcript transcript, Predicate<Sample> which) {
        Sample sample = gallery.samples().stream()
                .filter(each -> each.language() == language && which.test(each))
                .findFirst()
                .orElseThrow();
        Element screen = Jsoup.parse(gallery.bare(sample, Set.of(Aid.VOICE))).selectFirst("main#screen");
        transcript.screen(Objects.requireNonNull(screen), false);
    }

    private static boolean gives(Sample sample) {
        return sample.stage() != Stage.GIVE_CHANGE
                || !sample.screen().visit().money().leaving().isZero();
    }

    private static boolean forgotten(Sample sample) {
        return sample.screen().visit().card().hint() == CardState.Hint.FORGOTTEN;
    }

    private static boolean warned(Sample sample) {
        return sample.screen().until().isPresent();
    }

    // ── other ways ──

    /**
     * What may also happen.
     *
     * @param service that is begun; none for a certificate
     * @param heard stages that are told
     */
    private record Way(String title, String service, List<String> heard, Map<String, Visitor.Act> acts, String end) {}

    private static List<Way> ways(Transcript transcript) {
        Visitor.Act leave = tap("cancel", "");
        Iterator<String> pins = List.of("9999", "1234").iterator();
        Visitor.Act next = tap("acknowledge", "");
        return List.of(
                new Way(
                        "A wrong PIN, then the right one",
                        "",
                        List.of("enter-pin"),
                        Map.of(
                                "enter-pin",
                                (visitor, screen) -> enter(visitor, transcript, pins.next()),
                                "choose-document",
                                leave),
                        "cancelled"),
                new Way(
                        "By what it is for",
                        "",
                        List.of("choose-document", "choose-purpose", "choose-fitting", "choose-options"),
                        Map.of(
                                "choose-document",
                                tap("purposes", ""),
                                "choose-purpose",
                                tap("purpose", "[data-purpose=driving-licence]"),
                                "choose-fitting",
                                tap("choose", ""),
                                "choose-options",
                                leave),
                        "cancelled"),
                new Way(
                        "The money comes back",
                        "",
                        List.of("pay", "ended"),
                        Map.of("pay", (visitor, screen) -> {
                            visitor.drop(100);
                            visitor.awaitUntil(
                                    "the coin",
                                    () -> visitor.world()
                                            .kiosk()
                                            .screen()
                                            .visit()
                                            .money()
                                            .inserted()
                                            .equals(new Yen(100)));
                            transcript.changed(visitor.client().screen());
                            return leave.at(visitor, screen);
                        }),
                        "cancelled"),
                new Way(
                        "Another PIN",
                        "pin-change",
                        List.of("place-card", "enter-pin", "enter-new-pin", "repeat-new-pin", "ended"),
                        Map.of(
                                "enter-pin", (visitor, screen) -> enter(visitor, transcript, "1234"),
                                "enter-new-pin", (visitor, screen) -> enter(visitor, transcript, "5937"),
                                "repeat-new-pin", (visitor, screen) -> enter(visitor, transcript, "5937")),
                        "pin-changed"),
                new Way(
                        "Practice",
                        "practice",
                        List.of(
                                "place-card",
                                "enter-pin",
                                "take-card",
                                "choose-document",
                                "choose-options",
                                "confirm",
                                "pay",
                                "take-paper"),
                        Map.of(
                                "place-card",
                                next,
                                "enter-pin",
                                (visitor, screen) -> enter(visitor, transcript, "0000"),
                                "take-card",
                                next,
                                "pay",
                                tap("coin", "[data-yen='500']")),
                        ""));
    }

    private static Visitor.Act tap(String action, String which) {
        return (visitor, screen) -> {
            visitor.tap(visitor.client().screen(), "[data-do=" + action + "]" + which);
            return false;
        };
    }

    private static boolean enter(Visitor visitor, Transcript transcript, String pin) throws IOException {
        Element screen = visitor.client().screen();
        for (int i = 0; i < pin.length(); i++) {
            visitor.client().press(screen, pin.charAt(i));
            transcript.changed(visitor.client().screen());
        }
        visitor.tap(screen, "[data-do=pin-entered]");
        return false;
    }

    private static void play(Workbench bench, Language language, Way way, Transcript transcript)
            throws IOException, InterruptedException {
        Map<String, Visitor.Act> acts = new HashMap<>(way.acts);
        for (String stage : way.heard) {
            Visitor.Act act = way.acts.getOrDefault(stage, (visitor, screen) -> true);
            acts.put(stage, (visitor, screen) -> {
                transcript.screen(visitor.client().screen(), false);
                return act.at(visitor, screen);
            });
        }
        acts.put("welcome", (visitor, screen) -> {
            String service = way.service.isEmpty() ? ":not([data-service])" : "[data-service=" + way.service + "]";
            visitor.tap(speak(visitor, screen), "[data-do=begin][data-lang=" + language.code() + "]" + service);
            return false;
        });
        Visitor.Result result = new Visitor(bench, RESIDENT, acts).play();
        assertEquals(way.end, result.end(), result.words());
    }
}
