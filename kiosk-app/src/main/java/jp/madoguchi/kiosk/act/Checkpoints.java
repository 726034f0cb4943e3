package jp.madoguchi.kiosk.act;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.AuditLog;
import jp.madoguchi.kiosk.audit.Checkpoint;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.KioskSeal;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.health.AuditState;
import jp.madoguchi.kiosk.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the audit log: soon after the start, and then every hour, whoever is there and whatever the center says. Each checkpoint is kept
 * beside the log at once, and goes to the center as soon as that answers while nobody is there: all of them, the oldest first, for
 * one that comes later covers the ones before, and the center takes none that is older than what it holds. What an earlier run did not
 * bring there stays beside the log; the first of this run covers it. On the center's thread.
 */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    static final Duration EVERY = Duration.ofHours(1);

    /** What cannot be made, or does not arrive, is tried again, not sooner than this. */
    static final Duration AGAIN = Duration.ofMinutes(1);

    /** A week's. Of more the oldest stay beside the log alone. */
    private static final int MOST = 168;

    /** @param by whose certificate has to be the one by which it is sent */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unsent(Checkpoint checkpoint, KioskSeal by, byte[] signed) {}

    private final AuditLog log;
    private final Desk desk;
    private final Deque<Unsent> unsent = new ArrayDeque<>();
    private Optional<Instant> acknowledged = Optional.empty();
    private Instant due = Instant.MIN;
    private Instant sendable = Instant.MIN;
    private Instant now = Instant.MIN;

    Checkpoints(AuditLog log, Desk desk) {
        this.log = log;
        this.desk = desk;
    }

    /**
     * @param answers whether the center does, and has time for this
     * @return whether one was sent and there are more: they go one at a time, and what is asked meanwhile comes first
     */
    boolean look(boolean answers) {
        Instant before = now;
        now = desk.clock().instant();
        if (now.isBefore(before)) { // what was to come by a clock that ran ahead is due now
            due = Instant.MIN;
            sendable = Instant.MIN;
        }
        if (!now.isBefore(due)) {
            log.checkpoint().ifPresent(this::make);
        }
        boolean sent = answers && !unsent.isEmpty() && !now.isBefore(sendable) && sendOldest();
        desk.vitals().checkpoints(new AuditState.Handed(unsent.size(), acknowledged));
        return sent && !unsent.isEmpty();
    }

    private void make(Checkpoint checkpoint) {
        due = now.plus(AGAIN);
        signed(checkpoint, desk.access().seal()).ifPresent(one -> {
            due = now.plus(EVERY);
            unsent.removeIf(earlier -> earlier.checkpoint().sequence() == checkpoint.sequence());
            unsent.add(one);
            if (unsent.size() > MOST) {
                unsent.remove();
            }
        });
    }

    /** Kept beside the log when this returns; empty when it cannot be made. */
    private Optional<Unsent> signed(Checkpoint checkpoint, KioskSeal seal) {
        try {
            byte[] signed = seal.sign(checkpoint.content());
            log.keep(checkpoint, signed);
            return Optional.of(new Unsent(checkpoint, seal, signed));
        } catch (GeneralSecurityException | IOException unusable) {
            LOG.error("no checkpoint of the audit log can be made", unusable);
            return Optional.empty();
        }
    }

    private boolean sendOldest() {
        boolean sent = send(unsent.element());
        if (sent) {
            unsent.remove();
        } else {
            sendable = now.plus(AGAIN);
        }
        return sent;
    }

    /** @return whether the center has answered */
    private boolean send(Unsent oldest) {
        CenterAccess access = desk.access();
        Optional<Unsent> sent = oldest.by().equals(access.seal())
                ? Optional.of(oldest)
                : signed(oldest.checkpoint(), access.seal()); // the key was changed meanwhile
        return sent.isPresent()
                && told(
                        oldest.checkpoint(),
                        access.center()
                                .checkpoint(
                                        oldest.checkpoint().sequence(),
                                        sent.get().signed()));
    }

    private boolean told(Checkpoint checkpoint, CenterAnswer<VisitReport.Receipt> answer) {
        if (answer instanceof CenterAnswer.Given) {
            acknowledged = Optional.of(now);
            tell(AuditEvent.CHECKPOINT_ACKNOWLEDGED, checkpoint, Map.of());
            return true;
        }
        if (answer instanceof CenterAnswer.Refused<VisitReport.Receipt> no && !CenterHand.passes(no.refusal())) {
            LOG.error("the center refuses the checkpoint of the audit log: {}", no.refusal());
            tell(
                    AuditEvent.CHECKPOINT_REFUSED,
                    checkpoint,
                    Map.of(Detail.REFUSAL.key(), no.refusal().name()));
            return true;
        }
        LOG.warn("the checkpoint of the audit log is not acknowledged yet: {}", answer);
        return false;
    }

    private void tell(AuditEvent event, Checkpoint checkpoint, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put(Detail.SEQUENCE.key(), Long.toString(checkpoint.sequence()));
        log.tell(event, Ledger.NO_VISIT, details);
    }
}
