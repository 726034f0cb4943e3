package jp.madoguchi.kiosk.voice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;

/**
 * What a screen of one language shows, as it is said. A text is known by its words, one with values by the words around them: so whatever
 * draws a screen need not know of the voice, and nothing is said that does not stand there. Immutable.
 */
public final class Sayings {
    private static final Map<Language, Sayings> ALL = new EnumMap<>(Language.class);
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Pattern LIST = Pattern.compile("[、・]|, ");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]*");

    /** Says that something stands on the screen for which there are no recordings. */
    private static final String UNRECORDED = "voice.on-screen";

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Sayings(language, bundle("messages_" + language.code())));
        }
    }

    private final Tongue tongue;
    private final Values values;
    private final Map<String, String> texts;
    /** What is said of each thing shown that has no values. */
    private final Map<String, List<Piece>> constants = new HashMap<>();

    private final List<Template> templates = new ArrayList<>();
    private final Set<Recording> recordings = new LinkedHashSet<>();

    private Sayings(Language language, Map<String, String> texts) {
        this.tongue = Tongue.of(language);
        this.texts = texts;
        this.values = new Values(tongue);
        texts.forEach((key, text) -> {
            if (Unspoken.why(language, key).isEmpty()) {
                Template.of(JapaneseWriting.withoutAsides(tongue, text)).forEach(this::learn);
            }
        });
        boolean asWritten =
                tongue == Tongue.JA || tongue == Tongue.ZH; // Chinese reads the characters, and its screens show them
        bundle("places").forEach((name, english) -> constant(asWritten ? name : english));
        // Its keys are the Japanese words; which language's file they are read from for Japanese does not matter.
        bundle("relations_" + (language.japanese() ? "en" : language.code()))
                .forEach((japanese, own) -> constant(language.japanese() ? japanese : own));
        values.vocabulary().forEach(words -> recordings.add(recording(words)));
        templates.sort(Comparator.comparing(Template::weight).reversed());
    }

    public static Sayings of(Language language) {
        return Optional.ofNullable(ALL.get(language)).orElseThrow();
    }

    private static Map<String, String> bundle(String file) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "jp.madoguchi.ui." + file,
                Locale.ROOT,
                Sayings.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    /** All that is ever said in this language. */
    public Collection<Recording> recordings() {
        return Set.copyOf(recordings);
    }

    /** What is said of what is shown: all of it, and where nobody recorded the words, that they stand on the screen. */
    public List<Piece> say(String shown) {
        String text = normal(shown);
        if (NO_WORD.matcher(text).matches()) {
            return List.of();
        }
        String own = JapaneseWriting.withoutAsides(tongue, text);
        return known(own).or(() -> known(text)).or(() -> one(own)).orElseGet(() -> List.of(unrecorded(text)));
    }

    /** The text of this key, said; nothing when there is none. */
    public List<Piece> text(String key) {
        return Optional.ofNullable(texts.get(key)).map(this::say).orElse(List.of());
    }

    private Optional<List<Piece>> known(String text) {
        return Optional.ofNullable(constants.get(text))
                .or(() -> value(text))
                .or(() -> filled(text))
                .or(() -> list(text));
    }

    private Optional<List<Piece>> value(String text) {
        return values.said(text)
                .map(words -> words.stream().map(each -> piece(each, text)).toList());
    }

    /** A text that was filled in, with values that can be said, else with as few as may be that cannot. */
    private Optional<List<Piece>> filled(String text) {
        List<Piece> best = List.of();
        for (Template template : templates) {
            for (List<String> found : template.values(text)) {
                List<Piece> said = said(template, found, text);
                if (said.stream().allMatch(Piece::known)) {
                    return Optional.of(said);
                }
                if (best.isEmpty() && template.weight() > 1) {
                    best = said;
                }
            }
        }
        return Optional.of(best).filter(said -> !said.isEmpty());
    }

    private List<Piece> said(Template template, List<String> found, String text) {
        List<Piece> said = new ArrayList<>();
        int next = 0;
        String value = "";
        for (Optional<String> part : template.parts()) {
            if (part.isEmpty()) {
                value = found.get(next++);
                said.addAll(say(value));
                continue;
            }
            String words = part.get();
            Optional<String> counted = values.counted(value, words);
            if (counted.isPresent()) {
                said.set(said.size() - 1, piece(counted.get(), text));
                words = words.substring(values.counter(words).orElse("").length());
            }
            value = "";
            for (String sentence : Sentences.of(words)) {
                String form = SpokenForm.of(tongue, sentence);
                if (!NO_WORD.matcher(form).matches()) {
                    said.add(piece(form, text));
                }
            }
        }
        return said;
    }

    /** Things one after the other; of a name that has the sign of a list in it, all of it first. */
    private Optional<List<Piece>> list(String text) {
        List<Piece> said = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.length();
            Optional<List<Piece>> item = item(text, at, end);
            while (item.isEmpty()) {
                end = lastBreak(text, at, end);
                if (end < 0) {
                    return Optional.empty();
                }
                item = item(text, at, end);
            }
            said.addAll(item.get());
            Matcher sign = LIST.matcher(text).region(end, text.length());
            at = sign.lookingAt() ? sign.end() : text.length();
        }
        return Optional.of(said);
    }

    private Optional<List<Piece>> item(String text, int from, int to) {
        String item = text.substring(from, to);
        return Optional.ofNullable(constants.get(item)).or(() -> value(item));
    }

    /** Where the last sign of a list stands between the two; negative when there is none. */
    private static int lastBreak(String text, int from, int to) {
        int last = -1;
        Matcher sign = LIST.matcher(text).region(from, to);
        while (sign.find()) {
            last = sign.start();
        }
        return last;
    }

    /** Several texts one after the other. */
    private Optional<List<Piece>> one(String text) {
        List<String> sentences = Sentences.of(text);
        if (sentences.size() < 2) {
            return Optional.empty();
        }
        List<Piece> said = sentences.stream()
                .flatMap(sentence -> known(sentence).orElseGet(() -> List.of(unrecorded(sentence))).stream())
                .toList();
        return said.stream().anyMatch(Piece::known) ? Optional.of(said) : Optional.empty();
    }

    private void learn(Template template) {
        if (template.constant()) {
            template.words().forEach(this::constant);
            return;
        }
        if (!NO_WORD.matcher(String.join("", template.words())).matches()) {
            templates.add(template); // else it would fit everything
        }
        boolean value = false;
        for (Optional<String> part : template.parts()) {
            if (part.isPresent()) {
                Stream<String> forms = value
                        ? Stream.concat(
                                Stream.of(part.get()),
                                values
                                        .counter(part.get())
                                        .map(counter -> part.get().substring(counter.length()))
                                        .stream())
                        : Stream.of(part.get());
                forms.flatMap(words -> Sentences.of(words).stream())
                        .map(sentence -> SpokenForm.of(tongue, sentence))
                        .filter(form -> !NO_WORD.matcher(form).matches())
                        .forEach(form -> recordings.add(recording(form)));
            }
            value = part.isEmpty();
        }
    }

    private void constant(String text) {
        String shown = normal(text);
        List<Piece> whole = new ArrayList<>();
        for (String sentence : Sentences.of(shown)) {
            Piece piece = piece(SpokenForm.of(tongue, sentence), sentence);
            if (!NO_WORD.matcher(piece.recording().words()).matches()) {
                recordings.add(piece.recording());
                constants.putIfAbsent(sentence, List.of(piece));
                whole.add(piece);
            }
        }
        if (!whole.isEmpty()) {
            constants.put(shown, List.copyOf(whole));
        }
    }

    private Piece piece(String words, String caption) {
        return new Piece(recording(words), caption, true);
    }

    private Piece unrecorded(String shown) {
        String words = Optional.ofNullable(texts.get(UNRECORDED)).orElseThrow();
        return new Piece(recording(SpokenForm.of(tongue, words)), shown, false);
    }

    private Recording recording(String words) {
        return new Recording(tongue.code(), words);
    }

    private static String normal(String text) {
        return WHITE.matcher(text).replaceAll(" ").strip();
    }
}
