package jp.madoguchi.workbench.real;

import static jp.madoguchi.workbench.real.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator types to start the program and its screen, and what is said when that cannot be. */
@Timeout(60)
final class RunCommandTest {
    private static final int CONFIGURATION = 3;
    private static final int NO_DEVICE = 4;

    @TempDir
    private static Path dir;

    private static Town town;

    @BeforeAll
    static void start() throws Exception {
        town = Town.start(dir);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Jvm.Ended kiosk(String... arguments) throws Exception {
        return Jvm.run(dir, Jvm.kiosk(town.pcscd().environment(), arguments), "");
    }

    /** what stands in a good configuration, what stands there instead, what is said of it */
    static Stream<Arguments> configurations() {
        return Stream.of(
                Arguments.of(
                        "port = 0",
                        "port = 0\ncolour = \"red\"\n[door]\nopen = true",
                        List.of("\\[door\\] is not a section; .*", "\\[web\\] colour is not a key; .*")),
                Arguments.of("[kiosk]", "[kiosk", List.of("line 1: not TOML: .*")),
                Arguments.of("\"kiosk.p12\"", "\"cash.toml\"", List.of("/.*/cash.toml: not a PKCS#12 file")),
                Arguments.of(
                        "\"kiosk.p12.password\"",
                        "\"auth_ca.pem\"",
                        List.of("/.*/kiosk.p12: the password in /.*/auth_ca.pem does not open it")),
                Arguments.of("\"kiosk.p12\"", "\"no.p12\"", List.of("/.*/no.p12: there is no such file")),
                Arguments.of("\"auth_ca.pem\"", "\"kiosk.p12\"", List.of(".* no certificate in /.*/kiosk.p12")));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void run_unusableConfiguration_isToldALineForEachProblem(String good, String bad, List<String> told)
            throws Exception {
        String sound = Files.readString(town.config());
        assertTrue(sound.contains(good), sound);
        Path config = Files.writeString(dir.resolve("wrong.toml"), sound.replace(good, bad));
        Jvm.Ended ended = kiosk("run", "--config", config.toString());
        assertEquals(CONFIGURATION, ended.code(), ended::toString);
        assertEquals(told.size(), ended.err().size(), ended::toString);
        for (int i = 0; i < told.size(); i++) {
            assertTrue(ended.err().get(i).matches("./kiosk run: .*" + told.get(i)), ended::toString);
        }
    }

    @Test
    void session_noProgramRuns_isTold() throws Exception {
        String file = town.config().toString();
        refused(
                NO_DEVICE,
                "./kiosk session: no program runs with " + file + ", or it does not answer \\(.+\\)",
                kiosk(
                        "session",
                        "--config",
                        file,
                        "--page",
                        dir.resolve("never.html").toString()));
    }

    @Test
    void run_noConfiguration_isTold() throws Exception {
        String file = dir.resolve("none.toml").toString();
        refused(CONFIGURATION, "./kiosk run: " + file + ": there is no such file", kiosk("run", "--config", file));
    }
}
