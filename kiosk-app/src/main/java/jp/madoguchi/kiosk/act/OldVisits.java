package jp.madoguchi.kiosk.act;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day, when nobody is there and the center has told that the clock is right, lets the ledger forget what nobody needs any more.
 * On the ledger's thread.
 */
final class OldVisits {
    private static final Logger LOG = LoggerFactory.getLogger(OldVisits.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;
    private final Duration keep;
    private final BooleanSupplier quiet;
    private final BooleanSupplier clockIsRight;
    private Optional<Instant> last = Optional.empty();

    OldVisits(
            Ledger ledger,
            Audit audit,
            Clock clock,
            Duration keep,
            BooleanSupplier quiet,
            BooleanSupplier clockIsRight) {
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.keep = keep;
        this.quiet = quiet;
        this.clockIsRight = clockIsRight;
    }

    /** Throws {@code LedgerUnavailable}: then all is as it was. */
    void look() {
        Instant now = clock.instant();
        boolean due = last.map(then -> Duration.between(then, now).abs().compareTo(DAY) >= 0)
                .orElse(true);
        // A clock that runs ahead would make everything old.
        if (due && quiet.getAsBoolean() && clockIsRight.getAsBoolean()) {
            last = Optional.of(now);
            Instant until = now.minus(keep);
            int gone = ledger.forget(until);
            if (gone > 0) {
                audit.tell(
                        AuditEvent.VISITS_FORGOTTEN,
                        Ledger.NO_VISIT,
                        Map.of(
                                Detail.COUNT.key(),
                                Integer.toString(gone),
                                Detail.UNTIL.key(),
                                LocalDate.ofInstant(until, ZoneOffset.UTC).toString()));
            }
            LOG.info("{} visits of which nothing was told for {} days are forgotten", gone, keep.toDays());
        }
    }
}
