package jp.madoguchi.kiosk.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;

/** The texts of one language, and numbers and dates as its people say them. Immutable. */
final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withZone(Japan.TIME);
    private static final Locale AT_THE_DESK = Locale.forLanguageTag("ja-x-staff");
    private static final Pattern RELATION = Pattern.compile("(?<relation>.+)（[^（]*）");
    private static final Pattern BORN = Pattern.compile(".+, born (?<year>[0-9]{4})(?:, no\\. (?<number>[0-9]{1,2}))?");
    private static final Words STAFF;

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language, "messages_" + language.code()));
        }
        STAFF = new Words(Language.JA, "messages_ja", "staff_ja");
    }

    private final Language language;
    private final Formats formats;
    private final Map<String, String> texts;
    /** By the Japanese word; none where the center tells it in the language itself. */
    private final Map<String, String> relations;

    private final View all = new View();

    private Words(Language language, String... files) {
        this(language, read(files));
    }

    /** Says these texts, with days and money as in the language. */
    Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.formats = Formats.of(language);
        this.texts = Map.copyOf(texts);
        this.relations = formats.member().isEmpty() ? Map.of() : read("relations_" + language.code());
        all.putAll(texts);
    }

    private static Map<String, String> read(String... files) {
        Map<String, String> texts = new HashMap<>();
        for (String file : files) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "jp.madoguchi.ui." + file,
                    Locale.ROOT,
                    Words.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
        return texts;
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
        return locale.equals(AT_THE_DESK) ? STAFF : of(Language.ofLocale(locale).orElseThrow());
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

    /** A name that everybody has to find as it is written: in the characters that the language reads. */
    String name(LocalText name) {
        return language == Language.ZH ? name.ja() : text(name);
    }

    /** English for whoever does not read Japanese, and Japanese when there is none. */
    String text(LocalText text) {
        return language.japanese() || text.en().isBlank() ? text.ja() : text.en();
    }

    /** The language in which {@link #text(LocalText)} says it, as HTML calls it: a screen reader must not read English as Korean. */
    String tongue(LocalText text) {
        return (language.japanese() || text.en().isBlank() ? Language.JA : Language.EN).tag();
    }

    /**
     * What the center announces, for whoever reads it: what it has no English for is told in Japanese alone, and easy
     * Japanese it has none. The kiosk's own words for the reason stand there anyhow.
     */
    Optional<String> notice(LocalText notice) {
        return switch (language) {
            case JA -> Optional.of(notice.ja());
            case EASY -> Optional.empty();
            case EN, ZH, KO, VI, PT ->
                Optional.of(notice.en()).filter(english -> !english.isBlank() && !english.equals(notice.ja()));
        };
    }

    /**
     * Whom of a household is meant: what they are to its head, and the year of their birth. The center tells it in Japanese and in
     * English; of a relationship that has no word here the English is shown.
     */
    String member(LocalText label) {
        return ownMember(label).orElseGet(() -> text(label));
    }

    /** The language in which {@link #member} says it, as HTML calls it. */
    String memberTongue(LocalText label) {
        return ownMember(label).isPresent() ? language.tag() : tongue(label);
    }

    private Optional<String> ownMember(LocalText label) {
        Matcher japanese = RELATION.matcher(label.ja());
        Matcher english = BORN.matcher(label.en());
        String relation = japanese.matches() ? relations.get(japanese.group("relation")) : null;
        if (relation == null || !english.matches()) {
            return Optional.empty();
        }
        String number = english.group("number");
        String alike = number == null ? "" : String.format(language.locale(), formats.alike(), number);
        return Optional.of(String.format(language.locale(), formats.member(), relation, english.group("year"), alike));
    }

    /** As it stands on the paper, or over the office's door, too: Aomori City (青森市). */
    String nameOfPaper(LocalText name) {
        return beside(name(name), name.ja());
    }

    String yen(Yen amount) {
        return yen(amount.amount());
    }

    String yen(int amount) {
        return String.format(language.locale(), formats.yen(), amount);
    }

    /** 令和8年11月22日, 2026年11月22日, 22 November 2026. Every day of a card can be said, however wrong it is. */
    String date(Instant instant) {
        boolean beforeTheEras = language == Language.JA && day(instant).isBefore(Formats.FIRST_DAY_OF_ERAS);
        return (beforeTheEras ? of(Language.EASY).formats : formats).date().format(instant);
    }

    String date(LocalDate day) {
        return date(day.atStartOfDay(Japan.TIME).toInstant());
    }

    /** As the paper or the office says it, too: 22 November 2026 (令和8年11月22日). */
    String dateOfPaper(Instant instant) {
        return beside(date(instant), of(Language.JA).date(instant));
    }

    /** 令和8年度, 2026 (令和8年度). */
    String fiscalYear(int year) {
        Instant within =
                LocalDate.of(year, Month.DECEMBER, 31).atStartOfDay(Japan.TIME).toInstant();
        return beside(
                formats.year().format(within), of(Language.JA).formats.year().format(within));
    }

    /** Neither twice. */
    private String beside(String said, String japanese) {
        return said.equals(japanese) ? said : String.format(Locale.ROOT, formats.aside(), said, japanese);
    }

    /** 11月30日（月）9:00, Monday 30 November 9:00; of today the time alone. */
    String moment(Instant instant, Instant now) {
        String time = TIME.format(instant);
        return day(instant).equals(day(now))
                ? text("moment.today", time)
                : text("moment", formats.weekday().format(instant), time);
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Japan.TIME);
    }
}
