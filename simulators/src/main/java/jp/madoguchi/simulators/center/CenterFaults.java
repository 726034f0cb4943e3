package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import jp.madoguchi.simulators.center.hours.Stop;
import jp.madoguchi.simulators.center.status.StatusService;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at the center or on the line to it, for tests and the workbench. Each holds until taken back. Safe for
 * many threads.
 */
public final class CenterFaults {
    private final Line line;
    private final Tampering tampering;
    private final Announcements announcements;
    private final StatusService statuses;
    private final Map<Operation, Reason> refusals = new EnumMap<>(Operation.class);
    private final Map<Operation, UnaryOperator<Map<String, Object>>> changes = new EnumMap<>(Operation.class);
    private final AtomicInteger notReady = new AtomicInteger();
    private volatile Guard guard = Guard.NOBODY;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean truncating;
    private volatile @Nullable String replayed;

    CenterFaults(Line line, Tampering tampering, Announcements announcements, StatusService statuses) {
        this.line = line;
        this.tampering = tampering;
        this.announcements = announcements;
        this.statuses = statuses;
    }

    /** The wire that can be cut. */
    interface Line {
        void cut();

        void restore() throws IOException;
    }

    /** Somebody at the center's door, who sees every call come and every answer go, and may stop either. Any thread. */
    public interface Guard {
        Guard NOBODY = new Guard() {};

        /** Whether the call is let in; if not it is not carried out, and its connection breaks. */
        default boolean comes(Operation operation) {
            return true;
        }

        /** Whether the answer is let out; if not the call was carried out, and its connection breaks. */
        default boolean goes(Operation operation) {
            return true;
        }
    }

    /** Puts a guard at the door, in the place of the one who stood there. */
    public void guard(Guard other) {
        guard = other;
    }

    /** Every connection breaks now, and new ones are refused. */
    public void cut() {
        line.cut();
    }

    /** Takes {@link #cut} back, on the same port. */
    public void restore() throws IOException {
        line.restore();
    }

    /** Every answer is held back for this long after the call was carried out. */
    public void delay(Duration time) {
        delay = time;
    }

    /** The service is closed, with a notice in Japanese; outcomes are still accepted. */
    public void close(String notice) {
        announcements.breakDown(new Names(notice, Optional.empty()), Optional.empty());
    }

    /** The service is closed, with a notice in both languages and the time at which it says that it opens again. */
    public void close(String notice, String english, Instant opens) {
        announcements.breakDown(new Names(notice, Optional.of(english)), Optional.of(opens));
    }

    /** Takes {@link #close} back. */
    public void open() {
        announcements.recover();
    }

    /** Announces that nothing is issued from then until then; kiosks are told two weeks beforehand. */
    public void planMaintenance(Instant from, Instant until, String notice) {
        announcements.plan(new Stop(from, until, notice, Optional.empty()));
    }

    /** Whether the validity services for cards answer: the OCSP responder, and the directory with the CRLs. */
    public void serveStatus(boolean ocsp, boolean crl) {
        statuses.respond(ocsp);
        statuses.list(crl);
    }

    /** Refuses the operation before it is looked at. */
    public void refuse(Operation operation, Reason reason) {
        synchronized (refusals) {
            refusals.put(operation, reason);
        }
    }

    /** Takes {@link #refuse} back. */
    public void accept(Operation operation) {
        synchronized (refusals) {
            refusals.remove(operation);
        }
    }

    /** The next so many requests for a document hear that it is still being made. */
    public void notReady(int times) {
        notReady.set(times);
    }

    /** Each answer breaks off half way. */
    public void truncate(boolean on) {
        truncating = on;
    }

    /** Alters the JSON of every answer of the operation, e.g. the nonce or the center's id. */
    public void alterAnswer(Operation operation, UnaryOperator<Map<String, Object>> change) {
        synchronized (changes) {
            changes.put(operation, change);
        }
    }

    /** Takes {@link #alterAnswer} back. */
    public void leaveAnswer(Operation operation) {
        synchronized (changes) {
            changes.remove(operation);
        }
    }

    /**
     * Every request for a document gets what an earlier request was given: a replay when that was in an earlier visit,
     * crossed answers when both visits are under way. An id that was never given anything changes nothing.
     */
    public void answerWith(String earlierRequest) {
        replayed = earlierRequest;
    }

    /** Takes {@link #answerWith} back. */
    public void answerHonestly() {
        replayed = null;
    }

    /** What happens to the documents that are made from now on. */
    public Tampering tampering() {
        return tampering;
    }

    Guard guard() {
        return guard;
    }

    Duration delay() {
        return delay;
    }

    boolean truncating() {
        return truncating;
    }

    Optional<Reason> refusal(Operation operation) {
        synchronized (refusals) {
            return Optional.ofNullable(refusals.get(operation));
        }
    }

    boolean isNotReady() {
        return notReady.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    Optional<String> replayed() {
        return Optional.ofNullable(replayed);
    }

    Map<String, Object> altered(Operation operation, Map<String, Object> body) {
        UnaryOperator<Map<String, Object>> change;
        synchronized (changes) {
            change = changes.getOrDefault(operation, same -> same);
        }
        return change.apply(new LinkedHashMap<>(body));
    }
}
