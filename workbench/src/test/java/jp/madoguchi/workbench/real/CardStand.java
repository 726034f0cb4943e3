package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.smartcardio.Card;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReader.Opening;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.card.JpkiCard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A reader of any kind, the cards to lay on it, and a login as the kiosk does it. */
abstract class CardStand {
    private static final byte[] TEXT = "what is signed".getBytes(StandardCharsets.US_ASCII);
    private static final int PIN_FILE = 0x0018;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);

    @TempDir
    private static Path issued;

    @TempDir
    private Path dir;

    @BeforeAll
    static void issue() throws Exception {
        CardOffice.supply(issued);
    }

    /** A reader by a pattern on its name; one of them at a time. */
    abstract CardReader reader(String pattern);

    /** Matches the reader that cards are placed on. */
    abstract String first();

    /** Matches the reader that {@link #placeOnSecond} means. */
    abstract String second();

    abstract void place(JpkiCard card);

    abstract void placeOnSecond(JpkiCard card);

    abstract void take();

    abstract void stopService();

    abstract void startService() throws Exception;

    /** By somebody else, who is at the card before and after. */
    abstract void resetByAnotherProgram() throws Exception;

    /** Of another program than the driver's. */
    abstract TerminalFactory terminals() throws Exception;

    /** At which of the twelve commands of a login by short ids the card is torn away; each costs a real pcscd some seconds. */
    abstract List<Integer> tornAt();

    final JpkiCard card(String id, String members) throws Exception {
        Path copy = Files.createDirectories(dir.resolve(id));
        try (Stream<Path> files = Files.list(issued.resolve("cards").resolve(id))) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(file.getFileName());
                if (!Files.exists(to)) {
                    Files.copy(file, to);
                }
            }
        }
        String json = Files.readString(issued.resolve("cards").resolve(id).resolve("card.json"));
        Files.writeString(copy.resolve("card.json"), json.replaceFirst("\\{", "{ " + members));
        return JpkiCard.load(copy);
    }

    /** Places the card anew, and answers the session of that placement. */
    final CardSession open(CardReader reader, JpkiCard card) throws InterruptedException {
        take();
        awaitStatus(reader, ReaderStatus.Empty.class);
        place(card);
        awaitStatus(reader, ReaderStatus.CardPresent.class);
        return assertInstanceOf(Opening.Opened.class, reader.open()).session();
    }

    /** Reads, and, where that does not fail, logs in; a signature is verified. */
    final PinOutcome login(CardReader reader, JpkiCard card, byte[] pin) throws Exception {
        CardSession session = open(reader, card);
        CardReading reading = session.read();
        if (reading instanceof CardReading.Failed failed) {
            return new PinOutcome.Failed(failed.failure());
        }
        byte[][] seen = new byte[1][];
        PinOutcome outcome;
        if (reading instanceof CardReading.Token token) {
            seen[0] = token.certificate();
            outcome = session.sign(pin, digest());
        } else {
            byte[] digest = digest();
            outcome = session.readAndSign(pin, certificate -> {
                seen[0] = certificate;
                return Optional.of(digest);
            });
        }
        if (outcome instanceof PinOutcome.Signed signed) {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(parse(seen[0]).getPublicKey());
            rsa.update(TEXT);
            assertTrue(rsa.verify(signed.signature()));
        }
        return outcome;
    }

    final <T extends ReaderStatus> T awaitStatus(CardReader reader, Class<T> wanted) {
        Pace pace = Pace.real();
        long since = pace.nanos();
        ReaderStatus status = reader.status();
        while (!wanted.isInstance(status)) {
            assertFalse(pace.left(PATIENCE, since).isZero(), "still " + status);
            assertTrue(pace.pause(LOOK));
            status = reader.status();
        }
        return wanted.cast(status);
    }

    static int tries(JpkiCard card) {
        return card.triesLeft(PIN_FILE).orElseThrow();
    }

    static boolean verified(JpkiCard card) {
        return card.commands().stream().anyMatch(command -> command.contains("**"));
    }

    static byte[] digest() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(TEXT);
    }

    static int send(Card card, String command) throws Exception {
        return card.getBasicChannel()
                .transmit(new CommandAPDU(HexFormat.of().parseHex(command)))
                .getSW();
    }

    static X509Certificate certificate(String id) throws Exception {
        return parse(Files.readAllBytes(issued.resolve("cards").resolve(id).resolve("auth.pem")));
    }

    /** As it was issued: yyyymmdd. */
    static String expiry(String id) throws Exception {
        Path json = issued.resolve("cards").resolve(id).resolve("card.json");
        return new ObjectMapper().readTree(json.toFile()).path("expires").asText();
    }

    final Path der(String id) throws Exception {
        return Files.write(dir.resolve(id + ".der"), certificate(id).getEncoded());
    }

    static X509Certificate parse(byte[] certificate) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }
}
