package jp.madoguchi.kiosk.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * Append-only facts in one SQLite file (WAL, synchronous=FULL): when {@link #record} returns, the fact is on the disk. State is
 * derived from facts, never stored beside them. Safe for any thread; calls block for one fsync.
 */
public final class Ledger implements AutoCloseable {
    /** What belongs to no visit stands under this one. */
    public static final VisitId NO_VISIT = new VisitId("0".repeat(32));

    private static final int VERSION = 3;
    private static final Map<String, Class<? extends Fact>> KINDS = kinds();

    /**
     * What older facts did not say. Version 1: there were coins only, and fillings had no name. Version 2: claims were taken for
     * certain.
     */
    private static final Map<String, Map<String, Object>> UNSAID = Map.of(
            "CoinInserted", Map.of("device", "COIN"),
            "HopperCounted", Map.of("filling", ""),
            "Claimed", Map.of("certain", true));

    private final Connection database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private volatile LongConsumer watcher = nanos -> {};

    /** Opens or creates the file. Throws {@link LedgerUnavailable} when it cannot be opened, is corrupt, or is newer than this program. */
    public Ledger(Path file, Clock clock) {
        this.clock = clock;
        try {
            database = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            prepare();
        } catch (SQLException failure) {
            throw new LedgerUnavailable("cannot open " + file, failure);
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA busy_timeout = 2000");
            int version = number(statement, "PRAGMA user_version");
            if (version > VERSION) {
                throw new SQLException("the ledger was written by a newer program (version " + version + ")");
            }
            statement.execute("CREATE TABLE IF NOT EXISTS fact (seq INTEGER PRIMARY KEY AUTOINCREMENT,"
                    + " at TEXT NOT NULL, visit TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL) STRICT");
            statement.execute("CREATE INDEX IF NOT EXISTS fact_visit ON fact (visit, seq)");
            statement.execute("CREATE INDEX IF NOT EXISTS fact_kind ON fact (kind, visit)");
            for (String act : List.of("UPDATE", "DELETE")) {
                statement.execute("CREATE TRIGGER IF NOT EXISTS fact_no_" + act + " BEFORE " + act
                        + " ON fact BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END");
            }
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Tells {@code nanos} in how many nanoseconds each fact became durable; it must return at once. */
    public void watch(LongConsumer nanos) {
        watcher = nanos;
    }

    /** Returns once the fact is durable. */
    public synchronized void record(VisitId visit, Fact fact) {
        long began = System.nanoTime();
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO fact (at, visit, kind, body) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, clock.instant().toString());
            insert.setString(2, visit.hex());
            insert.setString(3, fact.getClass().getSimpleName());
            insert.setString(4, json.writeValueAsString(fact));
            insert.executeUpdate();
            watcher.accept(System.nanoTime() - began);
        } catch (SQLException | JsonProcessingException failure) {
            throw new LedgerUnavailable("cannot record " + fact.getClass().getSimpleName(), failure);
        }
    }

    /** Whether a fact could be recorded now. */
    public synchronized boolean sound() {
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA user_version = " + VERSION); // a write, with its fsync
            return true;
        } catch (SQLException failure) {
            return false;
        }
    }

    /** The facts of one visit, oldest first. */
    public synchronized List<Fact> facts(VisitId visit) {
        return query("SELECT visit, kind, body FROM fact WHERE visit = ? ORDER BY seq", visit.hex())
                .getOrDefault(visit, List.of());
    }

    /** Visits that have no end, or of whose money something was told after it, oldest first: the program stopped in their midst. */
    public synchronized Map<VisitId, List<Fact>> interrupted() {
        return query(
                "SELECT visit, kind, body FROM fact WHERE kind NOT IN ('HopperCounted', 'CounterSeen') AND visit IN (SELECT"
                        + " visit FROM fact WHERE kind NOT IN ('HopperCounted', 'CounterSeen') AND visit <> ? GROUP BY visit"
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
        return rows(
                        "SELECT visit, kind, body FROM fact WHERE kind IN ('CoinInserted', 'NoteHeld', 'CounterSeen') AND"
                                + " coalesce(json_extract(body, '$.device'), iif(kind = 'NoteHeld', 'BILL', 'COIN')) = ?"
                                + " ORDER BY seq DESC LIMIT 1",
                        device)
                .stream()
                .mapToInt(row -> counter(row.fact()))
                .findFirst();
    }

    private static int counter(Fact fact) {
        if (fact instanceof Fact.CoinInserted inserted) {
            return inserted.counter();
        }
        return fact instanceof Fact.NoteHeld held ? held.counter() : ((Fact.CounterSeen) fact).counter();
    }

    /** Every count and pay-out of the hoppers, of all visits, oldest first. */
    public synchronized List<Row> hoppers() {
        return rows("SELECT visit, kind, body FROM fact WHERE kind IN"
                + " ('HopperCounted', 'PayOutIntended', 'HopperPaid', 'PayOutEnded') ORDER BY seq");
    }

    /** A fact, and whose it is. */
    public record Row(VisitId visit, Fact fact) {}

    private Map<VisitId, List<Fact>> query(String sql, String... values) {
        Map<VisitId, List<Fact>> visits = new LinkedHashMap<>();
        for (Row row : rows(sql, values)) {
            visits.computeIfAbsent(row.visit(), each -> new ArrayList<>()).add(row.fact());
        }
        return visits;
    }

    private List<Row> rows(String sql, String... values) {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(new VisitId(row.getString(1)), fact(row.getString(2), row.getString(3))));
                }
            }
            return rows;
        } catch (SQLException | JsonProcessingException failure) {
            throw new LedgerUnavailable("cannot read", failure);
        }
    }

    private Fact fact(String kind, String body) throws JsonProcessingException, SQLException {
        Class<? extends Fact> type = KINDS.get(kind);
        if (type == null) {
            throw new SQLException("a fact of a kind that this program does not know: " + kind);
        }
        ObjectNode said = (ObjectNode) json.readTree(body);
        UNSAID.getOrDefault(kind, Map.of()).forEach((field, value) -> {
            if (!said.has(field)) {
                said.set(field, json.valueToTree(value));
            }
        });
        return json.treeToValue(said, type);
    }

    private static Map<String, Class<? extends Fact>> kinds() {
        Map<String, Class<? extends Fact>> kinds = new LinkedHashMap<>();
        Arrays.stream(Fact.class.getPermittedSubclasses())
                .forEach(type -> kinds.put(type.getSimpleName(), type.asSubclass(Fact.class)));
        return Map.copyOf(kinds);
    }

    @Override
    public synchronized void close() {
        try {
            database.close();
        } catch (SQLException failure) {
            throw new LedgerUnavailable("cannot close", failure);
        }
    }
}
