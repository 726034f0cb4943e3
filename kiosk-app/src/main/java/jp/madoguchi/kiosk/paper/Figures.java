package jp.madoguchi.kiosk.paper;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.madoguchi.kiosk.terms.Japan;

/** Amounts and times as books in Japan say them. */
final class Figures {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(" HH:mm", Locale.ROOT);

    private Figures() {}

    /** {@code ¥1,500}; below nothing {@code △¥1,500}. */
    static String yen(int amount) {
        return String.format(Locale.ROOT, amount < 0 ? "△¥%,d" : "¥%,d", Math.abs(amount));
    }

    /** The same without the sign, for a column that says so. */
    static String amount(int amount) {
        return String.format(Locale.ROOT, amount < 0 ? "△%,d" : "%,d", Math.abs(amount));
    }

    /** 令和8年11月22日 12:00, in Japan. */
    static String time(Instant at) {
        return time(at.atZone(Japan.TIME));
    }

    static String time(ZonedDateTime at) {
        ZonedDateTime here = at.withZoneSameInstant(Japan.TIME);
        return Eras.day(here.toLocalDate()) + here.format(TIME);
    }
}
