package jp.madoguchi.kiosk.terms;

import java.time.ZoneId;

/** Where every kiosk stands. */
public final class Japan {
    /** By whose clocks the law counts days and an office its hours. */
    public static final ZoneId TIME = ZoneId.of("Asia/Tokyo");

    private Japan() {}
}
