package jp.madoguchi.workbench.real;

import static jp.madoguchi.workbench.real.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.workbench.Resident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kiosk's key on a token of SoftHSM 2: whole visits by it, another key without a restart, and what cannot be used. */
@Timeout(120)
final class TokenKeysTest {
    private static final int CONFIGURATION = 3;

    @TempDir
    private static Path dir;

    private static Town town;
    private static SoftHsm hsm;

    @BeforeAll
    static void start() throws Exception {
        town = Town.start(dir);
        hsm = new SoftHsm(Files.createDirectory(dir.resolve("hsm")));
        Files.writeString(dir.resolve("pin"), SoftHsm.PIN + "\n");
        Files.writeString(dir.resolve("wrong-pin"), "00000000\n");
        hsm.makeToken("another"); // so that the only one is not the right one by chance
        hsm.makeToken("empty");
        hsm.makeToken("two");
        hsm.makeToken("twin");
        hsm.makeToken("twin");
        hsm.makeToken("foreign");
        for (String id : List.of("01", "02")) {
            hsm.makeKey("two", id, "EC:prime256v1");
            hsm.certify("two", id, dir, "K-0001");
        }
        hsm.makeKey("foreign", "01", "EC:prime256v1");
        hsm.certify("foreign", "01", dir, "K-0002");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Path config(Path module, String token, String pin) throws IOException {
        String identity = "identity-module = \"%s\"%nidentity-token = \"%s\"".formatted(module, token);
        return Files.writeString(
                dir.resolve("token.toml"),
                Files.readString(town.config())
                        .replace("identity = \"kiosk.p12\"", identity)
                        .replace("\"kiosk.p12.password\"", "\"" + pin + "\""));
    }

    /** type of the key; TLS 1.3 signs with RSASSA-PSS or ECDSA */
    @ParameterizedTest
    @ValueSource(strings = {"rsa:2048", "EC:prime256v1"})
    void visit_withAKeyOnAToken_isDelivered(String type) throws Exception {
        String token = "kiosk " + type;
        hsm.makeToken(token);
        hsm.makeKey(token, "01", type);
        byte[] certificate = hsm.certify(token, "01", dir, "K-0001");
        try (RunningProgram kiosk = town.startKiosk(config(SoftHsm.MODULE, token, "pin"), hsm.environment())) {
            kiosk.await("center: open");
            assertTrue(keys(0).startsWith("certificate " + Sha256.of(certificate) + " until "));
            assertDelivered();
        }
    }

    @Test
    void key_replacedOnTheToken_isTakenUpByTheRunningProgram() throws Exception {
        hsm.makeToken("turning");
        hsm.makeKey("turning", "01", "EC:prime256v1");
        hsm.certify("turning", "01", dir, "K-0001");
        try (RunningProgram kiosk = town.startKiosk(config(SoftHsm.MODULE, "turning", "pin"), hsm.environment())) {
            kiosk.await("center: open");
            hsm.makeKey("turning", "02", "EC:prime256v1"); // without a certificate it is nobody's yet
            byte[] next = hsm.certify("turning", "02", dir, "K-0001");
            kiosk.await("; refused: token \"turning\" cannot be used: .* 2 keys with certificates instead of one$");
            assertTrue(keys(CONFIGURATION).contains("; refused: token \"turning\" cannot be used: "));
            hsm.removeCertificate("turning", "01");
            kiosk.await("keys: certificate " + Sha256.of(next) + " until ");
            assertTrue(keys(0).startsWith("certificate " + Sha256.of(next)));
            assertDelivered();
        }
    }

    private static void assertDelivered() throws Exception {
        Town.Session session = town.session();
        StringWriter stages = new StringWriter();
        Resident.Ended ended = new Resident(
                        session.address(),
                        session.token(),
                        town,
                        new Resident.Wish("aomori-hanako", "1234", "residence-record", 1),
                        new PrintWriter(stages, true))
                .play();
        assertEquals(new Resident.Ended(Optional.empty()), ended, stages::toString);
    }

    private static String keys(int code) throws Exception {
        Jvm.Ended ended = Jvm.run(
                dir,
                Jvm.kiosk(
                        Map.of(), "keys", "--config", dir.resolve("token.toml").toString()),
                "");
        assertEquals(code, ended.code(), ended::toString);
        assertEquals(1, ended.out().size(), ended::toString);
        return ended.out().get(0);
    }

    /** module, token, file of the PIN, what is said */
    static Stream<Arguments> unusable() {
        Path module = SoftHsm.MODULE;
        return Stream.of(
                Arguments.of(Path.of("/none.so"), "two", "pin", "/none.so: there is no such file"),
                Arguments.of(
                        Path.of("/etc/passwd"),
                        "two",
                        "pin",
                        "/etc/passwd: cannot be used as a PKCS#11 module \\(.*\\)"),
                Arguments.of(
                        module,
                        "none",
                        "pin",
                        module + ": has 0 tokens \"none\" instead of one; there are .*\"foreign\".*"),
                Arguments.of(module, "twin", "pin", module + ": has 2 tokens \"twin\" instead of one; .*"),
                Arguments.of(
                        module,
                        "two",
                        "wrong-pin",
                        "the PIN in /.*/wrong-pin does not open token \"two\" \\(CKR_PIN_INCORRECT\\)"),
                Arguments.of(
                        module,
                        "empty",
                        "pin",
                        "token \"empty\" cannot be used: .* 0 keys with certificates instead of one"),
                Arguments.of(
                        module,
                        "two",
                        "pin",
                        "token \"two\" cannot be used: .* 2 keys with certificates instead of one"),
                Arguments.of(
                        module,
                        "foreign",
                        "pin",
                        "the certificate is of kiosk K-0002 and this is kiosk K-0001 \\(\\[kiosk\\] id\\)"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void run_withATokenThatCannotBeUsed_isToldInOneLine(Path module, String token, String pin, String told)
            throws Exception {
        ProcessBuilder program = Jvm.kiosk(
                town.pcscd().environment(),
                "run",
                "--config",
                config(module, token, pin).toString());
        program.environment().putAll(hsm.environment());
        Jvm.Ended ended = Jvm.run(dir, program, "");
        List<String> said = ended.err().stream()
                .filter(line -> line.startsWith("./kiosk run: "))
                .toList();
        refused(CONFIGURATION, "./kiosk run: " + told, new Jvm.Ended(ended.code(), ended.out(), said));
        assertTrue(
                ended.err().stream().noneMatch(line -> line.contains(SoftHsm.PIN) || line.contains("00000000")),
                "the PIN is never named");
    }
}
