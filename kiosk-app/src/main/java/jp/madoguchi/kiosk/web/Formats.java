package jp.madoguchi.kiosk.web;

import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Map;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.Language;

/**
 * How the people of a language write days and money. The days are those of Japan.
 *
 * @param date a day of a year
 * @param weekday a day of this year
 * @param year a fiscal year, at the end of December
 * @param yen money; its figures are grouped as the language does
 * @param aside a word, and another beside it in brackets
 * @param member what somebody is to the head of the household, the year of their birth, and {@code alike} or nothing; empty where
 *     the center says it in the language itself. When they were born stands where {@link Discreet#member} hides it
 * @param alike which of those they are who are called the same otherwise, twins for example
 */
record Formats(
        DateTimeFormatter date,
        DateTimeFormatter weekday,
        DateTimeFormatter year,
        String yen,
        String aside,
        String member,
        String alike) {
    /** 明治6年1月1日: the calendar of today begins, and {@link JapaneseChronology} with it. */
    static final LocalDate FIRST_DAY_OF_ERAS = LocalDate.of(1873, 1, 1);

    static Formats of(Language language) {
        return switch (language) {
            case JA -> formats(language, "Gy年M月d日", "M月d日（E）", "Gy年度", "¥%,d", "%s（%s）", "", "");
            // The year as everybody's residence card and passport have it.
            case EASY -> formats(language, "uuuu年M月d日", "M月d日（E）", "uuuu年度", "¥%,d", "%s（%s）", "", "");
            case EN -> formats(language, "d MMMM uuuu", "EEEE d MMMM", "uuuu", "¥%,d", "%s (%s)", "", "");
            // In China, ¥ is another money.
            case ZH -> formats(language, "uuuu年M月d日", "M月d日（EEE）", "uuuu年度", "%,d日元", "%s（%s）", "%s（%s年出生%s）", "・第%s人");
            case KO -> formats(language, "uuuu년 M월 d일", "M월 d일(E)", "uuuu년도", "%,d엔", "%s(%s)", "%s, %s년생%s", ", %s번째");
            case VI ->
                formats(
                        language,
                        "d/M/uuuu",
                        "EEEE, d/M",
                        "uuuu",
                        "¥%,d",
                        "%s (%s)",
                        "%s, sinh năm %s%s",
                        ", người thứ %s");
            case PT ->
                formats(
                        language,
                        "d 'de' MMMM 'de' uuuu",
                        "EEEE, d 'de' MMMM",
                        "uuuu",
                        "¥%,d",
                        "%s (%s)",
                        "%s, nasc. %s%s",
                        ", nº %s");
        };
    }

    private static Formats formats(
            Language language,
            String date,
            String weekday,
            String year,
            String yen,
            String aside,
            String member,
            String alike) {
        return new Formats(
                formatter(language, date),
                formatter(language, weekday),
                formatter(language, year),
                yen,
                aside,
                member,
                alike);
    }

    /** Years of an era are counted from 元年; no other calendar counts them. */
    private static DateTimeFormatter formatter(Language language, String pattern) {
        if (!pattern.startsWith("Gy")) {
            return DateTimeFormatter.ofPattern(pattern, language.locale()).withZone(Japan.TIME);
        }
        return new DateTimeFormatterBuilder()
                .appendPattern("G")
                .appendText(ChronoField.YEAR_OF_ERA, Map.of(1L, "元"))
                .appendPattern(pattern.substring(2))
                .toFormatter(language.locale())
                .withChronology(JapaneseChronology.INSTANCE)
                .withZone(Japan.TIME);
    }
}
