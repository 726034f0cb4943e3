package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Sha256;

/** Walks a log from its first entry and stops at the first that is not what was written. */
final class LogCheck {
    private final Optional<String> kiosk;
    private final List<Pin> pins;
    private final Map<Long, List<Pin>> pinsAt;
    private Optional<Entry> first = Optional.empty();
    private Optional<Entry> last = Optional.empty();
    private Sha256 previous = Entry.NONE_BEFORE;
    private Optional<Flaw> flaw = Optional.empty();

    private LogCheck(Optional<String> kiosk, List<Pin> pins) {
        this.kiosk = kiosk;
        this.pins = pins;
        this.pinsAt = pins.stream().collect(Collectors.groupingBy(Pin::sequence));
    }

    /**
     * What was found.
     *
     * @param first the first sound entry, and the last before the flaw or the end
     * @param torn whether the end of a line is missing behind the last entry: it is just being written, or the power failed
     */
    record Found(Optional<Entry> first, Optional<Entry> last, Optional<Flaw> flaw, boolean torn) {
        long entries() {
            return last.map(Entry::sequence).orElse(0L);
        }
    }

    /**
     * @param files in the order of the chain
     * @param kiosk whose log it should be, where that is known
     */
    static Found check(List<Path> files, Optional<String> kiosk, List<Pin> pins) throws IOException {
        LogCheck check = new LogCheck(kiosk, pins);
        boolean torn = false;
        for (Path file : files) {
            try (Lines lines = new Lines(file)) {
                check.walk(file, lines, torn);
                torn = torn || lines.torn();
            }
        }
        if (check.flaw.isEmpty()) {
            check.flaw = check.shortened();
        }
        return new Found(check.first, check.last, check.flaw, torn);
    }

    /** @param torn whether the file before ends in the midst of a line */
    private void walk(Path file, Lines lines, boolean torn) throws IOException {
        long number = 0;
        for (Optional<String> line = lines.next(); line.isPresent() && flaw.isEmpty(); line = lines.next()) {
            Flaw.Place place = new Flaw.Place(String.valueOf(file.getFileName()), ++number);
            flaw = torn ? Optional.of(new Flaw.NoEntry(expected(), place)) : flawOf(line.get(), place);
        }
    }

    private long expected() {
        return last.map(Entry::sequence).orElse(0L) + 1;
    }

    private Optional<Flaw> flawOf(String line, Flaw.Place place) {
        Optional<Entry.Read> read = Entry.of(line);
        if (read.isEmpty()) {
            return Optional.of(new Flaw.NoEntry(expected(), place));
        }
        Entry entry = read.get().entry();
        Optional<Flaw> found = flawOf(read.get(), place);
        if (found.isEmpty()) {
            previous = read.get().hash();
            first = first.isPresent() ? first : Optional.of(entry);
            last = Optional.of(entry);
        }
        return found;
    }

    private Optional<Flaw> flawOf(Entry.Read read, Flaw.Place place) {
        Entry entry = read.entry();
        long sequence = entry.sequence();
        if (!read.sound()) {
            return Optional.of(new Flaw.Altered(expected(), place));
        }
        if (sequence != expected()) {
            return Optional.of(
                    sequence > expected()
                            ? new Flaw.Missing(expected(), sequence, place)
                            : new Flaw.Repeated(expected(), sequence, place));
        }
        if (!entry.previous().equals(previous)) {
            return Optional.of(new Flaw.Unchained(sequence, place));
        }
        if (sequence == 1 && kiosk.isPresent()) {
            String found = entry.details().getOrDefault(Detail.KIOSK.key(), "nobody");
            if (!found.equals(kiosk.get())) {
                return Optional.of(new Flaw.OtherKiosk(kiosk.get(), found));
            }
        }
        return pinsAt.getOrDefault(sequence, List.of()).stream()
                .filter(pin -> !pin.hash().equals(read.hash()))
                .findFirst()
                .map(Flaw.Rewritten::new);
    }

    private Optional<Flaw> shortened() {
        long end = last.map(Entry::sequence).orElse(0L);
        Optional<Flaw> shortened = pins.stream()
                .filter(pin -> pin.sequence() > end)
                .max((one, other) -> Long.compare(one.sequence(), other.sequence()))
                .map(pin -> new Flaw.Shortened(end, pin));
        return shortened.isEmpty() && last.isEmpty() ? Optional.of(new Flaw.Empty()) : shortened;
    }
}
