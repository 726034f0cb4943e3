package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.madoguchi.kiosk.center.KioskSeal;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;

/** A log of a dozen entries in several files, and what an attacker does with its lines. */
final class SampleLog {
    static final String KIOSK = "K-0001";
    static final Instant NOW = TestPki.NOW;
    static final int ENTRIES = 12;
    static final TestPki.Identity CA = TestPki.authority("CN=Kiosks");
    static final TestPki.Identity KEY = TestPki.leaf(CA, "CN=" + KIOSK, draft -> {});

    private static final int SMALL = 900; // a few entries

    private final Path folder;

    /** Writes it. */
    SampleLog(Path folder) throws IOException {
        this.folder = folder;
        try (LogWriter writer = LogWriter.open(new LogFolder(folder), KIOSK, NOW, LogWriter.REALLY, SMALL)) {
            for (int i = 3; i <= ENTRIES; i++) {
                Told told = i % 4 == 0
                        ? Told.of(NOW.plusSeconds(i), AuditEvent.PROGRAM_STOPPED, Ledger.NO_VISIT, Map.of())
                        : Told.of(
                                NOW.plusSeconds(i),
                                AuditEvent.MONEY_IN,
                                new VisitId(Integer.toString(i % 10).repeat(32)),
                                Map.of("yen", i + "00", "device", "COIN", "counter", Integer.toString(i)));
                writer.write(List.of(told));
            }
        }
    }

    List<Path> files() throws IOException {
        return new LogFolder(folder).files();
    }

    /** All of them, each without its line feed. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            lines.addAll(Files.readAllLines(file, StandardCharsets.US_ASCII));
        }
        return lines;
    }

    static Entry entry(String line) {
        return Entry.of(line).orElseThrow().entry();
    }

    /** The lines as one file. */
    static Path file(Path file, List<String> lines) throws IOException {
        return Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    /** From the line with this index on, each made anew to follow the one before it. */
    static List<String> chained(List<String> lines, int from) {
        List<String> chained = new ArrayList<>(lines.subList(0, from));
        for (int i = from; i < lines.size(); i++) {
            Entry entry = entry(lines.get(i));
            Sha256 previous =
                    i == 0 ? Entry.NONE_BEFORE : entry(chained.get(i - 1)).hash();
            chained.add(new Entry(i + 1L, entry.at(), entry.event(), entry.visit(), entry.details(), previous).line());
        }
        return chained;
    }

    /** Of the last of these lines. */
    static Checkpoint checkpoint(List<String> lines) {
        Entry last = entry(lines.get(lines.size() - 1));
        return new Checkpoint(KIOSK, last.sequence(), NOW.plusSeconds(60), last.hash());
    }

    static byte[] signed(byte[] content, TestPki.Identity by) {
        try {
            return new KioskSeal(by.keys().getPrivate(), by.certificate()).sign(content);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
