package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Japan;

/** Is this log what was written, and who outside knows it? Reads only; the program may run meanwhile. */
public final class LogVerification {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Asked asked;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();

    /** By certificates that nobody here knows: they speak against the log, never for it. */
    private final List<Pin> doubtful = new ArrayList<>();

    private LogVerification(Asked asked) {
        this.asked = asked;
    }

    /**
     * What is to be verified by what.
     *
     * @param files of the log, in the order of the chain
     * @param kept checkpoints that were kept beside it
     * @param brought checkpoints that come from outside, and have to hold
     * @param kiosk whose log it should be; empty: whose its first entry says
     * @param trusted certificates of the kiosk, or of who issues them
     */
    public record Asked(
            List<Path> files,
            List<Path> kept,
            List<Path> brought,
            Optional<String> kiosk,
            Set<X509Certificate> trusted) {
        /** The log in a folder of the program, with the checkpoints in it. */
        public static Asked of(Path folder, List<Path> brought, Optional<String> kiosk, Set<X509Certificate> trusted)
                throws IOException {
            LogFolder log = new LogFolder(folder);
            List<Path> kept =
                    in(log.checkpoints()); // first: one that is made later may be of a file that is begun later
            return new Asked(log.files(), kept, brought, kiosk.map(KioskName::of), trusted);
        }

        private static List<Path> in(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(KeptCheckpoints.SUFFIX))
                        .sorted()
                        .toList();
            }
        }
    }

    /**
     * What came of it.
     *
     * @param words a line for each thing, the worst first
     */
    public record Verdict(boolean whole, List<String> words) {}

    public static Verdict of(Asked asked) throws IOException {
        return new LogVerification(asked).verdict();
    }

    private Verdict verdict() throws IOException {
        String kiosk = asked.kiosk().isPresent() ? asked.kiosk().get() : kioskOfTheLog();
        read(asked.kept(), kiosk, false);
        read(asked.brought(), kiosk, true);
        LogCheck.Found found = LogCheck.check(asked.files(), asked.kiosk(), pins);
        found.flaw().ifPresent(flaw -> flaws.add(0, flaw));
        if (found.flaw().isEmpty()) { // whoever signed them: they say something else than the log
            LogCheck.check(asked.files(), asked.kiosk(), doubtful).flaw().ifPresent(flaws::add);
        }
        List<String> words = new ArrayList<>();
        flaws.forEach(flaw -> words.add(flaw.words()));
        words.add(extent(found));
        words.add(coverage(found));
        if (found.torn()) {
            words.add(
                    "the end of a line is missing behind the last entry: it is just being written, or the power failed;"
                            + " the next start puts it aside");
        }
        if (!doubtful.isEmpty()) {
            words.add("checkpoints signed with certificates that are not known here, which prove nothing for the log: "
                    + doubtful.size() + " (--trust FILE makes them known)");
        }
        return new Verdict(flaws.isEmpty(), words);
    }

    private String kioskOfTheLog() throws IOException {
        Optional<Entry> first = asked.files().isEmpty()
                ? Optional.empty()
                : LogCheck.check(asked.files().subList(0, 1), Optional.empty(), List.of())
                        .first();
        return first.map(entry -> entry.details().getOrDefault(Detail.KIOSK.key(), ""))
                .orElse("");
    }

    private void read(List<Path> files, String kiosk, boolean hasToHold) throws IOException {
        for (Path file : files) {
            CheckpointReading reading = CheckpointReading.of(Files.readAllBytes(file), kiosk, asked.trusted());
            String who = "the checkpoint " + file.getFileName();
            if (reading instanceof CheckpointReading.Sound sound) {
                pins.add(pin(sound.checkpoint(), who, ""));
            } else if (reading instanceof CheckpointReading.Bad bad) {
                flaws.add(new Flaw.BadCheckpoint(who, bad.why()));
            } else if (hasToHold) {
                flaws.add(new Flaw.BadCheckpoint(
                        who, "its certificate is not known as the kiosk's (--trust FILE makes it known)"));
            } else if (reading instanceof CheckpointReading.Unknown unknown) {
                doubtful.add(pin(
                        unknown.checkpoint(),
                        who,
                        " (signed with a certificate that is not known here; --trust FILE makes it known)"));
            }
        }
    }

    private static Pin pin(Checkpoint known, String who, String doubt) {
        return new Pin(known.sequence(), known.hash(), who + " of " + time(known.at()) + doubt);
    }

    private String extent(LogCheck.Found found) {
        if (found.last().isEmpty()) {
            return "no entry can be relied on";
        }
        String from = time(found.first().orElseThrow().at());
        String until = time(found.last().get().at());
        return (flaws.isEmpty()
                        ? "the log is whole: "
                        : found.flaw().isPresent() ? "before that: " : "the entries themselves: ")
                + found.entries() + " entries, " + from + " to " + until;
    }

    /** What nobody else has seen yet can be taken from the end without a trace. */
    private String coverage(LogCheck.Found found) {
        Optional<Pin> youngest = pins.stream()
                .filter(pin -> pin.sequence() <= found.entries())
                .max(Comparator.comparingLong(Pin::sequence));
        long open = found.entries() - youngest.map(Pin::sequence).orElse(0L);
        return youngest.map(pin -> "signed up to entry " + pin.sequence() + " by " + pin.who())
                        .orElse("no checkpoint covers it")
                + (open > 0
                        ? "; " + open + (open == 1 ? " younger entry is" : " younger entries are")
                                + " known to the log alone: more of them, cut off at the end, would not be missed"
                        : "");
    }

    private static String time(Instant at) {
        return TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(Japan.TIME));
    }
}
