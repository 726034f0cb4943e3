package jp.madoguchi.kiosk.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;

/** The texts of one language, and numbers and dates as its people say them. Immutable. */
final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);
    private static final DateTimeFormatter JAPANESE_DATE = DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPANESE)
            .withChronology(JapaneseChronology.INSTANCE)
            .withZone(Japan.TIME);
    /** 明治6年1月1日: the calendar of today begins, and {@link JapaneseChronology} with it. */
    private static final LocalDate FIRST_DAY_OF_ERAS = LocalDate.of(1873, 1, 1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withZone(Japan.TIME);
    private static final DateTimeFormatter JAPANESE_WEEKDAY =
            DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPANESE).withZone(Japan.TIME);
    private static final DateTimeFormatter ENGLISH_WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH).withZone(Japan.TIME);
    /** The year as everybody's residence card and passport have it. */
    private static final DateTimeFormatter EASY_DATE =
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE).withZone(Japan.TIME);

    private static final DateTimeFormatter ENGLISH_DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(Japan.TIME);

    private static final Locale AT_THE_DESK = Locale.forLanguageTag("ja-x-staff");
    private static final Words STAFF;

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language, "messages_" + language.code()));
        }
        STAFF = new Words(Language.JA, "messages_ja", "staff_ja");
    }

    private final Language language;
    private final Map<String, String> texts = new HashMap<>();
    private final View all = new View();

    private Words(Language language, String... files) {
        this.language = language;
        for (String file : files) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "jp.madoguchi.ui." + file,
                    Locale.ROOT,
                    Words.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
        all.putAll(texts);
    }

    /** Those of the staff desk, and the residents' behind them: one thing has one name. */
    static Words staff() {
        return STAFF;
    }

    /** For templates that say the desk's words. */
    static Locale deskLocale() {
        return AT_THE_DESK;
    }

    static Words of(Language language) {
        return Optional.ofNullable(ALL.get(language)).orElseThrow();
    }

    static Words of(Locale locale) {
        if (locale.equals(AT_THE_DESK)) {
            return STAFF;
        }
        return ALL.values().stream()
                .filter(words -> words.language.locale().equals(locale))
                .findAny()
                .orElseThrow();
    }

    /** The text, with {@code {0}} and so on filled in. Throws when there is no such text: a defect. */
    String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("no such text: " + key);
        }
        return values.length == 0 ? text : new MessageFormat(text, language.locale()).format(values);
    }

    /** What a phone has words of its own for is said in them: {@code end.delivered.do.phone}. */
    String text(CardState card, String key) {
        return card.phone() ? textOr(key + ".phone", text(key)) : text(key);
    }

    /** For what the center names: a name that came into use after this program was made is shown as it is. */
    String textOr(String key, String otherwise) {
        return texts.getOrDefault(key, otherwise);
    }

    /** All texts by key, for a screen that says things in two languages. Not to be changed. */
    View all() {
        return all;
    }

    /** The text in this language; Japanese when there is none. Names, which everybody has to find as they are written. */
    String text(LocalText text) {
        return language == Language.EN && !text.en().isBlank() ? text.en() : text.ja();
    }

    /**
     * What the center announces, for whoever reads it: what it has no English for stays untold in English, and easy Japanese
     * it has none. The kiosk's own words for the reason stand there anyhow.
     */
    Optional<String> notice(LocalText notice) {
        return switch (language) {
            case JA -> Optional.of(notice.ja());
            case EASY -> Optional.empty();
            case EN -> Optional.of(notice.en()).filter(english -> !english.isBlank() && !english.equals(notice.ja()));
        };
    }

    String yen(Yen amount) {
        return yen(amount.amount());
    }

    String yen(int amount) {
        return String.format(Locale.ROOT, "¥%,d", amount);
    }

    /** 令和8年11月22日, 2026年11月22日, 22 November 2026. Every day of a card can be said, however wrong it is. */
    String date(Instant instant) {
        DateTimeFormatter date = switch (language) {
            case JA -> day(instant).isBefore(FIRST_DAY_OF_ERAS) ? EASY_DATE : JAPANESE_DATE;
            case EASY -> EASY_DATE;
            case EN -> ENGLISH_DATE;
        };
        return date.format(instant);
    }

    String date(LocalDate day) {
        return date(day.atStartOfDay(Japan.TIME).toInstant());
    }

    /** 11月30日（月）9:00, Monday 30 November 9:00; of today the time alone. */
    String moment(Instant instant, Instant now) {
        String time = TIME.format(instant);
        return day(instant).equals(day(now)) ? text("moment.today", time) : text("moment", weekday(instant), time);
    }

    private String weekday(Instant instant) {
        return (language == Language.EN ? ENGLISH_WEEKDAY : JAPANESE_WEEKDAY).format(instant);
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Japan.TIME);
    }
}
