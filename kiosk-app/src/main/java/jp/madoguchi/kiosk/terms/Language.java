package jp.madoguchi.kiosk.terms;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that the screens speak, in the order in which they are offered: that of most signs in Japan. */
public enum Language {
    JA("ja", "ja"),
    /** やさしい日本語: short sentences and everyday words, for whoever is still learning Japanese, or is tired. */
    EASY("easy", "ja-x-easy"),
    EN("en", "en"),
    /** In simplified characters. */
    ZH("zh", "zh-Hans"),
    KO("ko", "ko"),
    VI("vi", "vi"),
    /** As in Brazil. */
    PT("pt", "pt-BR");

    private final String code;
    private final Locale locale;

    Language(String code, String tag) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The name in forms, and of the file of its texts. */
    public String code() {
        return code;
    }

    /** Another for each language: from the locale one finds back to it. */
    public Locale locale() {
        return locale;
    }

    /** What HTML calls it: to a browser, easy Japanese is Japanese. */
    public String tag() {
        return locale.stripExtensions().toLanguageTag();
    }

    /** Whether its words for certificates and offices are those that stand on the paper. */
    public boolean japanese() {
        return locale.getLanguage().equals("ja");
    }

    public static Optional<Language> ofCode(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findAny();
    }

    public static Optional<Language> ofLocale(Locale locale) {
        return Stream.of(values())
                .filter(language -> language.locale.equals(locale))
                .findAny();
    }
}
