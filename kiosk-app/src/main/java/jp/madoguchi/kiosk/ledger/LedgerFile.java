package jp.madoguchi.kiosk.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.VisitId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQLite file of the ledger. It is written only after every page, row and fact in it was found sound; one that this program
 * does not know, or that is damaged, is left as it is. Owned by the {@link Ledger}, under its lock.
 */
final class LedgerFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFile.class);

    static final int VERSION = 4;

    /** As long as a clerk's look into the file may keep a visit waiting. */
    private static final int BUSY_MILLIS = 2000;

    /** A visit needs some hundred kilobytes; what else writes to the disk meanwhile is not known. */
    static final long ROOM = 16L << 20;

    /** Room is given back when at least one page in so many is free: that writes the whole file anew. */
    private static final int MUCH = 4;

    private final Path path;
    private final Path begun;
    private final FactText text;
    private Optional<Connection> open = Optional.empty();
    private Optional<Object> inode = Optional.empty();
    private Optional<LedgerTrouble> lasting = Optional.empty();

    LedgerFile(Path path, FactText text) {
        this.path = path.toAbsolutePath();
        this.begun = this.path.resolveSibling(path.getFileName() + "-begun");
        this.text = text;
    }

    /** Throws {@link LedgerUnavailable}, and the file is as it was. Nothing when it is open. */
    void open() {
        if (open.isPresent()) {
            return;
        }
        lasting.ifPresent(LedgerFile::refuse);
        Connection database = null;
        try {
            database = DriverManager.getConnection("jdbc:sqlite:" + path);
            try (Statement statement = database.createStatement()) {
                prepare(statement);
            }
            remember();
            inode = inode();
            open = Optional.of(database);
        } catch (SQLException | JsonProcessingException | LedgerUnavailable failure) {
            close(database);
            throw unavailable("cannot open " + path, failure);
        }
    }

    private void prepare(Statement statement) throws SQLException, JsonProcessingException {
        statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        int version = number(statement, "PRAGMA user_version");
        if (version > VERSION) {
            throw new LedgerUnavailable(
                    LedgerTrouble.NEWER, "it has version " + version + ", this program writes version " + VERSION);
        }
        if (number(statement, "SELECT count(*) FROM sqlite_schema WHERE tbl_name NOT IN ('fact', 'sqlite_sequence')")
                > 0) {
            throw new LedgerUnavailable(LedgerTrouble.FOREIGN, "it holds tables of something else");
        }
        check(statement);
        writeAhead(statement);
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("BEGIN IMMEDIATE"); // undone when the connection is closed before COMMIT
        migrate(statement);
        statement.execute("COMMIT");
    }

    private static void writeAhead(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            String mode = row.next() ? row.getString(1) : "";
            if (!mode.equals("wal")) {
                throw new LedgerUnavailable(
                        LedgerTrouble.FAILED, "its journal is " + mode + ": no WAL on this file system");
            }
        }
    }

    /** Whatever the version was: earlier ones lack an index at most; what their facts did not say, {@link FactText} knows. */
    private static void migrate(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS fact (seq INTEGER PRIMARY KEY AUTOINCREMENT,"
                + " at TEXT NOT NULL, visit TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL) STRICT");
        statement.execute("CREATE INDEX IF NOT EXISTS fact_visit ON fact (visit, seq)");
        statement.execute("CREATE INDEX IF NOT EXISTS fact_kind ON fact (kind, visit)");
        guard(statement, "UPDATE");
        guard(statement, "DELETE");
        statement.execute("PRAGMA user_version = " + VERSION);
    }

    private static void guard(Statement statement, String act) throws SQLException {
        statement.execute("CREATE TRIGGER IF NOT EXISTS fact_no_" + act + " BEFORE " + act
                + " ON fact BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END");
    }

    /** Every page, index and row; and every row is a fact. */
    private void check(Statement statement) throws SQLException, JsonProcessingException {
        try (ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String found = row.next() ? row.getString(1) : "no answer";
            if (!found.equals("ok")) {
                throw new LedgerUnavailable(LedgerTrouble.DAMAGED, found);
            }
        }
        if (number(statement, "SELECT count(*) FROM sqlite_schema WHERE name = 'fact'") == 0) {
            if (Files.exists(begun)) {
                throw new LedgerUnavailable(LedgerTrouble.MISSING, "there was a ledger, and it is gone or empty");
            }
            return; // new
        }
        try (ResultSet row = statement.executeQuery("SELECT seq, at, visit, kind, body FROM fact")) {
            while (row.next()) {
                check(row);
            }
        }
    }

    private void check(ResultSet row) throws SQLException {
        try {
            Instant.parse(row.getString(2));
            new VisitId(row.getString(3));
            text.fact(row.getString(4), row.getString(5));
        } catch (DateTimeParseException | IllegalArgumentException | JsonProcessingException broken) {
            throw new LedgerUnavailable(LedgerTrouble.DAMAGED, "row " + row.getLong(1) + " is no fact", broken);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** That there is a ledger, so that a new one is never begun by itself in the place of one that was lost. */
    private void remember() {
        try {
            Files.createFile(begun);
        } catch (FileAlreadyExistsException known) {
            // as at every start but the first
        } catch (IOException later) {
            LOG.warn("{} cannot be made: {}", begun, later.getMessage());
        }
    }

    private static void refuse(LedgerTrouble trouble) {
        throw new LedgerUnavailable(trouble, "the ledger is left as it is until the program is started anew");
    }

    /** Throws {@link LedgerUnavailable} when it is not open, or must not be used any more. */
    Connection database() {
        lasting.ifPresent(LedgerFile::refuse);
        return open.orElseThrow(() -> new LedgerUnavailable(LedgerTrouble.FAILED, "the ledger is not open"));
    }

    /** Why no fact could be recorded now, with some room for the facts after it; empty when one could. Writes, with an fsync. */
    Optional<LedgerTrouble> trouble() {
        try (Statement statement = database().createStatement()) {
            statement.execute("PRAGMA user_version = " + VERSION);
            if (!inode.equals(inode())) {
                throw new LedgerUnavailable(LedgerTrouble.MOVED, "the file was taken away while it was in use");
            }
        } catch (SQLException | LedgerUnavailable failure) {
            return Optional.of(unavailable("cannot write", failure).trouble());
        }
        return room() < ROOM ? Optional.of(LedgerTrouble.FULL) : Optional.empty();
    }

    /** What is to be thrown; what lasts is remembered. */
    LedgerUnavailable unavailable(String what, Exception failure) {
        LedgerUnavailable unavailable = failure instanceof LedgerUnavailable known
                ? known
                : new LedgerUnavailable(kind(failure), what, failure);
        if (!unavailable.trouble().passes() && lasting.isEmpty()) {
            lasting = Optional.of(unavailable.trouble());
            LOG.error("the ledger {} is left as it is", path, unavailable);
        }
        return unavailable;
    }

    /** By SQLite's primary result code. Where it only says that the system refused, the disk is asked why. */
    private LedgerTrouble kind(Exception failure) {
        if (!(failure instanceof SQLException sql)) {
            return LedgerTrouble.DAMAGED;
        }
        return switch (sql.getErrorCode()) {
            case 5, 6 -> LedgerTrouble.LOCKED; // BUSY, LOCKED
            case 8 -> LedgerTrouble.READ_ONLY; // READONLY
            case 11 -> LedgerTrouble.DAMAGED; // CORRUPT
            case 13 -> LedgerTrouble.FULL; // FULL
            case 26 -> LedgerTrouble.FOREIGN; // NOTADB
            default -> refusedByTheSystem();
        };
    }

    private LedgerTrouble refusedByTheSystem() {
        if (!Files.isWritable(path.getParent())) {
            return LedgerTrouble.READ_ONLY;
        }
        return room() < ROOM ? LedgerTrouble.FULL : LedgerTrouble.FAILED;
    }

    /**
     * The one way in which facts go: in one transaction, which has the file's own guard removed for itself alone. With them go the
     * counters that were seen before then, except these.
     */
    void forget(List<VisitId> visits, Set<Long> counters, Instant before) {
        try (Statement statement = database().createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                statement.execute("DROP TRIGGER fact_no_DELETE");
                delete(visits, counters, before);
                guard(statement, "DELETE");
                statement.execute("COMMIT");
            } catch (SQLException failure) {
                statement.execute("ROLLBACK");
                throw failure;
            }
        } catch (SQLException failure) {
            throw unavailable("cannot forget", failure);
        }
        giveRoomBack();
    }

    private void delete(List<VisitId> visits, Set<Long> counters, Instant before) throws SQLException {
        try (PreparedStatement ofVisit = database().prepareStatement("DELETE FROM fact WHERE visit = ?");
                PreparedStatement seen = database()
                        .prepareStatement("DELETE FROM fact WHERE visit = ? AND at < ? AND kind IN ('CounterSeen',"
                                + " 'MoneyRejected') AND seq NOT IN (SELECT value FROM json_each(?))")) {
            for (VisitId visit : visits) {
                ofVisit.setString(1, visit.hex());
                ofVisit.executeUpdate();
            }
            seen.setString(1, Ledger.NO_VISIT.hex());
            seen.setString(2, before.toString());
            seen.setString(3, counters.toString());
            seen.executeUpdate();
        }
    }

    /** What is not given back now is used again by the next facts. */
    private void giveRoomBack() {
        try (Statement statement = database().createStatement()) {
            if (number(statement, "PRAGMA freelist_count") * MUCH > number(statement, "PRAGMA page_count")) {
                statement.execute("VACUUM");
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } catch (SQLException failure) {
            LOG.warn("the room of what was forgotten is not given back: {}", failure.getMessage());
        }
    }

    private long room() {
        try {
            return Files.getFileStore(path.getParent()).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE; // then the write itself says so
        }
    }

    /** Only looked up: whoever opened and closed the file here would take SQLite's locks away. */
    private Optional<Object> inode() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static void close(@Nullable Connection database) {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException left) {
            LOG.warn("the ledger cannot be closed: {}", left.getMessage());
        }
    }

    @Override
    public void close() {
        open.ifPresent(LedgerFile::close);
        open = Optional.empty();
    }
}
