package jp.madoguchi.kiosk.staff;

import java.time.Duration;

/**
 * How long an account stays locked after so many wrong PINs in a row: two are free, then half a minute that doubles each time, up
 * to a quarter of an hour. So of the million PINs of six digits about a hundred can be tried in a day, and whoever locks an account
 * on purpose does not keep its clerk away for long.
 */
final class Lockout {
    private static final int FREE = 2;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Lockout() {}

    static Duration after(int misses) {
        if (misses <= FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(misses - FREE - 1, Integer.SIZE / 2);
        Duration delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
