package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.KioskMain;
import jp.madoguchi.simulators.SimulatorMain;

/** Programs of this project, each in a JVM of its own, started as the script {@code kiosk} starts them. */
final class Jvm {
    private static final int SECONDS = 30;
    /** The first compiler alone: what lives for some seconds is done before the second is. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private Jvm() {}

    /** What a command has left when it ended. */
    record Ended(int code, List<String> out, List<String> err) {}

    /** The shipped program; simulators, workbench and tests are not on its class path. */
    static ProcessBuilder kiosk(Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = jvm(
                classPath().filter(entry -> !outside(entry)).collect(Collectors.joining(File.pathSeparator)),
                KioskMain.class,
                arguments);
        builder.environment().putAll(environment);
        return builder;
    }

    /** The same as a terminal's service starts it, which runs for days: with both compilers. */
    static ProcessBuilder terminal(Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = kiosk(environment, arguments);
        builder.command().remove(QUICK);
        return builder;
    }

    /** {@code simulate …}. */
    static ProcessBuilder simulator(String... arguments) {
        return jvm(classPath().collect(Collectors.joining(File.pathSeparator)), SimulatorMain.class, arguments);
    }

    /** A main class of these tests, with all that they see. */
    static ProcessBuilder test(Map<String, String> environment, Class<?> main, String... arguments) {
        ProcessBuilder builder = jvm(classPath().collect(Collectors.joining(File.pathSeparator)), main, arguments);
        builder.environment().putAll(environment);
        return builder;
    }

    private static Stream<String> classPath() {
        // Surefire starts the tests with a jar that only names the class path.
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(tests.split(File.pathSeparator, -1));
    }

    private static boolean outside(String entry) {
        return Path.of(entry).getFileName().toString().matches("simulators.*|.*-tests\\.jar")
                || entry.matches(".*/((simulators|workbench)/target/classes|target/test-classes)/?");
    }

    private static ProcessBuilder jvm(String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                QUICK,
                "-Xmx384m",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                // A terminal that is tested tells all that it can; to a technician the script lets warnings through.
                "-Dmadoguchi.log="
                        + (List.of(arguments).contains("run") ? System.getProperty("madoguchi.log", "DEBUG") : "WARN"),
                "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
                "--add-opens=jdk.crypto.cryptoki/sun.security.pkcs11=ALL-UNNAMED",
                "--add-opens=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs a command to its end. */
    static Ended run(Path dir, ProcessBuilder builder, String input) throws IOException, InterruptedException {
        Path out = Files.createTempFile(dir, "out", null);
        Path err = Files.createTempFile(dir, "err", null);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (Writer stdin = process.outputWriter(UTF_8)) {
            stdin.write(input);
        } catch (IOException ended) {
            // It has ended without reading what it was told; its code says why.
            if (process.isAlive()) {
                throw ended;
            }
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + builder.command() + "\n" + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    }
}
