package jp.madoguchi.simulators.center.pages;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates as Japanese offices write them: era, year of the era (its first year is 元年), month and day. */
public final class Eras {
    private Eras() {}

    /**
     * @param date from 1873-01-01 on, when Japan took up the Gregorian calendar
     * @return for 1985-04-02 {@code 昭和60年4月2日}, for 2019-05-01 {@code 令和元年5月1日}
     */
    public static String format(LocalDate date) {
        return year(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /**
     * The year alone.
     *
     * @return for 2026-04-01 {@code 令和8年}
     */
    public static String year(LocalDate date) {
        JapaneseDate japanese = JapaneseDate.from(date);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        return japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPAN)
                + (year == 1 ? "元" : Integer.toString(year)) + "年";
    }
}
