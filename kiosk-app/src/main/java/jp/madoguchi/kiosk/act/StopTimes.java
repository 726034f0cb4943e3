package jp.madoguchi.kiosk.act;

import java.time.Duration;
import jp.madoguchi.devices.cash.CashUnit;

/**
 * How long the program may take to end: the hands come to the end of what they do, one after the other. What is not at its end by then
 * is asked after at the next start.
 */
public final class StopTimes {
    static final Duration CARD = Duration.ofSeconds(10);
    /** Of a pay-out. */
    static final Duration CASH = Duration.ofSeconds(60);
    /** Of the sheets that a printer has already. */
    static final Duration PRINT = Duration.ofSeconds(80);

    static final Duration CENTER = Duration.ofSeconds(10);
    static final Duration LEDGER = Duration.ofSeconds(10);

    private static final Duration HANDS =
            CARD.plus(CASH).plus(CashUnit.CLOSING).plus(PRINT).plus(CENTER).plus(LEDGER);

    /** Screen and metrics stop serving, and the audit log writes its last line. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** What the service manager waits for before it kills: {@code TimeoutStopSec} of systemd/madoguchi.service. */
    public static final Duration ALL = HANDS.plus(REST);

    private StopTimes() {}
}
