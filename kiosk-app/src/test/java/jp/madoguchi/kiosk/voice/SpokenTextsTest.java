package jp.madoguchi.kiosk.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text can be said, or somebody has said why not. */
class SpokenTextsTest {
    private static final Pattern NAMED = Pattern.compile("[「“]([^」”]+)[」”]");
    private static final Set<String> SIGNS =
            Set.of("money.and", "withheld.and", "news.stop", "choose-fitting.is", "choose-fitting.and");

    @ParameterizedTest
    @EnumSource(Language.class)
    void text_ofEachKey_isRecordedOrDeclaredUnspoken(Language language) {
        Set<Recording> recorded = Set.copyOf(Sayings.of(language).recordings());
        List<String> silent = new ArrayList<>();
        texts(language).forEach((key, text) -> {
            if (text.isBlank()
                    || SIGNS.contains(key)
                    || Unspoken.why(language, key).isPresent()) {
                return;
            }
            for (int number : List.of(0, 1, 3)) {
                String shown = text.contains("{")
                        ? new MessageFormat(text, language.locale()).format(new Object[] {number, number, number})
                        : text;
                List<Piece> said = Sayings.of(language).say(shown);
                if (said.isEmpty()
                        || !said.stream().allMatch(piece -> piece.known() && recorded.contains(piece.recording()))) {
                    silent.add(key + ": " + shown + " " + said);
                }
            }
        });
        assertEquals(List.of(), silent);
    }

    /** A rule that nothing falls under hides the next text of that name. */
    @Test
    void reason_notToSpeak_isOfATextThatIsThere() {
        Set<String> keys = texts(Language.JA).keySet();
        for (String key : List.of(
                "obstacle.printer-jam.do",
                "closed.staff",
                "latched.staff.what",
                "brand",
                "kiosk",
                "not-yours.title",
                "waiting",
                "writing.erase",
                "enter-password.erase")) {
            assertTrue(keys.contains(key), key);
            assertFalse(Unspoken.why(Language.JA, key).orElse("").isBlank(), key);
        }
        assertTrue(Unspoken.why(Language.JA, "obstacle.printer-jam.what").isEmpty());
        assertTrue(Unspoken.why(Language.JA, "enter-pin.erase").isEmpty());
        assertTrue(Unspoken.why(Language.EN, "do.begin.en").isEmpty());
        assertTrue(Unspoken.why(Language.EN, "do.begin.ja").isPresent());
    }

    /** A recording says words: a sign in it would be read out, or skipped. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void recording_ofEach_hasNothingThatIsReadWrongly(Language language) {
        for (Recording recording : Sayings.of(language).recordings()) {
            String words = recording.words();
            assertFalse(words.matches(".*[¥{}|<>「」（）()“”\\n].*"), words);
            assertFalse(words.matches(".*[0-9]-[0-9].*"), words);
            if (recording.tongue().equals("ja")) {
                assertFalse(words.matches(".*[〜–].*|.*[a-z].*"), words);
            } else {
                assertFalse(words.matches(".*[\\p{IsHiragana}\\p{IsKatakana}].*"), words);
                assertTrue(recording.tongue().equals("zh") || !words.matches(".*\\p{IsHan}.*"), words);
                assertFalse(words.matches(".*[0-9][–~〜～/:][0-9].*"), words);
            }
        }
    }

    /** Who is told to look for a button looks for these words. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void guide_thatNamesAButton_namesOneThatIsThere(Language language) {
        Map<String, String> texts = texts(language);
        Set<String> buttons = texts.entrySet().stream()
                .filter(text -> text.getKey().startsWith("do."))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        texts.forEach((key, text) -> {
            if (key.startsWith("voice.")) {
                NAMED.matcher(text)
                        .results()
                        .forEach(named -> assertTrue(buttons.contains(named.group(1)), key + ": " + text));
            }
        });
    }

    static Map<String, String> texts(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "jp.madoguchi.ui.messages_" + language.code(),
                Locale.ROOT,
                SpokenTextsTest.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }
}
