package jp.madoguchi.kiosk.paper;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as documents in Japan say them: 令和8年11月22日. */
final class Eras {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN);

    private static final DateTimeFormatter DAY_WITHOUT_ERA = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);

    /** 明治6年1月1日: the calendar of today begins, and {@link JapaneseDate} with it. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1873, 1, 1);

    private Eras() {}

    /** A day before the eras' first, which a card may claim, is said without one. */
    static String day(LocalDate day) {
        return day.isBefore(FIRST_DAY) ? DAY_WITHOUT_ERA.format(day) : DAY.format(JapaneseDate.from(day));
    }
}
