package jp.madoguchi.kiosk.act;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.AuditLog;
import jp.madoguchi.kiosk.audit.Checkpoint;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the center a signed checkpoint of the audit log: soon after the start, and then every hour. Each is kept beside the log as
 * well, before it is sent. On the center's thread.
 */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    static final Duration EVERY = Duration.ofHours(1);

    /** What does not arrive is tried again, anew signed, not sooner than this. */
    static final Duration AGAIN = Duration.ofMinutes(1);

    private final AuditLog log;
    private final Desk desk;
    private Instant next = Instant.MIN;
    private Instant now = Instant.MIN;

    Checkpoints(AuditLog log, Desk desk) {
        this.log = log;
        this.desk = desk;
    }

    /** Called while the center answers and nobody is there. */
    void look() {
        Instant before = now;
        now = desk.clock().instant();
        boolean steppedBack = now.isBefore(before);
        Optional<Checkpoint> checkpoint = now.isBefore(next) && !steppedBack ? Optional.empty() : log.checkpoint();
        if (checkpoint.isPresent()) {
            next = now.plus(send(checkpoint.get()) ? EVERY : AGAIN);
        }
    }

    /** @return whether the center has answered */
    private boolean send(Checkpoint checkpoint) {
        CenterAccess access = desk.access();
        try {
            byte[] signed = access.seal().sign(checkpoint.content());
            log.keep(checkpoint, signed);
            return told(checkpoint, access.center().checkpoint(checkpoint.sequence(), signed));
        } catch (GeneralSecurityException | IOException unusable) {
            LOG.error("no checkpoint of the audit log can be made", unusable);
            return false;
        }
    }

    private boolean told(Checkpoint checkpoint, CenterAnswer<VisitReport.Receipt> answer) {
        if (answer instanceof CenterAnswer.Given) {
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
