package jp.madoguchi.kiosk.terms;

import java.util.Locale;
import java.util.Optional;

/** The languages that the screens speak, in the order in which they are offered. */
public enum Language {
    JA("ja", Locale.JAPANESE),
    /** やさしい日本語: short sentences and everyday words, for whoever is still learning Japanese, or is tired. */
    EASY("easy", Locale.forLanguageTag("ja-x-easy")),
    EN("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
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
        return locale.getLanguage();
    }

    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
