package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.audit.Entry;
import jp.madoguchi.kiosk.audit.LogFolder;
import jp.madoguchi.kiosk.audit.LogVerification;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A whole visit, what the audit log tells of it, and what is found of the resident in all that the program writes. */
@Timeout(120)
class AuditJourneyTest {
    private static final String HANAKO = "aomori-hanako";

    @TempDir
    Path dir;

    @BeforeEach
    void makeKeys() throws IOException {
        CardOffice.supply(dir);
    }

    private Workbench start() throws IOException, Kiosk.Unusable {
        return Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try {
            LogFolder.read(dir.resolve("data/audit"), entries::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return entries;
    }

    private boolean told(String event) {
        return entries().stream().anyMatch(entry -> entry.event().equals(event));
    }

    private LogVerification.Verdict verify(List<Path> checkpoints) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(dir.resolve("kiosk.p12"))) {
            keys.load(
                    file,
                    Files.readString(dir.resolve("kiosk.p12.password")).strip().toCharArray());
        }
        X509Certificate kiosk =
                (X509Certificate) keys.getCertificate(keys.aliases().nextElement());
        return LogVerification.of(
                LogVerification.Asked.of(dir.resolve("data/audit"), checkpoints, Optional.of("K-0001"), Set.of(kiosk)));
    }

