package jp.madoguchi.kiosk.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * Append-only facts in one SQLite file (WAL, synchronous=FULL): when {@link #record} returns, the fact is on the disk. State is
 * derived from facts, never stored beside them. Safe for any thread; calls block for one fsync.
 */
public final class Ledger implements AutoCloseable {
    /** What belongs to no visit stands under this one. */
    public static final VisitId NO_VISIT = new VisitId("0".repeat(32));

    private static final String LAST_COUNTER =
            "SELECT seq, at, visit, kind, body FROM fact WHERE kind IN ('CoinInserted', 'NoteHeld', 'CounterSeen',"
                    + " 'MoneyRejected') AND coalesce(json_extract(body, '$.device'), iif(kind = 'NoteHeld', 'BILL', 'COIN'))"
                    + " = ? ORDER BY seq DESC LIMIT 1";

    private final Clock clock;
    private final FactText text = new FactText();
    private final LedgerFile file;
    private Consumer<Entry> watcher = entry -> {};
    private volatile LongConsumer timer = nanos -> {};
    private volatile long recorded;

    private Ledger(Clock clock, Path file) {
        this.clock = clock;
        this.file = new LedgerFile(file, text);
    }

    /** Opens or creates the file. Throws {@link LedgerUnavailable} when that cannot be done, or the file must not be used. */
    public Ledger(Path file, Clock clock) {
        this(clock, file);
        this.file.open();
    }

    /** Does nothing before {@link #open()}; until then, and while that answers trouble, every other call throws {@link LedgerUnavailable}. */
    public static Ledger unopened(Path file, Clock clock) {
        return new Ledger(clock, file);
    }

    /**
     * Checks the file and opens it, or creates it. May take seconds.
     *
     * @return empty when it can be used; otherwise it is as it was, and what {@linkplain LedgerTrouble#passes() passes} may be tried
     *     again
     */
    public synchronized Optional<LedgerTrouble> open() {
        try {
            file.open();
            return Optional.empty();
        } catch (LedgerUnavailable unavailable) {
            return Optional.of(unavailable.trouble());
        }
    }

    /** {@code told} hears of each fact from now on, once it is durable, in the ledger's order. It must return at once and not throw. */
    public synchronized void watch(Consumer<Entry> told) {
        watcher = told;
    }

    /** Tells {@code nanos} in how many nanoseconds each fact became durable; it must return at once. */
    public void time(LongConsumer nanos) {
        timer = nanos;
    }

    /** How many facts this program has recorded: who derives something from them knows by it whether they are still all. Never blocks. */
    public long recorded() {
        return recorded;
    }

    /** Returns once the fact is durable. */
    public synchronized void record(VisitId visit, Fact fact) {
        long began = System.nanoTime();
        Instant at = clock.instant();
        long number = last() + 1;
        try (PreparedStatement insert =
                file.database().prepareStatement("INSERT INTO fact (at, visit, kind, body) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, at.toString());
            insert.setString(2, visit.hex());
            insert.setString(3, FactText.kind(fact));
            insert.setString(4, text.body(fact));
            insert.executeUpdate();
            recorded = recorded + 1;
            timer.accept(System.nanoTime() - began);
        } catch (SQLException | JsonProcessingException failure) {
            throw file.unavailable("cannot record " + FactText.kind(fact), failure);
        }
        watcher.accept(new Entry(number, at, visit, fact));
    }

    /** Number of the last fact that was ever recorded, also if it was forgotten since; nobody else writes the file. */
    private long last() {
        return read("SELECT seq FROM sqlite_sequence WHERE name = 'fact'", row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Why no fact could be recorded now, or not enough of them for a visit; empty when they could. */
    public synchronized Optional<LedgerTrouble> trouble() {
        return file.trouble();
    }

    /** The facts of one visit, oldest first. */
    public synchronized List<Fact> facts(VisitId visit) {
        return query("SELECT visit, kind, body FROM fact WHERE visit = ? ORDER BY seq", visit.hex())
                .getOrDefault(visit, List.of());
    }

    /** Visits that have no end, or of whose money something was told after it, oldest first: the program stopped in their midst. */
    public synchronized Map<VisitId, List<Fact>> interrupted() {
        return query(
                "SELECT visit, kind, body FROM fact WHERE kind NOT IN ('HopperCounted', 'CounterSeen', 'MoneyRejected') AND visit IN (SELECT"
                        + " visit FROM fact WHERE kind NOT IN ('HopperCounted', 'CounterSeen', 'MoneyRejected') AND visit <> ? GROUP BY visit"
                        + " HAVING sum(kind = 'Ended') = 0 OR max(iif(kind = 'Ended', seq, 0)) < max(iif(kind IN"
                        + " ('CoinInserted', 'CashBroken', 'PayOutIntended', 'HopperPaid', 'PayOutEnded'), seq, 0)))"
                        + " ORDER BY seq",
                NO_VISIT.hex());
    }

    /** The ends of the visits of which the center has not heard, oldest first; the last one of each counts. */
    public synchronized Map<VisitId, List<Fact>> unreported() {
        return query("SELECT visit, kind, body FROM fact WHERE kind = 'Ended' AND visit NOT IN"
                + " (SELECT visit FROM fact WHERE kind IN ('Reported', 'ReportRefused')) ORDER BY seq");
    }

    /** Whether the service was latched off and has not been freed. */
    public synchronized boolean latched() {
        return !query("SELECT visit, kind, body FROM fact WHERE kind = 'Latched'")
                .isEmpty();
    }

    /** The event counter of a device, {@code COIN} or {@code BILL}, at its last event that was recorded; empty when none ever was. */
    public synchronized OptionalInt lastCounter(String device) {
        return entries(LAST_COUNTER, device).stream()
                .mapToInt(entry -> counter(entry.fact()))
                .findFirst();
    }

    private static int counter(Fact fact) {
        if (fact instanceof Fact.CoinInserted inserted) {
            return inserted.counter();
        }
        return fact instanceof Fact.NoteHeld held ? held.counter() : ((Fact.CounterSeen) fact).counter();
    }

    /** To whom the slots were opened last, if they are not known to be shut again. */
    public synchronized Optional<VisitId> payer() {
        return rows(
                        "SELECT visit, kind, body FROM fact WHERE kind IN ('SlotsOpened', 'SlotsShut') ORDER BY seq DESC LIMIT 1")
                .stream()
                .filter(row -> row.fact() instanceof Fact.SlotsOpened)
                .map(Row::visit)
                .findFirst();
    }

    /** Every count, filling and pay-out of the hoppers, of all visits, oldest first; of the other boxes the counts as well. */
    public synchronized List<Row> hoppers() {
        return rows("SELECT visit, kind, body FROM fact WHERE kind IN ('HopperCounted', 'CashFilled', 'CashEmptied',"
                + " 'CashCounted', 'PayOutIntended', 'HopperPaid', 'PayOutEnded') ORDER BY seq");
    }

    /** A fact, and whose it is. */
    public record Row(VisitId visit, Fact fact) {}

    /** A fact with all that the ledger knows of it; {@code number} grows with each, {@code at} when it was recorded, by the clock of then. */
    public record Entry(long number, Instant at, VisitId visit, Fact fact) {}

    /** All of one visit, oldest first. */
    public synchronized List<Entry> entries(VisitId visit) {
        return entries("SELECT seq, at, visit, kind, body FROM fact WHERE visit = ? ORDER BY seq", visit.hex());
    }

    /** All facts of this kind, oldest first. */
    public synchronized List<Entry> entries(Class<? extends Fact> kind) {
        return entries("SELECT seq, at, visit, kind, body FROM fact WHERE kind = ? ORDER BY seq", kind.getSimpleName());
    }

    /** All facts of each visit of which money was ever claimed, the oldest visit first. */
    public synchronized List<List<Entry>> claimed() {
        return byVisit(entries("SELECT seq, at, visit, kind, body FROM fact WHERE visit IN"
                + " (SELECT visit FROM fact WHERE kind = 'Claimed') ORDER BY seq"));
    }

    /**
     * What the books of the time after {@code number} are made of, oldest first: of every visit that something was told of since,
     * whose money was ever claimed, or that has no end, all its facts; and what was done to the cash since.
     */
    public synchronized List<Entry> bookEntries(long number) {
        return entries(
                "SELECT seq, at, visit, kind, body FROM fact WHERE visit <> ?1 AND (visit IN (SELECT visit FROM fact WHERE"
                        + " seq > ?2) OR visit IN (SELECT visit FROM fact WHERE kind = 'Claimed') OR visit NOT IN"
                        + " (SELECT visit FROM fact WHERE kind = 'Ended')) OR visit = ?1 AND seq >= ?2 AND kind <>"
                        + " 'CounterSeen' ORDER BY seq",
                NO_VISIT.hex(),
                Long.toString(number));
    }

    private static List<List<Entry>> byVisit(List<Entry> entries) {
        Map<VisitId, List<Entry>> visits = new LinkedHashMap<>();
        entries.forEach(entry ->
                visits.computeIfAbsent(entry.visit(), each -> new ArrayList<>()).add(entry));
        return List.copyOf(visits.values());
    }

    private Map<VisitId, List<Fact>> query(String sql, String... values) {
        Map<VisitId, List<Fact>> visits = new LinkedHashMap<>();
        for (Row row : rows(sql, values)) {
            visits.computeIfAbsent(row.visit(), each -> new ArrayList<>()).add(row.fact());
        }
        return visits;
    }

    /**
     * Removes the visits that nobody needs any more and of which nothing was told since {@code before}, all at once, and gives their
     * room back. Never anything that is open, or that counters, counts and books are derived from. May take seconds.
     *
     * @return how many visits are gone
     */
    public synchronized int forget(Instant before) {
        Set<Long> counters = new HashSet<>();
        for (String device : List.of("COIN", "BILL")) {
            entries(LAST_COUNTER, device).forEach(entry -> counters.add(entry.number()));
        }
        Retention retention = new Retention(
                before,
                entries("SELECT seq, at, visit, kind, body FROM fact WHERE kind IN"
                        + " ('DayClosed', 'HopperCounted', 'CashCounted', 'CashEmptied') ORDER BY seq"),
                counters);
        List<VisitId> unneeded = retention.unneeded(byVisit(entries(
                "SELECT seq, at, visit, kind, body FROM fact WHERE visit IN (SELECT visit FROM fact WHERE kind = 'Ended'"
                        + " AND at < ?) ORDER BY seq",
                before.toString())));
        file.forget(unneeded, counters, before);
        return unneeded.size();
    }

    private List<Row> rows(String sql, String... values) {
        return read(
                sql,
                row -> new Row(new VisitId(row.getString(1)), text.fact(row.getString(2), row.getString(3))),
                values);
    }

    private List<Entry> entries(String sql, String... values) {
        return read(
                sql,
                row -> new Entry(
                        row.getLong(1),
                        Instant.parse(row.getString(2)),
                        new VisitId(row.getString(3)),
                        text.fact(row.getString(4), row.getString(5))),
                values);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException, JsonProcessingException;
    }

    private <T> List<T> read(String sql, Reading<T> reading, String... values) {
        List<T> read = new ArrayList<>();
        try (PreparedStatement select = file.database().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read.add(reading.of(row));
                }
            }
            return read;
        } catch (SQLException | JsonProcessingException failure) {
            throw file.unavailable("cannot read", failure);
        }
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
