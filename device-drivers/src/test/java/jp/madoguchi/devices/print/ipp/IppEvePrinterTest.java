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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.simulators.printer.DocumentOffer;
import jp.madoguchi.simulators.printer.RasterDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against the printer simulator of CUPS, which nobody here has written. Needs Debian's cups-ipp-utils and dbus. */
@Timeout(60)
final class IppEvePrinterTest extends PrinterContract {
    private final List<Process> started = new ArrayList<>();
    private final HttpClient web = HttpClient.newHttpClient();

    private int port;

    @AfterEach
    void switchOff() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            assertTrue(process.waitFor(5, TimeUnit.SECONDS));
        }
    }

    @Override
    URI switchOn() throws Exception {
        return start("echo 'ATTR: job-impressions-completed=2' >&2; exit 0");
    }

    @Override
    void load(int sheets) throws Exception {
        load("iso_a4_210x297mm", sheets);
    }

    @Test
    void status_otherPaperLoaded_isOutOfPaper() throws Exception {
        URI uri = start("exit 0");
        load("na_letter_8.5x11in", 100);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            assertEquals(new PrinterStatus.NotReady(Set.of(PrinterTrouble.OUT_OF_PAPER)), printer.status());
        }
    }

    @Test
    void print_jobAbortedAfterOneSide_isUnknown() throws Exception {
        URI uri = start("echo 'STATE: +media-jam' >&2; echo 'ATTR: job-impressions-completed=1' >&2; exit 1");
        load("iso_a4_210x297mm", 100);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            PrintOutcome.Unknown outcome =
                    assertInstanceOf(PrintOutcome.Unknown.class, printer.print(twoSides("t-0001"), this));
            assertEquals(1, outcome.sidesSeen());
        }
    }

    @Test
    void print_jobAbortedBeforeTheFirstSide_isNotPrinted() throws Exception {
        URI uri = start("exit 1");
        load("iso_a4_210x297mm", 100);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            assertInstanceOf(PrintOutcome.NotPrinted.class, printer.print(twoSides("t-0001"), this));
        }
    }

    /** What another's program keeps of a raster, read by the simulator's strict reader. */
    @Test
    void print_raster_arrivesWhole() throws Exception {
        Path kept = dir.resolve("kept.pwg");
        URI uri = start("cp \"$1\" " + kept + "; echo 'ATTR: job-impressions-completed=2' >&2; exit 0");
        load(100);
        try (IppPrinter printer = driver(uri, DocumentFormat.RASTER)) {
            assertEquals(new PrintOutcome.Printed(2), printer.print(twoSides("t-0001"), this));
        }
        DocumentOffer offer = DocumentOffer.ALL.typed("black_1", "sgray_8", "black_8");
        assertEquals(
                2, RasterDocument.images(kept, true, offer.turned("normal")).size());
    }

    private URI start(String command) throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
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
                "application/pdf,image/pwg-raster",
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
        URI uri = URI.create("ipp://localhost:" + port + "/ipp/print");
        Pace pace = Pace.real();
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            for (int tries = 0; !(printer.status() instanceof PrinterStatus.NotReady); tries++) {
                assertTrue(tries < 100 && pace.pause(Duration.ofMillis(100)), () -> "it does not start: " + log);
            }
        }
        return uri;
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
}
