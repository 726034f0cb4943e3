package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.Deeds;

/**
 * Who is at the desk: one at a time, and nobody once it has lain untouched for three minutes. A new sign-in ends the old. Any thread.
 */
final class DeskSession {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Of so much of it that is left, the clerk is told. */
    static final Duration WARNED = Duration.ofSeconds(30);

    /**
     * @param cookie what the browser proves itself with
     * @param csrf what the page proves with that a tap comes from it
     */
    record Keys(Secret cookie, Secret csrf, Clerk clerk) {}

    private final SecureRandom random;
    private final Pace pace;
    private final Deeds deeds;
    private Optional<Keys> keys = Optional.empty();
    private long touched;

    DeskSession(SecureRandom random, Pace pace, Deeds deeds) {
        this.random = random;
        this.pace = pace;
        this.deeds = deeds;
    }

    synchronized Keys open(Clerk clerk) {
        close("replaced");
        Keys fresh = new Keys(Secret.fresh(random), Secret.fresh(random), clerk);
        keys = Optional.of(fresh);
        touched = pace.nanos();
        deeds.tell(AuditEvent.STAFF_SIGNED_IN, clerk.account());
        return fresh;
    }

    /** The keys of the session that has this cookie. */
    synchronized Optional<Keys> of(String cookie) {
        if (left().isZero()) {
            close("idle");
        }
        return keys.filter(current -> current.cookie().is(cookie));
    }

    /** Somebody is there. */
    synchronized void touch() {
        touched = pace.nanos();
    }

    /** How long it stays open untouched. */
    synchronized Duration left() {
        return pace.left(PATIENCE, touched);
    }

    /** @param reason in one word */
    synchronized void close(String reason) {
        keys.ifPresent(
                open -> deeds.tell(AuditEvent.STAFF_SIGNED_OUT, open.clerk().account(), Detail.REASON, reason));
        keys = Optional.empty();
    }
}
