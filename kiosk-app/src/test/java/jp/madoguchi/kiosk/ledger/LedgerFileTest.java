package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.simulators.disk.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file of the ledger can be found as, and can become while it is in use. */
class LedgerFileTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final Fact COIN = new Fact.CoinInserted(500, 1, "COIN");
    private static final int FACTS = 300;

    @TempDir
    Path dir;

    private Path file() {
        return dir.resolve("ledger.db");
    }

    private Ledger unopened() {
        return Ledger.unopened(file(), Clock.systemUTC());
    }

    private void written() {
        try (Ledger ledger = new Ledger(file(), Clock.systemUTC())) {
            for (int i = 0; i < FACTS; i++) {
                ledger.record(VISIT, COIN);
            }
        }
    }

    private SmallDisk smallDisk() throws IOException {
        Optional<SmallDisk> disk = SmallDisk.mount(Files.createDirectory(dir.resolve("disk")), LedgerFile.ROOM * 2);
        assumeTrue(disk.isPresent(), "only root can mount a disk");
        return disk.get();
    }

    @FunctionalInterface
    private interface Blow {
        void strike(Path file) throws IOException, SQLException;
    }

    private static Blow sql(String... statements) {
        return file -> {
            try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = raw.createStatement()) {
                for (String each : statements) {
                    statement.execute(each);
                }
            }
        };
    }

    /** Writes rubbish over the file's bytes from here. */
    private static Blow rubbish(long from, int length) {
        return file -> {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.seek(from);
                bytes.write(new byte[length]);
            }
        };
    }

    private static Blow shortened(int length) {
        return file -> {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(length);
            }
        };
    }

    private static String row(String at, String visit, String kind, String body) {
        return "INSERT INTO fact (at, visit, kind, body) VALUES ('" + at + "', '" + visit + "', '" + kind + "', '"
                + body + "')";
    }

    static Stream<Arguments> blows() {
        String at = "2026-11-22T03:00:00Z";
        return Stream.of(
                Arguments.of("no database", rubbish(0, 100), LedgerTrouble.FOREIGN),
                Arguments.of("a page of zeros", rubbish(8192, 4096), LedgerTrouble.DAMAGED),
                Arguments.of("its end is missing", shortened(8192), LedgerTrouble.DAMAGED),
                Arguments.of("empty", shortened(0), LedgerTrouble.MISSING),
                Arguments.of("gone", (Blow) Files::delete, LedgerTrouble.MISSING),
                Arguments.of("a newer program's", sql("PRAGMA user_version = 99"), LedgerTrouble.NEWER),
                Arguments.of("another's tables", sql("CREATE TABLE other (x)"), LedgerTrouble.FOREIGN),
                Arguments.of("an unknown fact", sql(row(at, VISIT.hex(), "Dreamt", "{}")), LedgerTrouble.DAMAGED),
                Arguments.of(
                        "a fact with an unknown field",
                        sql(row(at, VISIT.hex(), "Reported", "{\"x\":1}")),
                        LedgerTrouble.DAMAGED),
                Arguments.of(
                        "a fact without an amount",
                        sql(row(at, VISIT.hex(), "Claimed", "{\"certain\":true}")),
                        LedgerTrouble.DAMAGED),
                Arguments.of(
                        "a fact that is no JSON", sql(row(at, VISIT.hex(), "Reported", "{")), LedgerTrouble.DAMAGED),
                Arguments.of("a visit that is none", sql(row(at, "12", "Reported", "{}")), LedgerTrouble.DAMAGED),
                Arguments.of("no time of day", sql(row("soon", VISIT.hex(), "Reported", "{}")), LedgerTrouble.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blows")
    void file_thatMustNotBeUsed_isLeftAsItIs(String name, Blow blow, LedgerTrouble trouble) throws Exception {
        written();
        blow.strike(file());
        byte[] before = Files.exists(file()) ? Files.readAllBytes(file()) : new byte[0];
        try (Ledger ledger = unopened()) {
            assertEquals(Optional.of(trouble), ledger.open(), name);
            assertEquals(Optional.of(trouble), ledger.open(), "it is not opened before the program is started anew");
            assertThrows(LedgerUnavailable.class, () -> ledger.record(VISIT, COIN));
            assertThrows(LedgerUnavailable.class, () -> ledger.facts(VISIT));
        }
        assertArrayEquals(before, Files.exists(file()) ? Files.readAllBytes(file()) : new byte[0]);
        assertEquals(trouble.passes(), false);
    }

    @Test
    void file_setAsideWithAllThatBelongsToIt_isBegunAnew() throws IOException {
        written();
        Path aside = Files.createDirectory(dir.resolve("aside"));
        try (Stream<Path> all = Files.list(dir)) {
            for (Path each : all.filter(one -> one.getFileName().toString().startsWith("ledger.db"))
                    .toList()) {
                Files.move(each, aside.resolve(each.getFileName()));
            }
        }
        try (Ledger ledger = unopened()) {
            assertEquals(Optional.empty(), ledger.open());
            assertEquals(List.of(), ledger.facts(VISIT));
        }
    }

    @Test
    void file_lockedByAnotherProcess_isUsableOnceThatHasEnded() throws Exception {
        written();
        try (Ledger ledger = unopened();
                Ledger inUse = new Ledger(file(), Clock.systemUTC())) {
            LockHolder other = LockHolder.of(file());
            try {
                assertEquals(Optional.of(LedgerTrouble.LOCKED), ledger.open());
                assertEquals(Optional.of(LedgerTrouble.LOCKED), inUse.trouble());
                LedgerUnavailable refused = assertThrows(LedgerUnavailable.class, () -> inUse.record(VISIT, COIN));
                assertEquals(LedgerTrouble.LOCKED, refused.trouble());
                assertEquals(FACTS, inUse.facts(VISIT).size(), "it can be read");
            } finally {
                other.close();
            }
            assertEquals(Optional.empty(), ledger.open());
            assertEquals(Optional.empty(), inUse.trouble());
            inUse.record(VISIT, COIN);
            assertEquals(FACTS + 1, ledger.facts(VISIT).size());
        }
    }

    @Test
    void file_takenAwayWhileInUse_isNotWrittenAnyMore() throws IOException {
        try (Ledger ledger = new Ledger(file(), Clock.systemUTC())) {
            assertEquals(Optional.empty(), ledger.trouble());
            Files.move(file(), dir.resolve("elsewhere.db"));
            assertEquals(Optional.of(LedgerTrouble.MOVED), ledger.trouble());
            assertThrows(LedgerUnavailable.class, () -> ledger.record(VISIT, COIN));
        }
    }

    @Test
    void disk_full_isToldBeforeAndWhileItIs_andUsableWithRoomAgain() throws Exception {
        try (SmallDisk disk = smallDisk();
                Ledger ledger = new Ledger(disk.path().resolve("ledger.db"), Clock.systemUTC())) {
            ledger.record(VISIT, COIN);
            assertEquals(Optional.empty(), ledger.trouble());
            disk.fill(LedgerFile.ROOM / 2);
            assertEquals(Optional.of(LedgerTrouble.FULL), ledger.trouble(), "no room for a visit");
            ledger.record(VISIT, COIN);
            disk.fill(0);
            int recorded = recordUntilRefused(ledger);
            assertEquals(Optional.of(LedgerTrouble.FULL), ledger.trouble());
            assertEquals(2 + recorded, ledger.facts(VISIT).size(), "what was refused is not there");
            disk.free();
            assertEquals(Optional.empty(), ledger.trouble());
            ledger.record(VISIT, COIN);
            assertEquals(3 + recorded, ledger.facts(VISIT).size());
        }
    }

    /** The write-ahead log has some room of its own. */
    private static int recordUntilRefused(Ledger ledger) {
        for (int i = 0; i < 100_000; i++) {
            try {
                ledger.record(VISIT, COIN);
            } catch (LedgerUnavailable refused) {
                assertEquals(LedgerTrouble.FULL, refused.trouble());
                return i;
            }
        }
        throw new AssertionError("the disk is never full");
    }

    @Test
    void disk_fullAtTheStart_isTriedAgain() throws Exception {
        try (SmallDisk disk = smallDisk();
                Ledger ledger = Ledger.unopened(disk.path().resolve("ledger.db"), Clock.systemUTC())) {
            disk.fill(0);
            assertEquals(Optional.of(LedgerTrouble.FULL), ledger.open());
            disk.free();
            assertEquals(Optional.empty(), ledger.open());
            ledger.record(VISIT, COIN);
        }
    }

    @Test
    void disk_readOnly_isToldAndUsableOnceItIsNot() throws Exception {
        try (SmallDisk disk = smallDisk()) {
            Path onIt = disk.path().resolve("ledger.db");
            new Ledger(onIt, Clock.systemUTC()).close();
            disk.readOnly(true);
            try (Ledger ledger = Ledger.unopened(onIt, Clock.systemUTC())) {
                assertEquals(Optional.of(LedgerTrouble.READ_ONLY), ledger.open());
                disk.readOnly(false);
                assertEquals(Optional.empty(), ledger.open());
                ledger.record(VISIT, COIN);
            }
        }
    }

    @Test
    void file_thatThisUserMayNotWrite_isReadOnly() throws Exception {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may write everything");
        written();
        assertTrue(file().toFile().setWritable(false));
        try (Ledger ledger = unopened()) {
            assertEquals(Optional.of(LedgerTrouble.READ_ONLY), ledger.open());
        }
    }
}
