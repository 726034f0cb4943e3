package jp.madoguchi.simulators.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardIssuerTest {
    @TempDir
    private Path dir;

    private final CardIssuer issuer = new CardIssuer(Clock.fixed(TestCards.NOW, ZoneOffset.UTC), new SecureRandom());

    /** A directory where all cards but one are there already, so that only one takes its time. */
    private void allBut(String missing) throws IOException {
        try (Stream<Path> files = Files.walk(TestCards.ISSUED.dir())) {
            for (Path file : files.toList()) {
                Path relative = TestCards.ISSUED.dir().relativize(file);
                if (!relative.startsWith("cards/" + missing)
                        && !relative.toString().isEmpty()) {
                    Files.copy(file, dir.resolve(relative));
                }
            }
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(dir.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void fill_caWithoutItsKey_refusesAndNamesBoth() throws IOException {
        allBut("kakuu-ichiro");
        Files.delete(dir.resolve("private/auth_ca.key"));

        IOException e = assertThrows(IOException.class, () -> issuer.fill(dir));

        String said = String.valueOf(e.getMessage());
        assertTrue(said.contains("auth_ca.pem") && said.contains("auth_ca.key"), said);
    }

    @Test
    void fill_again_changesNoByte() throws IOException {
        allBut("nobody");
        Map<String, String> before = contents();

        assertEquals(TestCards.ISSUED.ids(), issuer.fill(dir).ids());

        assertEquals(before, contents());
    }

    @Test
    void fill_oneCardMissing_makesThatOneUnderTheSameCa() throws IOException {
        allBut("kakuu-ichiro");
        Map<String, String> before = contents();

        issuer.fill(dir);

        Map<String, String> added = contents();
        added.keySet().removeAll(before.keySet());
        assertEquals(
                Stream.of("auth.key", "auth.pem", "ca.pem", "card.json", "sign.key", "sign.pem", "sign_ca.pem")
                        .map(name -> "cards/kakuu-ichiro/" + name)
                        .toList(),
                List.copyOf(added.keySet()));
        assertEquals(before.get("auth_ca.pem"), added.get("cards/kakuu-ichiro/ca.pem"));
        assertTrue(String.valueOf(added.get("cards/kakuu-ichiro/card.json")).contains("13999"));
    }

    @Test
    void fill_residentWithACertificateMadeElsewhere_getsNoCard() throws IOException {
        allBut("kakuu-ichiro");
        Path resident = dir.resolve("residents/kakuu-ichiro.json");
        Files.writeString(resident, Files.readString(resident).replace("cards/kakuu-ichiro/auth.pem", "mine.pem"));

        assertTrue(!issuer.fill(dir).ids().contains("kakuu-ichiro"));
    }

    @Test
    void fill_twiceAtOnce_makesEachCardOnce() throws Exception {
        allBut("kakuu-ichiro");
        FutureTask<IssuedCards> other = new FutureTask<>(() -> issuer.fill(dir));
        new Thread(other).start();
        IssuedCards mine = issuer.fill(dir);

        assertEquals(mine, other.get(60, TimeUnit.SECONDS));
        assertEquals(TestCards.ISSUED.ids(), mine.ids());
        assertTrue(contents().keySet().stream().noneMatch(name -> name.contains(".fresh")));
    }

    @Test
    void open_unknownCard_namesThoseThereAre() {
        IOException e = assertThrows(IOException.class, () -> TestCards.ISSUED.open("../private"));
        assertTrue(String.valueOf(e.getMessage()).contains("aomori-hanako, "), e.getMessage());
    }

    @Test
    void ids_listResidentsThenSpecialCards() throws IOException {
        List<String> ids = TestCards.ISSUED.ids();
        assertEquals("aomori-hanako", ids.get(0));
        assertEquals(
                Stream.of(SpecialCard.values()).map(SpecialCard::id).sorted().toList(),
                ids.subList(ids.size() - SpecialCard.values().length, ids.size()));
    }

    @Test
    void keys_areForTheirOwnerOnly() throws IOException {
        for (String key : List.of("private/auth_ca.key", "private/sign_ca.key", "cards/aomori-hanako/auth.key")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(TestCards.ISSUED.dir().resolve(key))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // birth,    issued,     certificate, card
        "1985-04-02, 2026-11-24, 2031-04-02, 2036-04-02",
        "1985-11-24, 2026-11-24, 2031-11-24, 2036-11-24",
        "1985-11-25, 2026-11-24, 2030-11-25, 2035-11-25",
        "2009-09-09, 2026-11-24, 2031-09-09, 2031-09-09",
        "1996-02-29, 2026-02-28, 2031-02-28, 2036-02-29"
    })
    void validity_countsBirthdays(LocalDate birth, LocalDate issued, LocalDate certificate, LocalDate card) {
        assertEquals(certificate, Validity.ofCertificate(birth, issued));
        assertEquals(card, Validity.ofCard(birth, issued));
    }
}
