package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What staff have set: whether the service is on, and how the kiosk greets. Outlasts a restart. Any thread; who sets something waits for
 * the disk, and nobody else does.
 */
public final class ServiceSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceSwitch.class);

    /** As the file has it; {@code stopped} is empty while the service is on. */
    record Kept(String greeting, int volume, int brightness, String stopped) {
        static Kept of(DeskSettings settings) {
            return new Kept(
                    settings.greeting().code(),
                    settings.volume(),
                    settings.brightness(),
                    settings.stopped().map(StopReason::slug).orElse(""));
        }

        DeskSettings settings() {
            return new DeskSettings(
                    Language.ofCode(greeting).orElse(DeskSettings.FIRST.greeting()),
                    volume,
                    brightness,
                    StopReason.ofSlug(stopped));
        }
    }

    private final StaffFile<Kept> file;
    private final VisitRunner runner;
    private final Deeds deeds;

    /** Held by whoever writes the file, and taken before the monitor, which nobody holds for long. */
    private final Object pen = new Object();

    private volatile DeskSettings settings;
    private boolean stopping;

    /** Throws, naming the file, when it is there and cannot be read. */
    public ServiceSwitch(Path file, VisitRunner runner, Deeds deeds) throws IOException {
        this(new StaffFile<>(file, Kept.class), runner, deeds);
    }

    ServiceSwitch(StaffFile<Kept> file, VisitRunner runner, Deeds deeds) throws IOException {
        this.file = file;
        this.runner = runner;
        this.deeds = deeds;
        this.settings = this.file.read(Kept.of(DeskSettings.FIRST)).settings();
    }

    /** Tells the flow how it stands. */
    public void start() {
        runner.greetIn(settings.greeting());
        tell();
    }

    public DeskSettings settings() {
        return settings;
    }

    /** No visit begins from now on; false, and nothing changes, when that cannot be written. */
    @CheckReturnValue
    public boolean stop(StopReason reason, String by) {
        return keep(before -> before.with(Optional.of(reason)), (before, now) -> {
            deeds.tell(AuditEvent.SERVICE_STOPPED, by, Detail.REASON, reason.slug());
            tell();
        });
    }

    @CheckReturnValue
    public boolean resume(String by) {
        return keep(before -> before.with(Optional.empty()), (before, now) -> {
            deeds.tell(AuditEvent.SERVICE_RESUMED, by);
            tell();
        });
    }

    /**
     * @param change of what is kept by the time it is this one's turn: what is read before that may be older
     * @param what was set, in one word
     */
    @CheckReturnValue
    public boolean set(UnaryOperator<DeskSettings> change, String what, String by) {
        return keep(change, (before, now) -> {
            deeds.tell(AuditEvent.SETTING_CHANGED, by, Detail.CHECK, what);
            if (now.greeting() != before.greeting()) {
                runner.greetIn(now.greeting());
            }
        });
    }

    /** @param then is given what was set before, and now */
    private boolean keep(UnaryOperator<DeskSettings> change, BiConsumer<DeskSettings, DeskSettings> then) {
        synchronized (pen) {
            DeskSettings before = settings;
            DeskSettings next = change.apply(before);
            try {
                file.write(Kept.of(next));
            } catch (IOException unwritable) {
                LOG.error("what staff have set cannot be kept", unwritable);
                return false;
            }
            settings = next;
            then.accept(before, next);
            return true;
        }
    }

    /** The program is about to end, or no longer. Not remembered. */
    synchronized void stopping(boolean now) {
        stopping = now;
        tell();
    }

    private synchronized void tell() {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        settings.stopped().map(StopReason::obstacle).ifPresent(obstacles::add);
        if (stopping) {
            obstacles.add(Obstacle.STOPPING);
        }
        runner.post(new Event.PartChanged(Part.STAFF, obstacles));
    }
}
