package jp.madoguchi.kiosk.voice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Language;

/** Texts that are never said, and why. */
public final class Unspoken {
    private static final Pattern NAMES_ITSELF = Pattern.compile("do\\.(?:begin|language|check)\\.([a-z]+)");
    private static final Map<Pattern, String> WHY = new LinkedHashMap<>();

    static {
        never("obstacle\\..*\\.do|(closed|latched)\\.staff(\\..*)?", "what staff do about it: no resident's concern");
        never("brand|kiosk", "the same on every screen, and no help in finding the way");
        never("not-yours\\..*", "on screens that are not this kiosk's");
        never("waiting", "the screen is not there, and so no script that could speak");
        never("writing\\..*", "keys of a keyboard that is not operated by ear: docs/voice.md");
        never("enter-password\\.(erase|clear)", "keys of a keyboard that is not operated by ear: docs/voice.md");
    }

    private Unspoken() {}

    /** Why this text of this language is not said; empty when it is. */
    public static Optional<String> why(Language language, String key) {
        Matcher named = NAMES_ITSELF.matcher(key);
        if (named.matches()
                && !Language.ofCode(named.group(1)).map(Language::tag).equals(Optional.of(language.tag()))) {
            return Optional.of("the name of a language, said by the voice of that language");
        }
        return WHY.entrySet().stream()
                .filter(each -> each.getKey().matcher(key).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void never(String keys, String why) {
        WHY.put(Pattern.compile(keys), why);
    }
}
