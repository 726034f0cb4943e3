package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static jp.madoguchi.workbench.real.Refusal.refused;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a technician types, and what is said to it: one line for each problem, a documented exit code, no stack trace. */
@Timeout(60)
final class DeviceCommandTest {
    private static final String READER = PrivatePcscd.FIRST_READER;
    private static final int USAGE = 2;
    private static final int NO_DEVICE = 4;
    private static final int NO_CARD = 5;
    private static final int NOT_USABLE = 6;
    private static final int PIN_REFUSED = 7;

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

    private static Jvm.Ended kiosk(String input, String... arguments) throws Exception {
        return Jvm.run(dir, Jvm.kiosk(town.pcscd().environment(), arguments), input);
    }

    /** arguments, what is said */
    static Stream<Arguments> misuses() {
        return Stream.of(
                Arguments.of(List.of(), "./kiosk: .*subcommand.*"),
                Arguments.of(List.of("device"), "./kiosk device: .*subcommand.*"),
                Arguments.of(List.of("device", "card"), "./kiosk device card: .*--reader.*"),
                Arguments.of(List.of("device", "card", "--reader"), "./kiosk device card: .*--reader.*"),
                Arguments.of(
                        List.of("device", "card", "--reader", READER, "--watch", "--json"),
                        "./kiosk device card: --json does not go with --watch.*"),
                Arguments.of(List.of("device", "card", "--reader", " "), "./kiosk device card: .*"),
                Arguments.of(
                        List.of("device", "card", "sign", "--reader", READER, "--challenge", "00"),
                        "./kiosk device card sign: .*--pin-stdin.*"),
                Arguments.of(List.of("device", "cash", "--port", "x", "--hopper", "three"), "./kiosk device cash: .*"),
                Arguments.of(List.of("run", "kiosk.toml"), "./kiosk run: .*--config.*"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void command_wronglyTyped_isToldInOneLine(List<String> arguments, String told) throws Exception {
        refused(USAGE, told, kiosk("", arguments.toArray(String[]::new)));
    }

    @Test
    void card_serviceDown_isToldWithItsRemedy() throws Exception {
        Map<String, String> nobody =
                Map.of("PCSCLITE_CSOCK_NAME", dir.resolve("nobody").toString());
        refused(
                NO_DEVICE,
                "./kiosk device card: the PC/SC service does not answer \\(.+\\)  CARD-13 SERVICE_DOWN  .+",
                Jvm.run(dir, Jvm.kiosk(nobody, "device", "card", "--reader", READER), ""));
    }

    @Test
    void card_noReaderMatches_namesThoseThatAreThere() throws Exception {
        refused(
                NO_DEVICE,
                "./kiosk device card: no reader's name matches \"ACR\"; there are: Virtual PCD 00 00, Virtual PCD 00 01  CARD-11 NO_READER  .+",
                kiosk("", "device", "card", "--reader", "ACR"));
    }

    @Test
    void card_severalReadersMatch_areNamed() throws Exception {
        refused(
                NO_DEVICE,
                "./kiosk device card: several readers match \"Virtual PCD\": Virtual PCD 00 00, Virtual PCD 00 01  CARD-12 SEVERAL_READERS  .+",
                kiosk("", "device", "card", "--reader", PrivatePcscd.BOTH_READERS));
    }

    @Test
    void card_noneThere_isTold() throws Exception {
        town.takeCard();
        refused(
                NO_CARD,
                "./kiosk device card: " + READER + ": no card",
                kiosk("", "device", "card", "--reader", READER, "--json"));
    }

    @Test
    void card_ofABank_isTold() throws Exception {
        town.placeCard("special-bank");
        refused(
                NOT_USABLE,
                "./kiosk device card: a card without the JPKI application: use a My Number card",
                kiosk("", "device", "card", "--reader", READER));
    }

    @Test
    void card_juki_isToldApart() throws Exception {
        town.placeCard("special-juki");
        Jvm.Ended ended = kiosk("", "device", "card", "--reader", READER, "--json");
        assertEquals(NOT_USABLE, ended.code(), ended::toString);
        JsonNode told = new ObjectMapper().readTree(String.join("", ended.out()));
        assertEquals("JPKIAPICCTOKEN", told.path("label").asText());
        assertEquals("juki-card", told.path("kind").asText());
    }

    @Test
    void card_expired_isToldWithItsRemedyAndKeepsItsFacts() throws Exception {
        town.placeCard("special-expired");
        Jvm.Ended ended = kiosk("", "device", "card", "--reader", READER, "--json");
        assertEquals(NOT_USABLE, ended.code(), ended::toString);
        assertEquals(
                3,
                new ObjectMapper()
                        .readTree(String.join("", ended.out()))
                        .path("triesLeft")
                        .asInt());
        assertTrue(
                ended.err()
                        .get(0)
                        .matches("./kiosk device card: certificate EXPIRED since .+: renew at the municipal office"),
                ended::toString);
    }

    @Test
    void card_jukiThatGivesItsCertificate_isShownWithItsValidityAndNotServed() throws Exception {
        town.placeCard("special-juki-open");
        Jvm.Ended ended = kiosk("", "device", "card", "--reader", READER, "--json");
        assertEquals(NOT_USABLE, ended.code(), ended::toString);
        JsonNode told = new ObjectMapper().readTree(String.join("", ended.out()));
        assertEquals("for signatures", told.path("certificate").asText());
        assertTrue(told.hasNonNull("notAfter"), told::toString);
    }

    @Test
    void card_watched_tellsEachChangeUntilCtrlC() throws Exception {
        town.takeCard();
        ProcessBuilder watching =
                Jvm.kiosk(town.pcscd().environment(), "device", "card", "--reader", READER, "--watch");
        watching.environment().put("LANG", "ja_JP.UTF-8");
        try (RunningProgram watch = RunningProgram.start("watch", watching)) {
            watch.await("^[-0-9]{10} [:0-9]{8}  " + READER + ": カードなし$");
            town.placeCard("special-android");
            watch.await(READER + ": android-phone、暗証番号の残り回数 3、");
            town.pcscd().stop();
            try {
                watch.await("  CARD-13 SERVICE_DOWN  .*応答しません。 .*systemctl restart pcscd");
            } finally {
                town.pcscd().start();
            }
            watch.await(READER + ": android-phone、暗証番号の残り回数 3、");
            assertEquals(0, watch.stop(), () -> watch.said().toString());
        }
    }

    @Test
    void sign_withAPhone_verifiesWithTheCertificate() throws Exception {
        X509Certificate certificate = place("special-android");
        Jvm.Ended ended = sign("1234\n", "00");
        assertEquals(0, ended.code(), ended::toString);
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(certificate.getPublicKey());
        rsa.update("MADOGUCHI-TEST-V1\0".getBytes(US_ASCII));
        rsa.update(new byte[] {0});
        assertTrue(rsa.verify(HexFormat.of().parseHex(ended.out().get(0))));
    }

    @Test
    void card_askedFiveTimes_spendsNoTry() throws Exception {
        X509Certificate certificate = place("kakuu-ichiro");
        Jvm.Ended first = kiosk("", "device", "card", "--reader", READER, "--json");
        assertEquals(new Jvm.Ended(0, first.out(), List.of()), first);
        JsonNode told = new ObjectMapper().readTree(String.join("", first.out()));
        assertAll(
                () -> assertEquals("JPKIAPICCTOKEN2", told.path("label").asText()),
                () -> assertEquals("my-number-card", told.path("kind").asText()),
                () -> assertEquals(
                        certificate.getSubjectX500Principal().getName(),
                        told.path("subject").asText()),
                () -> assertEquals(
                        certificate.getSerialNumber().toString(16),
                        told.path("serial").asText()),
                () -> assertEquals(
                        certificate.getNotBefore().toInstant().toString(),
                        told.path("notBefore").asText()),
                () -> assertEquals(
                        certificate.getNotAfter().toInstant().toString(),
                        told.path("notAfter").asText()),
                () -> assertEquals(3, told.path("triesLeft").asInt()));
        for (int again = 2; again <= 5; again++) {
            assertEquals(first, kiosk("", "device", "card", "--reader", READER, "--json"));
        }
        Jvm.Ended lines = kiosk("", "device", "card", "--reader", READER);
        assertTrue(lines.out().contains("triesLeft  3"), lines::toString);
    }

    @Test
    void sign_rightPin_verifiesWithTheCertificate() throws Exception {
        X509Certificate certificate = place("aomori-hanako");
        Jvm.Ended ended = sign("1234\n", "00FF10");
        assertEquals(0, ended.code(), ended::toString);
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(certificate.getPublicKey());
        rsa.update("MADOGUCHI-TEST-V1\0".getBytes(US_ASCII));
        rsa.update(new byte[] {0x00, (byte) 0xFF, 0x10});
        assertTrue(rsa.verify(HexFormat.of().parseHex(ended.out().get(0))));
        assertEquals(new Jvm.Ended(0, List.of(ended.out().get(0)), List.of()), ended, "nothing else is said");
    }

    @Test
    void sign_wrongPin_tellsTheTriesAndThenThatItIsBlocked() throws Exception {
        place("yoshida-takashi");
        for (String told : List.of("wrong PIN; tries left: 2", "wrong PIN; tries left: 1", "the PIN is blocked")) {
            refused(PIN_REFUSED, "./kiosk device card sign: " + told, sign("0000", "00"));
        }
        refused(PIN_REFUSED, "./kiosk device card sign: the PIN is blocked", sign("1234", "00"));
        Jvm.Ended locked = kiosk("", "device", "card", "--reader", READER);
        assertEquals(NOT_USABLE, locked.code(), locked::toString);
        assertTrue(locked.out().contains("triesLeft  0"), locked::toString);
        assertEquals(
                List.of("./kiosk device card: PIN locked: reset at the municipal office, or by app and kiosk"),
                locked.err());
    }

    /** standard input, challenge, what is said */
    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("1234", "0G", "--challenge takes an even number of hex digits"),
                Arguments.of("12345", "00", "standard input must hold the 4 digits of the PIN and nothing else"),
                Arguments.of("", "00", "standard input must hold the 4 digits of the PIN and nothing else"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void sign_wrongInput_isToldBeforeTheCardIsTouched(String input, String challenge, String told) throws Exception {
        refused(USAGE, "./kiosk device card sign: " + told, sign(input, challenge));
    }

    private static Jvm.Ended sign(String input, String challenge) throws Exception {
        return kiosk(input, "device", "card", "sign", "--reader", READER, "--challenge", challenge, "--pin-stdin");
    }

    /** Lays a card on the reader; gives the certificate that was issued for it. */
    private static X509Certificate place(String id) throws Exception {
        town.placeCard(id);
        try (InputStream pem =
                Files.newInputStream(dir.resolve("cards").resolve(id).resolve("auth.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    @Test
    void printer_asItIs_isToldInWords() throws Exception {
        String uri = town.printer().uri().toString();
        assertEquals(new Jvm.Ended(0, List.of("ready"), List.of()), kiosk("", "device", "printer", "--uri", uri));
        town.printer().load(0);
        refused(
                NOT_USABLE,
                "./kiosk device printer: not ready  PRINT-01 OUT_OF_PAPER  .+",
                kiosk("", "device", "printer", "--uri", uri));
        town.printer().load(10);
    }

    @Test
    void printer_unreachable_isTold() throws Exception {
        String uri = "ipp://localhost:" + FreePorts.one() + "/ipp/print";
        refused(
                NO_DEVICE,
                "./kiosk device printer: not ready: " + uri + ": .+  PRINT-12 UNREACHABLE  .+",
                kiosk("", "device", "printer", "--uri", uri));
    }

    @Test
    void printer_openWireToAnotherMachine_isRefused() throws Exception {
        refused(
                USAGE,
                "./kiosk device printer: ipp without TLS goes to this machine only, not to .*",
                kiosk("", "device", "printer", "--uri", "ipp://printer.example/ipp/print"));
    }

    @Test
    void cash_asItIs_isToldInWords() throws Exception {
        assertEquals(
                new Jvm.Ended(0, List.of("ready (answering: coin acceptor, hopper 3)"), List.of()),
                kiosk("", "device", "cash", "--port", town.cashPort().toString()));
        refused(
                NO_DEVICE,
                "./kiosk device cash: not ready: the device file .* does not exist  CASH-01 UNREACHABLE  .+",
                kiosk(
                        "",
                        "device",
                        "cash",
                        "--port",
                        dir.resolve("no-such-device").toString()));
    }

    @Test
    void cash_watched_tellsFaultAndRemedyUntilItIsEnded() throws Exception {
        try (RunningProgram watch = RunningProgram.start(
                "watch",
                Jvm.kiosk(
                        town.pcscd().environment(),
                        "device",
                        "cash",
                        "--port",
                        town.cashPort().toString(),
                        "--watch"))) {
            watch.await("  ready \\(answering: ");
            town.cash().ask("jam", "^jammed");
            watch.await("  not ready: .* CASH-03 JAM ");
            town.cash().ask("clear", "^cleared");
            watch.await("  ready \\(answering: ");
            assertEquals(0, watch.stop());
        }
    }
}
