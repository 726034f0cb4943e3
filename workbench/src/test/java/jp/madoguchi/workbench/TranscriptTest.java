package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Clips;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.voice.Heard;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard from the first word to the last, to be read: docs/voice-transcript.md is what this writes. */
class TranscriptTest {
    private static final Path PAGE = Path.of("../docs/voice-transcript.md");
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
                arrow keys lead to, one after the other. Screens that only ask to wait say so, and are left out here.
                """);
        try (Workbench bench = Workbench.start(
                dir.resolve("kiosk"),
                new Workbench.Settings(0, Optional.empty(), PrinterSettings.lifelike()).speaking(voice))) {
            for (Language language : List.of(Language.JA, Language.EN)) {
                page.append("\n## ")
                        .append(language == Language.JA ? "Japanese" : "English")
                        .append('\n');
                heard(bench, language).forEach(line -> page.append(line).append('\n'));
            }
        }
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page.toString(), Files.readString(PAGE));
    }

    private static List<String> heard(Workbench bench, Language language) throws IOException, InterruptedException {
        List<String> transcript = new ArrayList<>();
        Map<String, Visitor.Act> acts = new HashMap<>();
        acts.put("welcome", (visitor, screen) -> {
            Element speaking =
                    visitor.client().tap(screen, new Element("button").attr("data-do", "aids"), Map.of("aid", "voice"));
            write("welcome", Heard.of(speaking), true, transcript);
            visitor.tap(speaking, "[data-do=begin][data-lang=" + language.code() + "]");
            return false;
        });
        for (String stage : WAITING) {
            acts.put(stage, (visitor, screen) -> {
                Element speaking = visitor.client().screen();
                write(stage, Heard.of(speaking), stage.equals("place-card") && language != Language.JA, transcript);
                return true;
            });
        }
        Visitor.Result result = new Visitor(bench, "aomori-hanako", acts).play();
        assertEquals("delivered", result.end(), result.words());
        return transcript;
    }

    /** @param begins the voice begins, or speaks another language than before */
    private static void write(String stage, Heard heard, boolean begins, List<String> transcript) {
        assertTrue(!heard.lines().isEmpty(), stage);
        transcript.add("");
        transcript.add("### " + stage);
        if (begins) {
            transcript.add("- " + heard.how());
        }
        Stream.concat(heard.lines().stream(), heard.stops().stream().map(stop -> "▸ " + stop))
                .forEach(line -> transcript.add("- " + line));
    }
}
