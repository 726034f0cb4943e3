package jp.madoguchi.kiosk.paper;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as documents in Japan say them: 令和8年11月22日. */
final class Eras {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN);

    private Eras() {}

    static String day(LocalDate day) {
        return DAY.format(JapaneseDate.from(day));
    }
}
