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
import java.util.stream.Collectors;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.devices.Pace;

/**
 * Says what is seen of a device: once, or again and again whenever it has changed. Belongs to one thread.
 */
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

    /** In which language states are named and failures explained. */
    public enum Language {
        JAPANESE,
        ENGLISH;

        /** @param locale of the environment: {@code ja_JP.UTF-8}, {@code C}, or empty */
        public static Language of(String locale) {
            return locale.startsWith("ja") ? JAPANESE : ENGLISH;
        }

        private String of(Words words) {
            return this == JAPANESE ? words.ja() : words.en();
        }
    }

    /**
     * A device at one moment; two are the same when they say the same.
     *
     * @param state in a few words, on one line in each language
     * @param failures what there is to put right, most urgent first; each gets a line
     */
    public record Seen(Words state, List<DeviceFailure> failures) {
        public Seen {
            failures = List.copyOf(failures);
        }

        /** Nothing is to be put right. */
        public static Seen well(Words state) {
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
        String time = TIME.format(LocalDateTime.now(clock));
        told(seen).lines().forEach(line -> out.println(time + "  " + line));
        out.flush();
    }

    /** What is seen, without the time: a line for each failure, or the one line of the state. */
    String told(Seen seen) {
        String state = said(seen.state());
        return seen.failures().isEmpty()
                ? state
                : seen.failures().stream()
                        .map(failure -> state + "  " + failure.code() + " " + failure.name() + "  "
                                + said(failure.meaning()) + " " + said(failure.action()))
                        .collect(Collectors.joining("\n"));
    }

    /** In the language of this technician. */
    String said(Words words) {
        return language.of(words);
    }

    /** Whose zone is the technician's. */
    Clock clock() {
        return clock;
    }
}
