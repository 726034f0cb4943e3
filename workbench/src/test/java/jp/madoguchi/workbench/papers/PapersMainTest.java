package jp.madoguchi.workbench.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ./kiosk papers}. */
class PapersMainTest {
    @Test
    void papers_some_areLeftAsFilesAndShown(@TempDir Path dir) throws IOException {
        Path out = dir.resolve("papers");
        Run run = Run.of("--out", out.toString(), "--only", "family-register-whole-aomori");
        assertEquals(0, run.code(), run::errors);
        String name = "family-register-whole-aomori-hanako";
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(
                    List.of(name + "-1.png", name + "-2.png", name + ".pdf", "index.html"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String index = Files.readString(out.resolve("index.html"));
        assertTrue(index.contains(name + "-1.png") && index.contains(name + "-2.png"), index);
        assertTrue(run.said().contains("kyohi-jiro: resident-refused"), run::said);
        assertTrue(run.said().contains("certificates: 1;"), run::said);
    }

    @Test
    void papers_noneOfThatName_isCode1(@TempDir Path dir) {
        assertEquals(1, Run.of("--out", dir.toString(), "--only", "nonsense").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--out", "--out unused --resident", "unused"})
    void wrongUsage_isOneLine_andCode2(String arguments) {
        Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
        assertEquals(2, run.code());
        assertEquals(1, run.errors().lines().count(), run::errors);
        assertFalse(Files.exists(Path.of("unused")));
    }

    /** The command line as a person types it, in this JVM. */
    private record Run(int code, String said, String errors) {
        static Run of(String... arguments) {
            StringWriter said = new StringWriter();
            StringWriter errors = new StringWriter();
            CommandLine line =
                    PapersMain.commandLine().setOut(new PrintWriter(said, true)).setErr(new PrintWriter(errors, true));
            int code = line.execute(arguments);
            return new Run(code, said.toString(), errors.toString());
        }
    }
}
