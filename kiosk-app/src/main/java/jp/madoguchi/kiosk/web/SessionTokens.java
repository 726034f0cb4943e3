package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.ledger.Ledger;

/**
 * One-time tokens with which the terminal's own display opens its session. A token is good once and for two minutes; of
 * many unused ones the latest eight. Any thread.
 */
public final class SessionTokens {
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final int AT_MOST = 8;

    /** Whoever on this machine tries tokens all day must not fill the audit log with it. */
    private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(1);

    private record Minted(Secret token, Instant until) {}

    private final SecureRandom random;
    private final Clock clock;
    private final Audit audit;
    private final Deque<Minted> minted = new ArrayDeque<>();
    private long refused;
    private Optional<Instant> told = Optional.empty();

    public SessionTokens(SecureRandom random, Clock clock, Audit audit) {
        this.random = random;
        this.clock = clock;
        this.audit = audit;
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
            tellRefused(now);
            audit.tell(AuditEvent.SCREEN_OPENED, Ledger.NO_VISIT, Map.of());
            return true;
        }
        refused++;
        boolean early =
                told.isPresent() && Duration.between(told.get(), now).abs().compareTo(BETWEEN_REFUSALS) < 0;
        if (!early) { // a clock may be set back
            tellRefused(now);
        }
        return false;
    }

    private void tellRefused(Instant now) {
        if (refused > 0) {
            audit.tell(AuditEvent.SCREEN_REFUSED, Ledger.NO_VISIT, Map.of(Detail.COUNT.key(), Long.toString(refused)));
            refused = 0;
            told = Optional.of(now);
        }
    }
}
