package jp.madoguchi.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands as someone else's script meets them. */
class SimulatorMainTest {
    @TempDir
    Path dir;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2, 'simulate: name a simulator: center, printer, cash or card'",
        "fax, 2, simulate: Unmatched argument at index 0: 'fax'",
        "printer, 2, simulate printer: Missing required option: '--dir=DIR'",
        "cash, 2, simulate cash: Missing required option: '--dir=DIR'",
        "printer --dir /proc/none --port 0, 1, simulate printer: cannot use /proc/none (NoSuchFile)",
        "cash --dir /tmp --device /dev/null, 1, simulate cash: /dev/null is no serial device"
    })
    void command_wrong_oneLineAndItsExitCode(String line, int exitCode, String message) {
        StringWriter err = new StringWriter();
        CommandLine simulate = SimulatorMain.commandLine().setErr(new PrintWriter(err, true));

        int code = simulate.execute(line.isEmpty() ? new String[0] : line.split(" "));

        assertEquals(message + System.lineSeparator(), err.toString().replace('"', '\''));
        assertEquals(exitCode, code);
    }

    @Test
    void printer_portTaken_saysSo() throws Exception {
        Process first = start("printer", "--dir", dir.toString());
        int port = uri(first).getPort();
        StringWriter err = new StringWriter();

        int code = SimulatorMain.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("printer", "--dir", dir.resolve("second").toString(), "--port", String.valueOf(port));

        assertEquals(1, code);
        assertTrue(err.toString().startsWith("simulate printer: port " + port + " cannot be had: "), err::toString);
    }

    @Test
    void printer_inputEnds_staysUntilToldToEnd() throws Exception {
        Process printer = start("printer", "--dir", dir.toString());
        URI uri = uri(printer);
        printer.getOutputStream().close();

        try (Socket open = new Socket(uri.getHost(), uri.getPort())) {
            assertTrue(open.isConnected());
        }
        assertEquals("[printer]\nuri = \"" + uri + "\"\n", Files.readString(dir.resolve("printer.toml")));
        assertTrue(printer.isAlive());
    }

    @Test
    void printer_commands_answeredOneLineEach() throws Exception {
        Process printer = start("printer", "--dir", dir.toString());
        uri(printer);

        assertEquals(
                List.of(
                        "now: door-open-error",
                        "error: the cassette holds 0 to 250 sheets",
                        "error: paper takes one whole number",
                        "error: no such command: explode",
                        "no jobs",
                        "took 0 sheets"),
                say(printer, "door open", "paper 251", "paper", "explode", "jobs", "take"));
        assertEquals(0, quit(printer));
    }

    @Test
    void cash_commands_answeredOneLineEachAndSocatEnds() throws Exception {
        Process cash = start("cash", "--dir", dir.toString());
        assertEquals("ready: " + dir.resolve("cash"), line(cash));
        List<ProcessHandle> socat = cash.descendants().toList();
        assertEquals(1, socat.size());

        assertEquals(
                List.of("returned", "tray 100", "hopper 7", "took 100", "tray 0", "reset", "error: no coin is worth 0"),
                say(cash, "coin 100", "tray", "hopper 7", "take", "tray", "reset", "coin 0"));
        assertEquals(
                "[cash]\nport = \"" + dir.resolve("cash") + "\"\nhoppers = { 3 = 100 }\n",
                Files.readString(dir.resolve("cash.toml")));
        assertEquals(0, quit(cash));
        socat.get(0).onExit().get(5, TimeUnit.SECONDS);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    private URI uri(Process printer) throws Exception {
        String ready = line(printer);
        assertTrue(ready.matches("ready: ipp://127\\.0\\.0\\.1:[0-9]+/ipp/print"), ready);
        return URI.create(ready.substring("ready: ".length()));
    }

    private final Map<Process, BufferedReader> readers = new HashMap<>();

    private String line(Process process) throws Exception {
        BufferedReader reader = readers.computeIfAbsent(
                process,
                each -> new BufferedReader(new InputStreamReader(each.getInputStream(), StandardCharsets.UTF_8)));
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return String.valueOf(reader.readLine());
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }

    private List<String> say(Process process, String... lines) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String line : lines) {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            answers.add(line(process));
        }
        return answers;
    }

    private static int quit(Process process) throws Exception {
        process.getOutputStream().write("quit\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "quit does not end it");
        return process.exitValue();
    }
}
