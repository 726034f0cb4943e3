package jp.madoguchi.simulators.card;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One directory of issued cards for all tests, and copies of its cards that a test may wear out. */
final class TestCards {
    static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    static final String SELECT_JPKI = "00A4040C0AD392F000260100000001";
    static final String SELECT_COMMON = "00A4040C0AD3921000310001010100";
    static final String SELECT_PIN = "00A4020C020018";
    static final String SELECT_KEY = "00A4020C020017";
    static final String SELECT_CERTIFICATE = "00A4020C02000A";
    static final String TRIES = "00200080";
    static final String VERIFY = "002000800431323334";
    static final String VERIFY_WRONG = "002000800439393939";
    static final String DIGEST_INFO = "3031300D060960864801650304020105000420" + "5A".repeat(32);
    static final String SIGN = "802A008033" + DIGEST_INFO + "00";

    static final IssuedCards ISSUED = issue();

    private TestCards() {}

    private static IssuedCards issue() {
        try {
            Path dir = Files.createTempDirectory(Path.of("target"), "cards");
            return new CardIssuer(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom()).fill(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path directory(String id) {
        return ISSUED.dir().resolve("cards").resolve(id);
    }

    /** The files of a card, copied. */
    static Path copy(String id, Path into) throws IOException {
        Path copy = Files.createDirectories(into.resolve(id));
        try (Stream<Path> files = Files.list(directory(id))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** A copied card, with some text of its card.json replaced, powered up. */
    static JpkiCard powered(String id, Path into, String replace, String by) throws IOException {
        Path files = copy(id, into);
        Path json = files.resolve("card.json");
        Files.writeString(json, Files.readString(json).replace(replace, by));
        JpkiCard card = JpkiCard.load(files);
        powerUp(card);
        return card;
    }

    static void powerUp(JpkiCard card) {
        assertTrue(card.powerOn().isPresent());
    }

    static JpkiCard powered(String id, Path into) throws IOException {
        return powered(id, into, "", "");
    }

    /** The answer in hex. */
    static String say(JpkiCard card, String command) {
        return card.transmit(bytes(command)).map(TestCards::hex).orElse("gone");
    }

    /** The answer to the last of these commands. */
    static String say(JpkiCard card, List<String> commands) {
        String answer = "";
        for (String command : commands) {
            answer = say(card, command);
        }
        return answer;
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
