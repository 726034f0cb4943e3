package jp.madoguchi.kiosk.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of every earlier version, each with the same three visits: one delivered, one with a claim, one in its midst. */
class LedgerVersionsTest {
    private static final VisitId DELIVERED = new VisitId("a".repeat(32));
    private static final VisitId OWED = new VisitId("b".repeat(32));
    private static final VisitId INTERRUPTED = new VisitId("c".repeat(32));

    @TempDir
    Path dir;

    private Path file() {
        return dir.resolve("ledger.db");
    }

    private void lay(int version) throws IOException, SQLException {
        try (InputStream sql = LedgerVersionsTest.class.getResourceAsStream("version-" + version + ".sql");
                Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = raw.createStatement()) {
            assertNotNull(sql);
            for (String each : new String(sql.readAllBytes(), UTF_8).strip().split(";\n", -1)) {
                statement.execute(each);
            }
        }
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = raw.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT seq || at || visit || kind || body FROM fact ORDER BY seq")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private int number(String query) throws SQLException {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = raw.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getInt(1);
        }
    }

    @ParameterizedTest(name = "version {0}")
    @CsvSource({"1, 3, -1", "2, 4, 5", "3, 4, 5"})
    void file_ofAnEarlierVersion_meansWhatItMeantAndIsWrittenOn(int version, int coins, int notes) throws Exception {
        lay(version);
        List<String> before = rows();
        try (Ledger ledger = new Ledger(file(), Clock.systemUTC())) {
            assertEquals(new Balance(500, 300, 200, 0, true), Balance.of(ledger.facts(DELIVERED)));
            assertEquals(new Balance(500, 0, 300, 200, true), Balance.of(ledger.facts(OWED)));
            assertTrue(ledger.facts(OWED).contains(new Fact.Claimed(200, true)));
            assertEquals(List.of(INTERRUPTED), List.copyOf(ledger.interrupted().keySet()));
            assertEquals(List.of(OWED), List.copyOf(ledger.unreported().keySet()));
            assertEquals(OptionalInt.of(coins), ledger.lastCounter("COIN"));
            assertEquals(notes < 0 ? OptionalInt.empty() : OptionalInt.of(notes), ledger.lastCounter("BILL"));
            Interruption.settle(ledger);
            assertEquals(new Balance(100, 0, 0, 100, true), Balance.of(ledger.facts(INTERRUPTED)));
            assertTrue(ledger.facts(INTERRUPTED).contains(new Fact.Claimed(100, true)));
            Period books = new Books(ledger, Map.of(3, 100)).now(); // cannot be made unless it fits
            assertEquals(new Takings(3, 1, 1100, 300, 500, 300), books.takings());
            assertEquals(List.of(new FeeLine("", "", 0, 300)), books.fees());
            assertEquals(2, books.owing().claims());
        }
        assertEquals(before, rows().subList(0, before.size()), "no row is changed");
        assertEquals(before.size() + 2, rows().size(), "a claim and an end");
        assertEquals(LedgerFile.VERSION, number("PRAGMA user_version"));
        assertEquals(2, number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"));
        assertEquals(2, number("SELECT count(*) FROM sqlite_schema WHERE type = 'index'"));
        try (Ledger again = new Ledger(file(), Clock.systemUTC())) {
            assertTrue(again.interrupted().isEmpty());
        }
    }

    @Test
    void versions_allThatThereWere_areTriedHere() {
        for (int version = 1; version < LedgerFile.VERSION; version++) {
            assertNotNull(LedgerVersionsTest.class.getResource("version-" + version + ".sql"));
        }
    }

    @Test
    void file_ofANewerVersion_isRefusedInWordsThatNameBoth() throws Exception {
        lay(3);
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = raw.createStatement()) {
            statement.execute("PRAGMA user_version = " + (LedgerFile.VERSION + 1));
        }
        LedgerUnavailable refused =
                assertThrows(LedgerUnavailable.class, () -> new Ledger(file(), Clock.systemUTC()).close());
        assertEquals(LedgerTrouble.NEWER, refused.trouble());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("version " + (LedgerFile.VERSION + 1) + ", this program writes version "
                                + LedgerFile.VERSION),
                refused.getMessage());
    }
}
