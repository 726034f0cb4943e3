package jp.madoguchi.kiosk.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * A test signature. The prefix is this command's own, so that nothing it signs can ever be taken for an authentication of a
 * visit.
 */
@Command(
        name = "sign",
        description = {
            "Prints in hex the card's signature over SHA-256(\"MADOGUCHI-TEST-V1\\0\" || challenge).",
            "Nothing else can be signed by it. Sends the PIN once."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:signed",
            "2:wrong usage",
            "4:no reader, several matching readers, or no PC/SC service",
            "5:no card",
            "6:a card that cannot sign",
            "7:the PIN is wrong or blocked"
        })
final class CardSignCommand implements Callable<Integer> {
    private static final byte[] PREFIX = "MADOGUCHI-TEST-V1\0".getBytes(US_ASCII);

    @ParentCommand
    private @Nullable CardCommand card;

    @Option(names = "--challenge", paramLabel = "HEX", required = true, description = "what is to be signed")
    private String challenge = "";

    @Option(names = "--pin-stdin", required = true, description = "read the 4 digits from standard input")
    @SuppressWarnings("UnusedVariable") // its presence is demanded, so that the PIN's way is said on the command line
    private boolean pinStdin;

    @Spec
    private CommandSpec spec;

    private final Devices devices;

    CardSignCommand(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Integer call() throws Stop {
        CardCommand above = card;
        if (above == null) {
            throw new IllegalStateException("picocli sets the command above");
        }
        byte[] digest = digest();
        byte[] pin = pin(devices.input());
        try (CardReader opened = devices.reader(above.reader());
                CardSession session = CardOnReader.open(
                        opened, devices.watch(spec.commandLine().getOut()))) {
            spec.commandLine().getOut().println(HexFormat.of().formatHex(signature(signed(session, pin, digest))));
            return Exit.DONE;
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    /** The PIN is sent only to a token that is known to sign with it. */
    private static PinOutcome signed(CardSession session, byte[] pin, byte[] digest) throws Stop {
        CardReading reading = session.read();
        if (reading instanceof CardReading.Token) {
            return session.sign(pin, digest);
        }
        if (reading instanceof CardReading.PinFirst) {
            // A phone shows its certificate only after the PIN; for this command it does not matter which one it is.
            return session.readAndSign(pin, certificate -> Optional.of(digest));
        }
        if (reading instanceof CardReading.Failed failed) {
            throw new Stop(
                    CardOnReader.code(failed.failure()), CardOnReader.words(failed.failure()) + "; no PIN was sent");
        }
        throw new Stop(Exit.NOT_USABLE, "this card cannot sign for a login; no PIN was sent");
    }

    private byte[] digest() throws Stop {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(PREFIX);
            return sha256.digest(HexFormat.of().parseHex(challenge));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IllegalArgumentException notHex) {
            throw new Stop(Exit.USAGE, "--challenge takes an even number of hex digits");
        }
    }

    private static byte[] pin(InputStream in) throws Stop {
        byte[] line = new byte[6];
        try {
            int length = in.readNBytes(line, 0, line.length);
            while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) {
                length--;
            }
            for (int i = 0; i < length; i++) {
                if (length != 4 || line[i] < '0' || line[i] > '9') {
                    length = 0;
                }
            }
            if (length == 0) {
                throw new Stop(Exit.USAGE, "standard input must hold the 4 digits of the PIN and nothing else");
            }
            return Arrays.copyOf(line, length);
        } catch (IOException unreadable) {
            throw new Stop(Exit.USAGE, "standard input cannot be read");
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private static byte[] signature(PinOutcome outcome) throws Stop {
        if (outcome instanceof PinOutcome.Signed signed) {
            return signed.signature();
        }
        if (outcome instanceof PinOutcome.Wrong wrong) {
            throw new Stop(Exit.PIN_REFUSED, "wrong PIN; tries left: " + wrong.triesLeft());
        }
        if (outcome instanceof PinOutcome.Blocked) {
            throw new Stop(Exit.PIN_REFUSED, "the PIN is blocked");
        }
        if (outcome instanceof PinOutcome.Failed failed) {
            throw new Stop(
                    CardOnReader.code(failed.failure()), CardOnReader.words(failed.failure()) + "; no try was spent");
        }
        if (outcome instanceof PinOutcome.NoCertificate) {
            throw new Stop(Exit.NOT_USABLE, "the PIN is right, and there is no certificate to sign for");
        }
        PinOutcome.Uncertain uncertain = (PinOutcome.Uncertain) outcome;
        throw new Stop(
                CardOnReader.code(uncertain.failure()),
                CardOnReader.words(uncertain.failure())
                        + " while the PIN was being checked; a try may have been spent");
    }
}
