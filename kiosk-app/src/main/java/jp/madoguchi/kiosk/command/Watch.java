package jp.madoguchi.kiosk.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.Pace;

/** Looks at a device again and again, and prints what it sees whenever that has changed. Belongs to one thread. */
public final class Watch {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final PrintWriter out;
    private final Clock clock;
    private final Pace pace;
    private final Language language;

    /** @param clock whose zone is the local time of the lines */
    public Watch(PrintWriter out, Clock clock, Pace pace, Language language) {
        this.out = out;
        this.clock = clock;
        this.pace = pace;
        this.language = language;
    }

    /** In which language failures are explained. The states before them are a technician's English. */
    public enum Language {
        JAPANESE,
        ENGLISH;

        /** @param locale of the environment: {@code ja_JP.UTF-8}, {@code C}, or empty */
        public static Language of(String locale) {
            return locale.startsWith("ja") ? JAPANESE : ENGLISH;
        }

        private String of(DeviceFailure.Words words) {
            return this == JAPANESE ? words.ja() : words.en();
        }
    }

    /**
     * A device at one moment; two are the same when they say the same.
     *
     * @param state in a few words, on one line
     * @param failures what there is to put right, most urgent first; each gets a line
     */
    public record Seen(String state, List<DeviceFailure> failures) {
        public Seen {
            failures = List.copyOf(failures);
        }

        /** Nothing is to be put right. */
        public static Seen well(String state) {
            return new Seen(state, List.of());
        }
    }

    /** Until the thread is interrupted: Ctrl-C, see {@link CtrlC}. The interrupt flag is cleared. */
    public void run(Duration between, Supplier<Seen> look) {
        Optional<Seen> last = Optional.empty();
        do {
            Seen now = look.get();
            if (last.filter(now::equals).isEmpty()) {
                print(now);
                last = Optional.of(now);
            }
        } while (pace.pause(between));
        Thread.interrupted();
    }

    private void print(Seen seen) {
        String head = TIME.format(LocalDateTime.now(clock)) + "  " + seen.state();
        if (seen.failures().isEmpty()) {
            out.println(head);
        }
        for (DeviceFailure failure : seen.failures()) {
            out.printf(
                    "%s  %s %s  %s %s%n",
                    head,
                    failure.code(),
                    failure.name(),
                    language.of(failure.meaning()),
                    language.of(failure.action()));
        }
        out.flush();
    }
}
