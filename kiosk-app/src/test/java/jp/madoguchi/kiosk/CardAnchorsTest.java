package jp.madoguchi.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;
import jp.madoguchi.kiosk.identity.TrustAnchors;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which CAs a kiosk may know together; with others it does not start. */
class CardAnchorsTest {
    @TempDir
    private static Path dir;

    @BeforeAll
    static void issue() throws IOException {
        CardOffice.supply(dir);
        for (String name : List.of("auth_ca_2023.pem", "sign_ca_2023.pem", "sign_ca_2015.pem")) {
            try (InputStream pem = TrustAnchors.class.getResourceAsStream(name)) {
                Files.copy(Objects.requireNonNull(pem), dir.resolve(name));
            }
        }
    }

    private static List<Path> files(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(dir::resolve)
                .toList();
    }

    private static KioskConfig config(String authentication, String signature, String older) {
        Path published = dir.resolve("prefecture");
        return new KioskConfig(
                new KioskConfig.Identity("K-0001", "S-001", dir.resolve("data")),
                new KioskConfig.Web(0, Optional.empty()),
                new KioskConfig.Card("none", files(authentication), SignatureAlgorithm.USUAL, files(signature)),
                older.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new KioskConfig.Older(
                                files(older),
                                List.of(published.resolve("certificates.pem")),
                                List.of(published.resolve("lists.pem")),
                                Set.of(PrefecturePki.ANCHOR_POLICY))),
                new KioskConfig.PaperPrinter(
                        URI.create("ipp://127.0.0.1:9/ipp/print"), Optional.empty(), DocumentFormat.PDF),
                Optional.empty(),
                new KioskConfig.Cash("none", Set.of(100), Map.of(3, 100), Map.of(), ""),
                new KioskConfig.Center(
                        URI.create("https://127.0.0.1:9"),
                        new KioskConfig.KeyFile(dir.resolve("kiosk.p12")),
                        dir.resolve("kiosk.p12.password"),
                        dir.resolve("auth_ca.pem"),
                        dir.resolve("sign_ca.pem")));
    }

    static Stream<Arguments> refused() {
        String mixed = "published CAs and others must not be trusted together";
        return Stream.of(
                Arguments.of("auth_ca.pem auth_ca_2023.pem", "", "", mixed),
                Arguments.of("auth_ca.pem", "sign_ca.pem sign_ca_2023.pem", "", mixed),
                Arguments.of("auth_ca_2023.pem", "sign_ca.pem sign_ca_2023.pem", "", mixed),
                Arguments.of("auth_ca_2023.pem", "sign_ca.pem", "", "want published ones for signatures"),
                Arguments.of("auth_ca.pem", "auth_ca_2023.pem", "", "a published CA of the other purpose"),
                Arguments.of("auth_ca_2023.pem", "", "prefecture/anchor.pem", "want no [older-pki]"),
                Arguments.of("auth_ca.pem", "", "prefecture/holder.pem", "not a CA: "),
                Arguments.of("auth_ca.pem", "", "prefecture/lists.pem", "no certificate in "));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void kiosk_withAnchorsThatDoNotGoTogether_doesNotStart(
            String authentication, String signature, String older, String rule) {
        Kiosk.Unusable refused = assertThrows(
                Kiosk.Unusable.class, () -> Kiosk.start(config(authentication, signature, older), Wires.real()));
        String told = String.valueOf(refused.getMessage());
        assertTrue(told.startsWith("the card's trust anchors cannot be used: ") && told.contains(rule), told);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("auth_ca.pem", "sign_ca.pem", "prefecture/anchor.pem", false),
                Arguments.of("auth_ca.pem", "", "", true),
                Arguments.of("auth_ca.pem", "sign_ca_2015.pem sign_ca_2023.pem", "", true),
                Arguments.of("auth_ca_2023.pem", "", "", true));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void anchors_thatGoTogether_areKnown(String authentication, String signature, String older, boolean published)
            throws IOException {
        CardAnchors anchors = CardAnchors.of(config(authentication, signature, older));
        assertEquals(published, anchors.signature().production());
        assertEquals(!older.isEmpty(), anchors.older().isPresent());
    }

    @Test
    void olderPki_withoutItsFiles_namesTheOneThatIsMissing() {
        IOException missing = assertThrows(
                IOException.class, () -> CardAnchors.of(config("auth_ca.pem", "", "prefecture/nothing.pem")));
        assertTrue(String.valueOf(missing.getMessage()).contains("nothing.pem"), missing.getMessage());
        assertFalse(Files.exists(dir.resolve("prefecture/nothing.pem")));
    }
}