    private List<Path> heldByTheCenter() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("audit-checkpoints"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void visit_delivered_isToldFromItsBeginningToItsReport() throws Exception {
        try (Workbench world = start()) {
            Visitor visitor = new Visitor(world, HANAKO, Map.of());
            visitor.awaitStage(Stage.WELCOME);
            assertEquals("delivered", visitor.play().end());
            visitor.awaitUntil("the report", () -> told("REPORT_ACKNOWLEDGED"));
        }
        Entry begun = entries().stream()
                .filter(entry -> entry.event().equals("VISIT_BEGUN"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        "VISIT_BEGUN",
                        "DOCUMENT_ORDERED",
                        "SLOTS_OPENED",
                        "MONEY_IN",
                        "SLOTS_SHUT",
                        "PAY_OUT_INTENDED",
                        "HOPPER_PAID",
                        "PAY_OUT_ENDED",
                        "PRINT_INTENDED",
                        "PRINT_JOB_CREATED",
                        "PRINT_ENDED",
                        "VISIT_ENDED",
                        "REPORT_ACKNOWLEDGED"),
                entries().stream()
                        .filter(entry -> entry.visit().equals(begun.visit()))
                        .map(Entry::event)
                        .filter(event -> !event.equals("NOTE_HELD"))
                        .distinct()
                        .toList());
        assertEquals("PROGRAM_STOPPED", entries().get(entries().size() - 1).event());
        assertTrue(told("KEYS_IN_USE"));
        assertTrue(told("SCREEN_OPENED"));
    }

    /** What the center was given is found in the log, and found to be missing when the log is cut off before it. */
    @Test
    void log_cutOff_isFoundByTheCheckpointThatTheCenterHolds() throws Exception {
        try (Workbench world = start()) {
            new Visitor(world, HANAKO, Map.of()).awaitUntil("a checkpoint", () -> told("CHECKPOINT_ACKNOWLEDGED"));
            assertTrue(verify(heldByTheCenter()).whole(), "while the program runs");
        }
        LogVerification.Verdict verdict = verify(heldByTheCenter());
        assertTrue(verdict.whole(), verdict.words().toString());
        assertTrue(
                verdict.words().get(1).startsWith("signed up to entry"),
                verdict.words().get(1));
        Path log = dir.resolve("data/audit/log-000000000001.jsonl");
        Files.write(log, Files.readAllLines(log).subList(0, 1));
        Files.delete(dir.resolve("data/audit/checkpoints").resolve(checkpoint()));
        assertTrue(verify(List.of()).whole(), "nobody else knows");
        assertFalse(verify(heldByTheCenter()).whole());
        start().close(); // goes on with the short log
        LogVerification.Verdict later = verify(heldByTheCenter());
        assertFalse(later.whole());
        assertTrue(later.words().get(0).startsWith("entry "), later.words().get(0));
    }

    private String checkpoint() throws IOException {
        return heldByTheCenter().get(0).getFileName().toString().replace("K-0001-", "");
    }

    private Canaries canaries(byte[] document) throws IOException, GeneralSecurityException {
        Canaries canaries = new Canaries()
                .text("name", "青森 花子")
                .text("name without its space", "青森花子")
                .text("kana", "アオモリ")
                .text("of the household", "青森 林檎")
                .text("address", "架空町一丁目")
                .text("birth", "1985-04-02")
                .digits("PIN", "1234")
                .text("password", "TEST1234")
                .pieceOf("document", document);
        try (InputStream pem = Files.newInputStream(dir.resolve("cards/aomori-hanako/auth.pem"))) {
            canaries.pieceOf(
                    "certificate",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(pem)
                            .getEncoded());
        }
        return canaries;
    }

    /** Every file of the data folder, and every line that was logged. */
    private byte[] written(List<String> log) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(dir.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.write(Files.readAllBytes(file));
                all.write('\n');
            }
        }
        all.write(String.join("\n", log).getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    @Test
    void visit_whole_leavesNothingOfTheResidentInLedgerAuditAndLog() throws Exception {
        List<String> log;
        byte[] document;
        try (HeardLog heard = new HeardLog()) {
            try (Workbench world = start()) {
                Visitor visitor = new Visitor(world, HANAKO, Map.of());
                visitor.awaitStage(Stage.WELCOME);
                assertEquals("delivered", visitor.play().end());
                visitor.awaitUntil("the report", () -> told("REPORT_ACKNOWLEDGED"));
                document = Files.readAllBytes(world.printer().printed().get(0).file());
            }
            log = new ArrayList<>(heard.lines());
        }
        Canaries canaries = canaries(document);
        byte[] written = written(log);
        assertTrue(written.length > 10_000 && log.size() > 20, "it is all there");
        assertEquals(Set.of(), canaries.in(written));
        assertSearchFinds(canaries, log, document);
    }

    /** The same search over the same places, each canary planted in each of them. */
    private void assertSearchFinds(Canaries canaries, List<String> log, byte[] document)
            throws IOException, GeneralSecurityException {
        byte[] certificate;
        try (InputStream pem = Files.newInputStream(dir.resolve("cards/aomori-hanako/auth.pem"))) {
            certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(pem)
                    .getEncoded();
        }
        String planted = "青森 花子, 青森花子, アオモリ, 青森 林檎, 架空町一丁目, 1985-04-02, 1234, TEST1234";
        Set<String> words = new HashSet<>(canaries.names());
        words.removeAll(Set.of("certificate", "document"));

        try (HeardLog heard = new HeardLog()) {
            LoggerFactory.getLogger("jp.madoguchi.workbench").info("{}", planted);
            List<String> more = new ArrayList<>(log);
            more.addAll(heard.lines());
            assertEquals(words, canaries.in(written(more)), "in the log");
        }
        Path audit = dir.resolve("data/audit/log-000000000001.jsonl");
        Files.writeString(audit, planted, StandardOpenOption.APPEND);
        assertEquals(words, canaries.in(written(log)), "in the audit log");
        String tail = Files.readString(audit);
        Files.writeString(audit, tail.substring(0, tail.length() - planted.length()));

        Path scrap = dir.resolve("data/scrap");
        Files.write(scrap, certificate);
        Files.write(scrap, document, StandardOpenOption.APPEND);
        assertEquals(Set.of("certificate", "document"), canaries.in(written(log)), "bytes");
        Files.writeString(scrap, Base64.getEncoder().encodeToString(certificate));
        assertEquals(Set.of("certificate"), canaries.in(written(log)), "bytes in base64");
        Files.writeString(scrap, HexFormat.of().formatHex(certificate));
        assertEquals(Set.of("certificate"), canaries.in(written(log)), "bytes in hex");
        Files.delete(scrap);

        try (Ledger ledger = new Ledger(dir.resolve("data/ledger.db"), Clock.systemUTC())) {
            ledger.record(Ledger.NO_VISIT, new Fact.CashBroken("JAM", planted, false));
        }
        assertEquals(words, canaries.in(written(log)), "in the ledger");
    }
}
