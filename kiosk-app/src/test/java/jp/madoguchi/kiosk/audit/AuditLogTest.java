package jp.madoguchi.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a running program, on a real disk; a full one is a disk whose writing ends in the midst. */
class AuditLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T03:04:05.678Z"), ZoneOffset.UTC);
    private static final VisitId VISIT = new VisitId("ab".repeat(16));
    private static final AuditLog.Limits LIMITS =
            new AuditLog.Limits(5, 1000, Duration.ofMillis(1), Duration.ofSeconds(10));

    @TempDir
    private Path dir;

    private AuditLog open() {
        return AuditLog.open(dir.resolve("audit"), "K-0001", CLOCK);
    }

    private AuditLog open(LogWriter.Append append) {
        return AuditLog.open(dir.resolve("audit"), "K-0001", CLOCK, append, LIMITS);
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        LogFolder.read(dir.resolve("audit"), entries::add);
        return entries;
    }

    private List<String> events() throws IOException {
        return entries().stream()
                .map(entry -> (entry.event() + " " + entry.details().values()).replace(" []", ""))
                .toList();
    }

    private void assertWhole() throws IOException {
        LogVerification.Verdict verdict = LogVerification.of(
                LogVerification.Asked.of(dir.resolve("audit"), List.of(), Optional.of("K-0001"), Set.of()));
        assertTrue(verdict.whole(), verdict.words().toString());
    }

    private static void insert(Audit log, int yen) {
        log.tell(AuditEvent.MONEY_IN, VISIT, Map.of("yen", Integer.toString(yen), "device", "COIN", "counter", "7"));
    }

    @Test
    void log_ofOneRun_tellsItsStartWhatHappenedAndItsStop() throws IOException {
        try (AuditLog log = open()) {
            insert(log, 500);
        }
        assertEquals(
                List.of("LOG_BEGUN [K-0001]", "PROGRAM_STARTED [first]", "MONEY_IN [7, COIN, 500]", "PROGRAM_STOPPED"),
                events());
        assertEquals("2026-11-29T03:04:05.678Z", entries().get(2).at().toString());
        assertEquals(VISIT.hex(), entries().get(2).visit());
        assertEquals("-", entries().get(3).visit());
        assertWhole();
    }

    /** What docs/audit.md says to do by hand. */
    @Test
    void hash_isOfTheLineBeforeIt_andThePreviousOneInTheNext() throws IOException {
        open().close();
        List<String> lines = Files.readAllLines(dir.resolve("audit/log-000000000001.jsonl"));
        String hash = Sha256.of(lines.get(0).replaceFirst(",\"hash\".*", "").getBytes(StandardCharsets.US_ASCII))
                .hex();
        assertTrue(lines.get(0).endsWith(",\"hash\":\"" + hash + "\"}"));
        assertTrue(lines.get(1).contains("\"previous\":\"" + hash + "\""));
    }

    @Test
    void files_areReadableByTheProgramsUserAlone() throws IOException {
        open().close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("audit"))));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(dir.resolve("audit/log-000000000001.jsonl"))));
    }

    @Test
    void chain_goesOnAfterARestart_andSaysHowTheLastRunEnded() throws IOException {
        open().close();
        open().close();
        Path file = dir.resolve("audit/log-000000000001.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n"); // as if killed
        open().close();
        assertEquals(
                List.of(
                        "LOG_BEGUN [K-0001]",
                        "PROGRAM_STARTED [first]",
                        "PROGRAM_STOPPED",
                        "PROGRAM_STARTED [clean]",
                        "PROGRAM_STARTED [interrupted]",
                        "PROGRAM_STOPPED"),
                events());
        assertWhole();
    }

    @Test
    void line_thatAPowerCutLeftTorn_isPutAsideAndTold() throws IOException {
        open().close();
        Path file = dir.resolve("audit/log-000000000001.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"seq\":4,\"at\"");
        open().close();
        assertEquals(List.of("LOG_CUT [13]", "PROGRAM_STARTED [clean]", "PROGRAM_STOPPED"), events().subList(3, 6));
        assertWhole();
        try (Stream<Path> cut = Files.list(dir.resolve("audit"))) {
            Path aside = cut.filter(each -> each.getFileName().toString().startsWith("cut-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("{\"seq\":4,\"at\"", Files.readString(aside));
        }
    }

    /** Of any file, or none, and with whatever in it, the chain goes on from the last sound entry. */
    @Test
    void chain_goesOnFromTheLastSoundEntry_whereverALogWasCut() throws IOException {
        SampleLog sample = new SampleLog(dir.resolve("audit"));
        List<Path> files = sample.files();
        Path last = files.get(files.size() - 1);
        byte[] whole = Files.readAllBytes(last);
        for (int length = whole.length; length >= 0; length -= 13) {
            Files.write(last, Arrays.copyOf(whole, length));
            open().close();
            assertWhole();
        }
    }

    @Test
    void file_ofAnotherMonth_isAnother() throws IOException {
        LogFolder folder = new LogFolder(dir.resolve("audit"));
        Instant november = Instant.parse("2026-11-30T23:59:59.999Z");
        try (LogWriter writer = LogWriter.open(folder, "K-0001", november, LogWriter.REALLY)) {
            Told before = Told.of(november, AuditEvent.PROGRAM_STOPPED, Ledger.NO_VISIT, Map.of());
            Told after = Told.of(november.plusMillis(1), AuditEvent.PROGRAM_STOPPED, Ledger.NO_VISIT, Map.of());
            assertEquals(1, writer.write(List.of(before, after)), "what belongs into one file");
            assertEquals(1, writer.write(List.of(after)));
        }
        assertEquals(
                List.of("log-000000000001.jsonl", "log-000000000004.jsonl"),
                folder.files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertWhole();
    }

    /** A disk that is full from one moment to another, in the midst of a line. */
    private static final class SmallDisk implements LogWriter.Append {
        private volatile boolean full;
        final CountDownLatch refused = new CountDownLatch(2); // the second time the first is known

        @Override
        public void to(FileChannel channel, ByteBuffer lines) throws IOException {
            if (full) {
                channel.write(lines.limit(Math.min(lines.limit(), 50)));
                refused.countDown();
                throw new IOException("No space left on device");
            }
            LogWriter.REALLY.to(channel, lines);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void disk_thatIsFullForAWhile_losesNothing() throws IOException {
        SmallDisk disk = new SmallDisk();
        disk.full = true;
        try (AuditLog log = open(disk)) {
            insert(log, 100);
            await(disk.refused);
            assertFalse(log.sound());
            assertEquals(Optional.empty(), log.head());
            disk.full = false;
        }
        assertEquals(
                List.of("LOG_BEGUN [K-0001]", "PROGRAM_STARTED [first]", "MONEY_IN [7, COIN, 100]", "PROGRAM_STOPPED"),
                events());
        assertWhole();
    }

    /** Five wait; what comes then is counted, and the gap stands in the log. */
    @Test
    void entries_thatDoNotFitWhileTheDiskIsFull_areCountedInTheLog() throws IOException {
        SmallDisk disk = new SmallDisk();
        disk.full = true;
        try (AuditLog log = open(disk)) {
            await(disk.refused);
            for (int i = 1; i <= 8; i++) {
                insert(log, i * 100);
            }
            disk.full = false;
        }
        assertEquals(
                List.of(
                        "MONEY_IN [7, COIN, 100]",
                        "MONEY_IN [7, COIN, 200]",
                        "MONEY_IN [7, COIN, 300]",
                        "MONEY_IN [7, COIN, 400]",
                        "MONEY_IN [7, COIN, 500]",
                        "ENTRIES_LOST [3]",
                        "PROGRAM_STOPPED"),
                events().subList(2, 9));
        assertWhole();
    }

    @Test
    void program_thatStopsWhileTheDiskIsFull_stops() throws IOException {
        SmallDisk disk = new SmallDisk();
        try (AuditLog log = open(disk)) {
            insert(log, 100);
            disk.full = true;
            insert(log, 200);
        }
        assertTrue(events().size() >= 2 || events().isEmpty());
        open().close();
        assertWhole();
        assertTrue(events().contains("PROGRAM_STARTED [interrupted]") || events().contains("PROGRAM_STARTED [first]"));
    }

    /** Not even a folder: something else has its name. */
    @Test
    void folder_thatCannotBeUsedYet_keepsNobodyWaiting() throws IOException {
        Files.writeString(dir.resolve("audit"), "");
        AuditLog log = AuditLog.open(dir.resolve("audit"), "K-0001", CLOCK, LogWriter.REALLY, LIMITS);
        insert(log, 100);
        Files.delete(dir.resolve("audit"));
        log.close();
        assertTrue(events().contains("MONEY_IN [7, COIN, 100]"), events().toString());
        assertWhole();
    }

    @Test
    void detail_thatMayNotStandThere_isWithheld() throws IOException {
        try (AuditLog log = open()) {
            log.tell(
                    AuditEvent.MONEY_IN,
                    VISIT,
                    Map.of("yen", "未申 遠助", "device", "Tokyo 1-2-3", "counter", "7", "name", "Taro", "account", "a"));
        }
        assertEquals("MONEY_IN [7, withheld, withheld]", events().get(2));
        assertWhole();
    }

    @Test
    void kiosk_whoseIdHasOtherLetters_isNamedByItsDigest() throws IOException {
        AuditLog.open(dir.resolve("audit"), "窓口 1", CLOCK).close();
        String digest = Sha256.of("窓口 1".getBytes(StandardCharsets.UTF_8)).hex();
        assertEquals("LOG_BEGUN [" + digest + "]", events().get(0));
    }

    @Test
    void checkpoint_isOfTheYoungestEntryOnTheDisk() throws IOException {
        AuditLog log = open();
        log.close();
        Entry last = entries().get(2);
        assertEquals(Optional.of(new Checkpoint("K-0001", 3, CLOCK.instant(), last.hash())), log.checkpoint());
    }

    @Test
    void checkpoint_keptBesideTheLog_isVerifiedWithIt() throws IOException {
        AuditLog log = open();
        log.close();
        Checkpoint checkpoint =
                new Checkpoint("K-0001", 3, SampleLog.NOW, entries().get(2).hash());
        log.keep(checkpoint, SampleLog.signed(checkpoint.content(), SampleLog.KEY));
        LogVerification.Asked asked = LogVerification.Asked.of(
                dir.resolve("audit"), List.of(), Optional.of("K-0001"), Set.of(SampleLog.KEY.certificate()));
        assertTrue(LogVerification.of(asked).words().get(1).startsWith("signed up to entry 3 by the checkpoint"));
        Files.delete(dir.resolve("audit/log-000000000001.jsonl"));
        AuditLog.open(dir.resolve("audit"), "K-0001", Clock.offset(CLOCK, Duration.ofDays(1)))
                .close(); // a log begun anew is not that one
        assertEquals(
                "entry 3 is not the one that the checkpoint 000000000003.p7s of 2026-11-22 22:40:05 knows: it, or any"
                        + " before it, was altered and the chain made anew",
                LogVerification.of(asked).words().get(0));
    }
}
