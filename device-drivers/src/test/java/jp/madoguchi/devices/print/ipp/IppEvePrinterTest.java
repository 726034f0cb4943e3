package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the printer simulator of CUPS, which nobody here has written. Needs Debian's cups-ipp-utils and dbus. */
@Timeout(60)
final class IppEvePrinterTest implements PrintWitness {
    private static final PrintJob TWO_SIDES =
            TestPages.job("t-0001", "%PDF-1.7 fictional".getBytes(StandardCharsets.US_ASCII), 2, 1);

    private final List<Process> started = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final HttpClient web = HttpClient.newHttpClient();

    @TempDir
    private Path dir;

    private int port;
    private IppPrinter printer;

    @BeforeEach
    void switchOn() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Patience patience = new Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5));
        URI uri = URI.create("ipp://localhost:" + port + "/ipp/print");
        printer = new IppPrinter(
                new IppPrinter.Settings(uri, Optional.empty(), DocumentFormat.PDF, patience), Pace.real());
    }

    @AfterEach
    void switchOff() throws InterruptedException {
        printer.close();
        for (Process process : started) {
            process.destroy();
            assertTrue(process.waitFor(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void status_noSheetLeft_isOutOfPaper() throws Exception {
        start("exit 0");
        load("iso_a4_210x297mm", 0);
        assertEquals(new PrinterStatus.NotReady(Set.of(PrinterTrouble.OUT_OF_PAPER)), printer.status());
    }

    @Test
    void status_otherPaperLoaded_isOutOfPaper() throws Exception {
        start("exit 0");
        load("na_letter_8.5x11in", 100);
        assertEquals(new PrinterStatus.NotReady(Set.of(PrinterTrouble.OUT_OF_PAPER)), printer.status());
    }

    @Test
    void print_jobAbortedAfterOneSide_isUnknown() throws Exception {
        start("echo 'STATE: +media-jam' >&2; echo 'ATTR: job-impressions-completed=1' >&2; exit 1");
        load("iso_a4_210x297mm", 100);
        assertEquals(
                1,
                assertInstanceOf(PrintOutcome.Unknown.class, printer.print(TWO_SIDES, this))
                        .sidesSeen());
    }

    @Test
    void print_jobAbortedBeforeTheFirstSide_isNotPrinted() throws Exception {
        start("exit 1");
        load("iso_a4_210x297mm", 100);
        assertInstanceOf(PrintOutcome.NotPrinted.class, printer.print(TWO_SIDES, this));
    }

    @Test
    void print_twoJobsOneAfterTheOther_arePrinted() throws Exception {
        start("echo 'ATTR: job-impressions-completed=2' >&2; exit 0");
        load("iso_a4_210x297mm", 100);
        assertEquals(new PrinterStatus.Ready(Set.of()), printer.status());
        assertEquals(new PrintOutcome.Printed(2), printer.print(TWO_SIDES, this));
        assertEquals(new PrintOutcome.Printed(2), printer.print(TWO_SIDES, this));
        assertEquals(List.of("created 1", "progress 2", "created 2", "progress 2"), told);
    }

    private void start(String command) throws Exception {
        Path script = Files.writeString(dir.resolve("print"), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Path spool = Files.createDirectory(dir.resolve("spool"));
        Path keys = Files.createDirectory(dir.resolve("keys"));
        // It announces itself over Avahi and will not start without a system bus: it gets one of its own.
        Process bus = run(new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address=1"));
        String address = reader(bus).readLine();
        ProcessBuilder eve = new ProcessBuilder(
                "ippeveprinter",
                "-v",
                "-n",
                "localhost",
                "-p",
                Integer.toString(port),
                "-r",
                "off",
                "-2",
                "-f",
                "application/pdf",
                "-d",
                spool.toString(),
                "-K",
                keys.toString(),
                "-c",
                script.toString(),
                "Fictional");
        eve.environment().put("DBUS_SYSTEM_BUS_ADDRESS", address);
        Path log = dir.resolve("log");
        run(eve.redirectErrorStream(true).redirectOutput(log.toFile()));
        Pace pace = Pace.real();
        for (int tries = 0; !(printer.status() instanceof PrinterStatus.NotReady); tries++) {
            assertTrue(tries < 100 && pace.pause(Duration.ofMillis(100)), () -> "it does not start: " + log);
        }
    }

    private Process run(ProcessBuilder builder) throws IOException {
        try {
            Process process = builder.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new AssertionError("this test needs: apt-get install cups-ipp-utils dbus", e);
        }
    }

    /** Both trays, by the printer's own web page. */
    private void load(String media, int sheets) throws Exception {
        String query = "size1=%1$s&type1=stationery&level1=%2$d&size3=%1$s&type3=stationery&level3=%3$d"
                .formatted(media, sheets, Math.min(sheets, 25));
        URI page = URI.create("http://localhost:" + port + "/media?" + query);
        assertEquals(
                200,
                web.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                        .statusCode());
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void created(int jobId) {
        told.add("created " + jobId);
    }

    @Override
    public void progress(int sidesDone) {
        told.add("progress " + sidesDone);
    }

    @Override
    public void stopped(Set<PrinterTrouble> troubles) {
        told.add("stopped " + troubles);
    }
}
