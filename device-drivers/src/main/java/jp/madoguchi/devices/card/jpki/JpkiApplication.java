package jp.madoguchi.devices.card.jpki;

import com.google.errorprone.annotations.CheckReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;
import jp.madoguchi.devices.card.apdu.WipingChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * User authentication with a JPKI token. Both services begin with SELECT of the application and keep nothing between
 * them, so a reset of the card in between does no harm. {@link #read} and {@link #sign} together take 11 + ⌈L/256⌉
 * commands for a certificate of L bytes. Belongs to the thread of its channel.
 */
@CheckReturnValue
public final class JpkiApplication {
    private static final Logger log = LoggerFactory.getLogger(JpkiApplication.class);

    private static final int PIN_DIGITS = 4;
    private static final int SHA256_BYTES = 32;
    /** RSA-2048, the only authentication key that a card of this generation carries. */
    private static final int SIGNATURE_BYTES = 256;
    /** PKCS#11 CK_TOKEN_INFO as the file holds it; its label, padded with spaces, comes first. */
    private static final int TOKEN_INFO_BYTES = 160;

    private static final int LABEL_BYTES = 32;
    /** What a card without this application says, one that knows no SELECT by name at all included. */
    private static final Set<StatusWord> NOT_JPKI = Set.of(
            StatusWord.NOT_FOUND,
            StatusWord.FUNCTION_NOT_SUPPORTED,
            StatusWord.INSTRUCTION_NOT_SUPPORTED,
            StatusWord.CLASS_NOT_SUPPORTED);

    private final ApduChannel channel;

    /** @param channel to a powered card, the only user of which is this object as long as one of its methods runs */
    public JpkiApplication(ApduChannel channel) {
        this.channel = new WipingChannel(channel);
    }

    /** Token info, certificate, tries left; stops as soon as it is clear that the token is not served. Spends no try. */
    public CardReading read() {
        try {
            StatusWord selected = order(JpkiCommand.selectApplication());
            if (NOT_JPKI.contains(selected)) {
                return new CardReading.NotJpki();
            }
            require(selected, "SELECT of the application");
            String label = readLabel();
            TokenKind kind = TokenKind.ofLabel(label);
            if (kind != TokenKind.MY_NUMBER_CARD) {
                return new CardReading.NotServed(kind, label);
            }
            Optional<byte[]> certificate = readCertificate();
            if (certificate.isEmpty()) {
                return new CardReading.NoCertificate(kind);
            }
            return new CardReading.Token(kind, certificate.get(), readTriesLeft());
        } catch (CardFaultException e) {
            log.info("Reading the card ended: {}: {}", e.failure(), e.getMessage());
            return new CardReading.Failed(e.failure());
        }
    }

    /**
     * VERIFY and, if the PIN was right, SIGN. VERIFY is transmitted at most once, whatever happens.
     * Does not undo the VERIFY: whoever owns the card resets it.
     *
     * @param pin four ASCII digits; the caller wipes it
     * @param sha256 32 bytes
     */
    public PinOutcome sign(byte[] pin, byte[] sha256) {
        requireFourDigits(pin);
        if (sha256.length != SHA256_BYTES) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes");
        }
        try {
            require(order(JpkiCommand.selectApplication()), "SELECT of the application");
            select(JpkiFile.AUTHENTICATION_PIN);
        } catch (CardFaultException e) {
            log.info("Signing ended before VERIFY: {}: {}", e.failure(), e.getMessage());
            return new PinOutcome.Failed(e.failure());
        }
        try {
            StatusWord verified = order(JpkiCommand.verify(pin));
            if (verified.isBlocked()) {
                return new PinOutcome.Blocked(false);
            }
            OptionalInt tries = verified.triesLeft();
            if (tries.isPresent()) {
                return tries.getAsInt() == 0 ? new PinOutcome.Blocked(true) : new PinOutcome.Wrong(tries.getAsInt());
            }
            require(verified, "VERIFY");
            select(JpkiFile.AUTHENTICATION_KEY);
            return new PinOutcome.Signed(computeSignature(sha256));
        } catch (CardFaultException e) {
            log.info("Signing ended at or after VERIFY: {}: {}", e.failure(), e.getMessage());
            return new PinOutcome.Uncertain(e.failure());
        }
    }

    private String readLabel() throws CardFaultException {
        select(JpkiFile.TOKEN_INFO);
        Answer answer = send(JpkiCommand.readBinary(0, TOKEN_INFO_BYTES));
        if (!answer.status().equals(StatusWord.END_OF_FILE)) {
            require(answer.status(), "READ BINARY of the token info");
        }
        byte[] info = answer.data();
        if (info.length < LABEL_BYTES || info.length > TOKEN_INFO_BYTES) {
            throw garbled("a token info of " + info.length + " bytes");
        }
        for (int i = 0; i < LABEL_BYTES; i++) {
            if (info[i] < ' ' || info[i] > '~') {
                throw garbled("a label that is not printable ASCII");
            }
        }
        return new String(info, 0, LABEL_BYTES, StandardCharsets.US_ASCII).stripTrailing();
    }

    private Optional<byte[]> readCertificate() throws CardFaultException {
        StatusWord selected = order(JpkiCommand.selectFile(JpkiFile.AUTHENTICATION_CERTIFICATE));
        if (selected.equals(StatusWord.NOT_FOUND)) {
            return Optional.empty();
        }
        require(selected, "SELECT of " + JpkiFile.AUTHENTICATION_CERTIFICATE);
        return new CertificateFile(channel).read();
    }

    private int readTriesLeft() throws CardFaultException {
        select(JpkiFile.AUTHENTICATION_PIN);
        StatusWord status = order(JpkiCommand.askTries());
        if (status.isBlocked()) {
            return 0;
        }
        return status.triesLeft().orElseThrow(() -> garbled(status + " to the question for the tries left"));
    }

    private byte[] computeSignature(byte[] sha256) throws CardFaultException {
        Answer answer = send(JpkiCommand.sign(sha256));
        require(answer.status(), "COMPUTE DIGITAL SIGNATURE");
        if (answer.data().length != SIGNATURE_BYTES) {
            throw garbled("a signature of " + answer.data().length + " bytes");
        }
        return answer.data();
    }

    private void select(JpkiFile file) throws CardFaultException {
        require(order(JpkiCommand.selectFile(file)), "SELECT of " + file);
    }

    /** Sends a command that asks for no data: whatever comes with data did not answer it. */
    private StatusWord order(byte[] command) throws CardFaultException {
        Answer answer = send(command);
        if (answer.data().length > 0) {
            throw garbled(answer.data().length + " bytes to a command that asked for none");
        }
        return answer.status();
    }

    private Answer send(byte[] command) throws CardFaultException {
        return Answer.of(channel.transmit(command));
    }

    private static void require(StatusWord status, String command) throws CardFaultException {
        if (!status.equals(StatusWord.DONE)) {
            throw garbled(status + " to " + command);
        }
    }

    private static CardFaultException garbled(String what) {
        return new CardFaultException(CardFailure.GARBLED, "the card answered " + what);
    }

    private static void requireFourDigits(byte[] pin) {
        if (pin.length != PIN_DIGITS) {
            throw new IllegalArgumentException("an authentication PIN has four digits");
        }
        for (byte digit : pin) {
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("an authentication PIN consists of ASCII digits");
            }
        }
    }
}
