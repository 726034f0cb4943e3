package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The printer simulator of CUPS. A job's command keeps the PDF and the job's attributes, and tells as many sides as the PDF
 * has pages and as can be drawn.
 */
final class EvePrinter implements AutoCloseable {
    private static final String COMMAND = """
            #!/bin/sh
            # $1 is the document; the job's attributes are in the environment.
            set -eu
            kept='%1$s/'$IPP_JOB_ID
            cp "$1" "$kept.pdf"
            env | grep -E '^IPP_(JOB_|SIDES=|MEDIA=|PRINT_SCALING=)' | sort >"$kept.attributes"
            sides=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
            pdftoppm -r 20 -gray "$1" "$kept-side"
            drawn=$(ls "$kept-side"* | wc -l)
            [ "$drawn" -eq "$sides" ]
            echo "ATTR: job-impressions-completed=$sides" >&2
            """;

    private final RunningProgram bus;
    private final RunningProgram eve;
    private final Path kept;
    private final int port;

    private EvePrinter(Path dir, int port) throws IOException {
        this.kept = Files.createDirectories(dir.resolve("kept"));
        this.port = port;
        Path command = Files.writeString(dir.resolve("command"), COMMAND.formatted(kept));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        // It announces itself over Avahi and will not start without a system bus: it gets one of its own.
        bus = RunningProgram.start(
                "dbus-daemon", new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address=1"));
        ProcessBuilder builder = new ProcessBuilder(
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
                Files.createDirectory(dir.resolve("spool")).toString(),
                "-K",
                Files.createDirectory(dir.resolve("keys")).toString(),
                "-c",
                command.toString(),
                "Fictional");
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", bus.await("^unix:"));
        eve = RunningProgram.start("ippeveprinter", builder);
    }

    /** Returns when it listens; its cassettes hold no A4 yet. */
    static EvePrinter start(Path dir) throws IOException {
        EvePrinter printer = new EvePrinter(Files.createDirectories(dir), FreePorts.one());
        printer.eve.await("^printer-uuid="); // told when its socket is open
        return printer;
    }

    URI uri() {
        return URI.create("ipp://localhost:" + port + "/ipp/print");
    }

    /** Loads both cassettes with A4, by the printer's own web page. */
    void load(int sheets) throws IOException, InterruptedException {
        String query = "size1=%1$s&type1=stationery&level1=%2$d&size3=%1$s&type3=stationery&level3=%3$d"
                .formatted("iso_a4_210x297mm", sheets, Math.min(sheets, 25));
        URI page = URI.create("http://localhost:" + port + "/media?" + query);
        int status = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IOException("the printer's web page answers " + status);
        }
    }

    /** Its own log. */
    List<String> said() {
        return eve.said();
    }

    /** What was printed, oldest first. */
    List<Path> printed() throws IOException {
        return kept(".pdf");
    }

    /** The attributes of each job. */
    List<Path> attributes() throws IOException {
        return kept(".attributes");
    }

    private List<Path> kept(String ending) throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.comparingInt(file ->
                            Integer.parseInt(file.getFileName().toString().replace(ending, ""))))
                    .toList();
        }
    }

    @Override
    public void close() {
        eve.close();
        bus.close();
    }
}
