package jp.madoguchi.kiosk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.AuditLog;
import jp.madoguchi.kiosk.audit.Checkpoint;
import jp.madoguchi.kiosk.center.KioskSeal;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {
    private static final VisitId VISIT = new VisitId("3f2a91c0" + "0".repeat(24));
    private static final TestPki.Identity KEY = TestPki.leaf(TestPki.authority("CN=Kiosks"), "CN=K-0001", draft -> {});

    @TempDir
    private Path dir;

    private final Program program = mock(Program.class);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path log;

    @BeforeEach
    void log_ofOneRun() throws Program.Unusable {
        Path audit = dir.resolve("audit");
        AuditLog running =
                AuditLog.open(audit, "K-0001", Clock.fixed(Instant.parse("2026-11-29T03:04:05.678Z"), ZoneOffset.UTC));
        running.tell(AuditEvent.MONEY_IN, VISIT, Map.of("yen", "500", "device", "COIN", "counter", "7"));
        running.close();
        log = audit.resolve("log-000000000001.jsonl");
        when(program.audit(any())).thenReturn(new Program.AuditPlace(audit, "K-0001"));
        when(program.kioskCertificates(any())).thenReturn(Set.of(KEY.certificate()));
    }

    private int run(Watch.Language language, String... arguments) {
        CommandLine line = KioskCommands.of(program, mock(Devices.class), language)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void list_showsWhenWhatAndOfWhom() {
        assertEquals(Exit.DONE, run(Watch.Language.ENGLISH, "audit", "list", "--config", "x"));
        assertEquals(
                List.of(
                        "     1  2026-11-29 12:04:05             LOG_BEGUN               The audit log of this kiosk begins here."
                                + "  kiosk=K-0001",
                        "     3  2026-11-29 12:04:05  3F2A-91C0  MONEY_IN                A coin fell, or a note was stacked."
                                + "  counter=7 device=COIN yen=500",
                        "     4  2026-11-29 12:04:05             PROGRAM_STOPPED         The program has stopped as it should."),
                out.toString().lines().filter(line -> !line.contains("STARTED")).toList());
    }

    @Test
    void list_ofOneVisit_showsThatAloneInTheReadersLanguage() {
        assertEquals(Exit.DONE, run(Watch.Language.JAPANESE, "audit", "list", "--config", "x", "--visit", "3F2A-91C0"));
        assertEquals(1, out.toString().lines().count());
        assertTrue(out.toString().contains("硬貨または紙幣が入りました。"));
    }

    @Test
    void list_ofTheLast_showsTheYoungest() {
        assertEquals(Exit.DONE, run(Watch.Language.ENGLISH, "audit", "list", "--config", "x", "--last", "1"));
        assertTrue(out.toString().strip().startsWith("4  "), out.toString());
        assertEquals(1, out.toString().lines().count());
    }

    @Test
    void verify_ofAWholeLog_saysSoAndHowFarOthersKnowIt() {
        assertEquals(Exit.DONE, run(Watch.Language.ENGLISH, "audit", "verify", "--config", "x"));
        assertEquals(
                List.of(
                        "the log is whole: 4 entries, 2026-11-29 12:04:05 to 2026-11-29 12:04:05",
                        "no checkpoint covers it; 4 younger entries are known to the log alone: more of them, cut off at"
                                + " the end, would not be missed"),
                out.toString().lines().toList());
    }

    @Test
    void verify_ofAnAlteredLog_namesTheEntry() throws IOException {
        Files.writeString(log, Files.readString(log).replace("\"yen\":\"500\"", "\"yen\":\"100\""));
        for (String[] which : new String[][] {
            {"--config", "x"},
            {"--file", log.toString()},
            {"--file", dir.resolve("audit").toString()}
        }) {
            assertEquals(Exit.ALTERED, run(Watch.Language.ENGLISH, "audit", "verify", which[0], which[1]));
            assertTrue(
                    out.toString()
                            .startsWith(
                                    "entry 3 was altered: its hash is not its own (log-000000000001.jsonl, line 3)"),
                    out.toString());
            out.getBuffer().setLength(0);
        }
    }

    /** A copy on another machine, with what the center and the operator hold. */
    @Test
    void verify_ofACopyCutShort_isToldByTheCheckpointThatIsBrought() throws Exception {
        Path cut =
                Files.write(dir.resolve("copy.jsonl"), Files.readAllLines(log).subList(0, 2));
        Path held = checkpointOfTheEnd(dir.resolve("held.p7s"));
        Path trust = Files.writeString(
                dir.resolve("kiosk.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(KEY.certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        List<String> arguments =
                new ArrayList<>(List.of("audit", "verify", "--file", cut.toString(), "--checkpoint", held.toString()));
        assertEquals(Exit.ALTERED, run(Watch.Language.ENGLISH, arguments.toArray(String[]::new)));
        assertTrue(
                out.toString().contains("held.p7s cannot be believed: its certificate is not known"), out.toString());
        out.getBuffer().setLength(0);
        arguments.addAll(List.of("--trust", trust.toString()));
        assertEquals(Exit.ALTERED, run(Watch.Language.ENGLISH, arguments.toArray(String[]::new)));
        assertTrue(
                out.toString().startsWith("entries 3 to 4 are missing at the end: the checkpoint held.p7s"),
                out.toString());
    }

    private Path checkpointOfTheEnd(Path file) throws Exception {
        String last = Files.readAllLines(log).get(3);
        Checkpoint checkpoint = new Checkpoint(
                "K-0001",
                4,
                TestPki.NOW,
                new Sha256(last.replaceFirst(".*\"hash\":\"", "").replace("\"}", "")));
        return Files.write(file, new KioskSeal(KEY.keys().getPrivate(), KEY.certificate()).sign(checkpoint.content()));
    }

    /** What cannot be believed speaks for nothing, and yet a log that it contradicts is not called whole. */
    @Test
    void verify_ofACopyThatACheckpointOfUnknownCertificateContradicts_isNotWhole() throws Exception {
        Path copy = dir.resolve("copy");
        checkpointOfTheEnd(Files.createDirectories(copy.resolve("checkpoints")).resolve("000000000004.p7s"));
        Path copied = copy.resolve("log-000000000001.jsonl");
        List<String> written = Files.readAllLines(log);
        Files.write(copied, written);
        assertEquals(Exit.DONE, run(Watch.Language.ENGLISH, "audit", "verify", "--file", copy.toString()));
        assertTrue(out.toString().contains("no checkpoint covers it; 4 younger entries"), out.toString());
        out.getBuffer().setLength(0);
        Files.write(copied, written.subList(0, 2));
        assertEquals(Exit.ALTERED, run(Watch.Language.ENGLISH, "audit", "verify", "--file", copy.toString()));
        assertTrue(
                out.toString().startsWith("entries 3 to 4 are missing at the end: the checkpoint 000000000004.p7s"),
                out.toString());
        assertTrue(out.toString().contains("a certificate that is not known here"), out.toString());
        assertFalse(out.toString().contains("whole"), out.toString());
    }

    @Test
    void verify_ofNothing_isWrongUsageOrNotThere() {
        assertEquals(Exit.USAGE, run(Watch.Language.ENGLISH, "audit", "verify"));
        assertEquals(
                Exit.CONFIGURATION,
                run(
                        Watch.Language.ENGLISH,
                        "audit",
                        "verify",
                        "--file",
                        dir.resolve("none").toString()));
    }
}
