package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.visit.Timers;

/**
 * One-time tokens with which the terminal's own display opens its session. A token is good once and for two minutes; of
 * many unused ones the latest eight. Any thread.
 */
public final class SessionTokens implements AutoCloseable {
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final int AT_MOST = 8;

    /** Whoever on this machine tries tokens all day must not fill the audit log with it. */
    private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(1);

    private record Minted(Secret token, Instant until) {}

    private final SecureRandom random;
    private final Clock clock;
    private final Audit audit;
    private final Deque<Minted> minted = new ArrayDeque<>();
    private final Timers timers;
    private long refused;

    /** Refusals were told within the last minute: those that come now are told when it is over. */
    private boolean quiet;

    public SessionTokens(SecureRandom random, Clock clock, Audit audit, Timers timers) {
        this.random = random;
        this.clock = clock;
        this.audit = audit;
        this.timers = timers;
    }

    /** A fresh token, to be handed to the display session and to nobody else. */
    public synchronized String mint() {
        if (minted.size() == AT_MOST) {
            minted.removeFirst();
        }
        Minted fresh = new Minted(Secret.fresh(random), clock.instant().plus(GOOD_FOR));
        minted.addLast(fresh);
        return fresh.token().text();
    }

    /** Whether it was minted, in time, and not redeemed before; it is not good any more then. */
    synchronized boolean redeem(String token) {
        Instant now = clock.instant();
        minted.removeIf(each -> now.isAfter(each.until()));
        boolean good = minted.removeIf(each -> each.token().is(token));
        if (good) {
            tellRefused();
            audit.tell(AuditEvent.SCREEN_OPENED, Ledger.NO_VISIT, Map.of());
            return true;
        }
        refused++;
        if (!quiet) {
            tellRefused();
        }
        return false;
    }

    private void tellRefused() {
        if (refused == 0) {
            return;
        }
        audit.tell(AuditEvent.SCREEN_REFUSED, Ledger.NO_VISIT, Map.of(Detail.COUNT.key(), Long.toString(refused)));
        refused = 0;
        if (!quiet) {
            quiet = true;
            timers.after(BETWEEN_REFUSALS, this::minuteOver);
        }
    }

    private synchronized void minuteOver() {
        quiet = false;
        tellRefused();
    }

    /** Tells what has not been told yet. */
    @Override
    public synchronized void close() {
        tellRefused();
    }
}
