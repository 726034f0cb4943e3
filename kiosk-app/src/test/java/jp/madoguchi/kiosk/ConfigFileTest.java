package jp.madoguchi.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.act.HopperCount;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigFileTest {
    private static final String SOUND = """
            [kiosk]
            id = "K-0001"
            store = "S-001"
            data = "data"
            [web]
            port = 8080
            [card]
            reader = "Virtual PCD 00 00"
            anchors = ["auth_ca.pem"]
            [printer]
            uri = "ipps://printer.local/ipp/print"
            certificate = "printer.pem"
            [cash]
            port = "/dev/ttyUSB0"
            hoppers = { 3 = 100, 4 = 10 }
            [center]
            url = "https://localhost:9443"
            identity = "kiosk.p12"
            identity-password-file = "kiosk.p12.password"
            tls-trust = "center-tls-ca.pem"
            signer-trust = "/etc/madoguchi/center-signer-ca.pem"
            """;

    private static final String OLDER = """
            [older-pki]
            anchors = ["anchor.pem"]
            certificates = ["certificates.pem"]
            lists = ["lists.pem"]
            policies = ["1.3.6.1.4.1.32473.1.1"]
            """;

    @TempDir
    Path dir;

    private KioskConfig read(String text) throws IOException, ConfigFile.Unusable {
        Path file = dir.resolve("kiosk.toml");
        Files.writeString(file, text);
        return ConfigFile.read(file);
    }

    @Test
    void file_thatIsMissing_isNamed() {
        ConfigFile.Unusable refused =
                assertThrows(ConfigFile.Unusable.class, () -> ConfigFile.read(dir.resolve("none.toml")));
        assertEquals(dir.resolve("none.toml") + ": there is no such file", refused.getMessage());
    }

    @Test
    void records_unlessSaidOtherwise_areKeptForAYearAndAMonth() throws Exception {
        assertEquals(Duration.ofDays(400), read(SOUND).records().keep());
        assertEquals(
                Duration.ofDays(90),
                read(SOUND + "[ledger]\nkeep-days = 90\n").records().keep());
        assertThrows(ConfigFile.Unusable.class, () -> read(SOUND + "[ledger]\nkeep-days = 30\n"));
    }

    @Test
    void contact_isTold_whereThereIsOne() throws Exception {
        assertEquals(Optional.empty(), read(SOUND).kiosk().contact());
        assertEquals(
                Optional.of("0120-000-000"),
                read(SOUND.replace("[web]", "contact = \"0120-000-000\"\n[web]"))
                        .kiosk()
                        .contact());
    }

    @Test
    void signatureAnchors_unlessTheyAreNamed_areNone() throws Exception {
        assertEquals(List.of(), read(SOUND).card().signatureAnchors());
        String named = SOUND.replace("[printer]", "signature-anchors = [\"sign_ca.pem\"]\n[printer]");
        assertEquals(List.of(dir.resolve("sign_ca.pem")), read(named).card().signatureAnchors());
    }

    @Test
    void olderPki_unlessItIsNamed_isNone() throws Exception {
        assertEquals(Optional.empty(), read(SOUND).olderPki());
        assertEquals(
                Optional.of(new KioskConfig.Older(
                        List.of(dir.resolve("anchor.pem")),
                        List.of(dir.resolve("certificates.pem")),
                        List.of(dir.resolve("lists.pem")),
                        Set.of("1.3.6.1.4.1.32473.1.1"))),
                read(SOUND + OLDER).olderPki());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("[web]", "[older-pki]\n[web]", "[older-pki] anchors is missing"),
                Arguments.of("[web]", OLDER.replace(".32473.", ".x.") + "[web]", "[older-pki] policies must be a list"),
                Arguments.of("[web]", OLDER.replace("[\"1.", "[] # [\"1.") + "[web]", "[older-pki] policies must be"),
                Arguments.of("[web]", OLDER + "online = true\n[web]", "[older-pki] online is not a key"),
                Arguments.of("port = 8080", "port = \"8080\"", "[web] port must be a number from 0 to 65535"),
                Arguments.of("port = 8080", "port = 70000", "[web] port must be a number from 0 to 65535"),
                Arguments.of("id = \"K-0001\"", "", "[kiosk] id is missing"),
                Arguments.of(
                        "id = \"K-0001\"",
                        "id = \"K-0001\"\nname = \"x\"",
                        "[kiosk] name is not a key; there are contact, data, id, store"),
                Arguments.of("[web]\nport = 8080", "", "section [web] is missing"),
                Arguments.of("[web]", "[colours]\nred = 1\n[web]", "[colours] is not a section"),
                Arguments.of("[\"auth_ca.pem\"]", "\"auth_ca.pem\"", "[card] anchors must be a list of file names"),
                Arguments.of(
                        "[\"auth_ca.pem\"]",
                        "[\"auth_ca.pem\"]\nsignature-anchors = []",
                        "[card] signature-anchors must be a list of file names"),
                Arguments.of(
                        "{ 3 = 100, 4 = 10 }", "{ 4 = 20 }", "[cash] hoppers must be addresses and coins of 10, 50"),
                Arguments.of("{ 3 = 100, 4 = 10 }", "{}", "[cash] hoppers must be addresses and coins of 10, 50"),
                Arguments.of(
                        "[center]", "accepts = [1000]\n[center]", "[cash] accepts must be a list of 10, 50, 100, 500"),
                Arguments.of(
                        "[center]",
                        "accepts = [100, 200]\n[center]",
                        "[cash] accepts must be a list of 10, 50, 100, 500"),
                Arguments.of(
                        "[\"auth_ca.pem\"]",
                        "[\"auth_ca.pem\"]\nalgorithms = [\"rsa-1024-sha-1\"]",
                        "[card] algorithms must be a list; there are ecdsa-p-384-sha-384, rsa-2048-sha-256"),
                Arguments.of(
                        "[\"auth_ca.pem\"]",
                        "[\"auth_ca.pem\"]\nalgorithms = [\"rsa-2048-sha-256\", \"md5\"]",
                        "[card] algorithms must be a list"),
                Arguments.of(
                        "[\"auth_ca.pem\"]",
                        "[\"auth_ca.pem\"]\nalgorithms = \"rsa-2048-sha-256\"",
                        "[card] algorithms must be a list"),
                Arguments.of(
                        "{ 3 = 100, 4 = 10 }", "{ left = 100 }", "[cash] hoppers must be a table such as { 3 = 100 }"),
                Arguments.of("id = \"K-0001\"", "id = K-0001", "line 2: not TOML"),
                Arguments.of("identity = \"kiosk.p12\"", "", "[center] identity is missing"),
                Arguments.of(
                        "identity = \"kiosk.p12\"",
                        "identity-module = \"/m.so\"",
                        "[center] identity-token is missing"),
                Arguments.of(
                        "identity = \"kiosk.p12\"",
                        "identity-token = \"kiosk\"",
                        "[center] identity-module is missing"),
                Arguments.of(
                        "identity = \"kiosk.p12\"",
                        "identity = \"kiosk.p12\"\nidentity-module = \"/m.so\"\nidentity-token = \"kiosk\"",
                        "[center] identity is a file, identity-module and identity-token are a token: one or the other"),
                Arguments.of("https://localhost:9443", "https://local host", "[center] url must be a URI"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistake_inTheFile_isToldWithItsPlace(String right, String wrong, String told) {
        ConfigFile.Unusable refused = assertThrows(ConfigFile.Unusable.class, () -> read(SOUND.replace(right, wrong)));
        assertTrue(String.valueOf(refused.getMessage()).contains(told), refused.getMessage());
    }

    @Test
    void mistakes_inTheFile_areToldAllAtOnce() {
        ConfigFile.Unusable refused = assertThrows(
                ConfigFile.Unusable.class,
                () -> read(SOUND.replace("id = \"K-0001\"", "").replace("port = 8080", "port = -1")));
        assertEquals(2, String.valueOf(refused.getMessage()).lines().count());
    }

    @Test
    void cash_withNotesAndTwoCountedHoppers_isRead() throws IOException, ConfigFile.Unusable {
        KioskConfig.Cash cash = read(SOUND.replace(
                        "[center]",
                        "accepts = [10, 100, 1000]\nhopper-coins = { 4 = 200 }\nhopper-filling = \"a Monday\"\n[center]"))
                .cash();
        assertEquals(Set.of(10, 100, 1000), cash.accepts());
        assertEquals(Map.of(4, 200), cash.hopperCoins());
        assertEquals("a Monday", cash.filling());
        assertEquals(
                Set.of(
                        new HopperCount.Filling(3, 100, 100, "a Monday"),
                        new HopperCount.Filling(4, 10, 200, "a Monday")),
                Set.copyOf(cash.fillings()));
    }

    @Test
    void center_withAToken_isRead() throws IOException, ConfigFile.Unusable {
        KioskConfig config = read(SOUND.replace(
                "identity = \"kiosk.p12\"", "identity-module = \"/usr/lib/m.so\"\nidentity-token = \"kiosk key\""));
        assertEquals(
                new KioskConfig.OnToken(Path.of("/usr/lib/m.so"), "kiosk key"),
                config.center().identity());
    }

    @Test
    void file_thatIsSound_isReadWithPathsRelativeToIt() throws IOException, ConfigFile.Unusable {
        KioskConfig config = read(SOUND);
        assertEquals(dir.resolve("data"), config.kiosk().data());
        assertEquals(List.of(dir.resolve("auth_ca.pem")), config.card().anchors());
        assertEquals(SignatureAlgorithm.USUAL, config.card().algorithms());
        assertEquals(Optional.of(dir.resolve("printer.pem")), config.printer().certificate());
        assertEquals(
                Path.of("/etc/madoguchi/center-signer-ca.pem"), config.center().signerTrust());
        assertEquals(
                URI.create("ipps://printer.local/ipp/print"), config.printer().uri());
        assertEquals(Map.of(3, 100, 4, 10), config.cash().hoppers());
        assertEquals(Set.of(100, 500), config.cash().accepts());
        assertEquals("", config.cash().filling());
        assertEquals(Optional.empty(), config.receipt());
    }
}
