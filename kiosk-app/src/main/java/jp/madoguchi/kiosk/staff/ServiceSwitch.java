package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What staff have set: whether the service is on, and how the kiosk greets. Outlasts a restart. Any thread. */
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
    private DeskSettings settings;
    private boolean stopping;

    /** Throws, naming the file, when it is there and cannot be read. */
    public ServiceSwitch(Path file, VisitRunner runner, Deeds deeds) throws IOException {
        this.file = new StaffFile<>(file, Kept.class);
        this.runner = runner;
        this.deeds = deeds;
        this.settings = this.file.read(Kept.of(DeskSettings.FIRST)).settings();
    }

    /** Tells the flow how it stands. */
    public synchronized void start() {
        runner.greetIn(settings.greeting());
        tell();
    }

    public synchronized DeskSettings settings() {
        return settings;
    }

    /** No visit begins from now on; false, and nothing changes, when that cannot be written. */
    @CheckReturnValue
    public synchronized boolean stop(StopReason reason, String by) {
        return keep(settings.with(Optional.of(reason)), now -> {
            deeds.tell(AuditEvent.SERVICE_STOPPED, by, Detail.REASON, reason.slug());
            tell();
        });
    }

    @CheckReturnValue
    public synchronized boolean resume(String by) {
        return keep(settings.with(Optional.empty()), now -> {
            deeds.tell(AuditEvent.SERVICE_RESUMED, by);
            tell();
        });
    }

    /** @param what was set, in one word */
    @CheckReturnValue
    public synchronized boolean set(DeskSettings next, String what, String by) {
        Language before = settings.greeting();
        return keep(next, now -> {
            deeds.tell(AuditEvent.SETTING_CHANGED, by, Detail.CHECK, what);
            if (now.greeting() != before) {
                runner.greetIn(now.greeting());
            }
        });
    }

    private boolean keep(DeskSettings next, Consumer<DeskSettings> then) {
        try {
            file.write(Kept.of(next));
        } catch (IOException unwritable) {
            LOG.error("what staff have set cannot be kept", unwritable);
            return false;
        }
        settings = next;
        then.accept(next);
        return true;
    }

    /** The program is about to end, or no longer. Not remembered. */
    synchronized void stopping(boolean now) {
        stopping = now;
        tell();
    }

    private void tell() {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        settings.stopped().map(StopReason::obstacle).ifPresent(obstacles::add);
        if (stopping) {
            obstacles.add(Obstacle.STOPPING);
        }
        runner.post(new Event.PartChanged(Part.STAFF, obstacles));
    }
}
