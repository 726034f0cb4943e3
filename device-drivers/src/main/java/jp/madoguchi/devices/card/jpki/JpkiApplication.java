package jp.madoguchi.devices.card.jpki;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.Signing;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * User authentication with a JPKI token. Every service begins with SELECT of the application and keeps nothing between two of
 * them but what {@link ShortIds} learned, so a reset of the card in between does no harm. {@link #read} and {@link #sign}
 * together take 6 + ⌈L/256⌉ commands for a certificate of L bytes on a card with short ids, 12 + ⌈L/256⌉ on one without.
 * Belongs to the thread of its channel.
 */
@CheckReturnValue
public final class JpkiApplication {
    private static final Logger log = LoggerFactory.getLogger(JpkiApplication.class);

    private static final int SHA256_BYTES = 32;
    /** RSA-2048, the only authentication key that a card of this generation carries. */
    private static final int SIGNATURE_BYTES = 256;
    /** What a card without this application says, one that knows no SELECT by name at all included. */
    private static final Set<StatusWord> NOT_JPKI = Set.of(
            StatusWord.NOT_FOUND,
            StatusWord.FUNCTION_NOT_SUPPORTED,
            StatusWord.INSTRUCTION_NOT_SUPPORTED,
            StatusWord.CLASS_NOT_SUPPORTED);

    private final Dialogue card;
    private final FileAccess files;

    /** @param channel to a powered card, the only user of which is this object as long as one of its methods runs */
    public JpkiApplication(ApduChannel channel, ShortIds shortIds) {
        card = new Dialogue(channel);
        files = new FileAccess(card, shortIds);
    }

    /** Token info, certificate, tries left; stops as soon as it is clear that the token is not served. Spends no try. */
    public CardReading read() {
        try {
            if (!selectIfJpki(card)) {
                return new CardReading.NotJpki();
            }
            TokenInfo info = TokenInfo.read(files);
            return switch (info.kind()) {
                case MY_NUMBER_CARD -> token(info.kind());
                case ANDROID_PHONE -> new CardReading.PinFirst(info.kind(), files.pinTries());
                case JUKI_CARD ->
                    new CardReading.NotServed(
                            info.kind(), info.label(), CertificateFile.open(card, JpkiFile.SIGNATURE_CERTIFICATE));
                case IPHONE, UNKNOWN -> new CardReading.NotServed(info.kind(), info.label(), Optional.empty());
            };
        } catch (CardFaultException e) {
            log.info("Reading the card ended: {}: {}", e.failure(), e.getMessage());
            return new CardReading.Failed(e.failure());
        }
    }

    private CardReading token(TokenKind kind) throws CardFaultException {
        Optional<byte[]> certificate = certificate();
        return certificate.isEmpty()
                ? new CardReading.NoCertificate(kind)
                : new CardReading.Token(kind, certificate.get(), files.pinTries());
    }

    /**
     * VERIFY and, if the PIN was right, SIGN. VERIFY is transmitted at most once, whatever happens.
     * Does not undo the VERIFY: whoever owns the card resets it.
     *
     * @param pin four ASCII digits; the caller wipes it
     * @param sha256 32 bytes
     */
    public PinOutcome sign(byte[] pin, byte[] sha256) {
        requireDigest(sha256);
        return verified(pin, () -> new PinOutcome.Signed(signature(sha256)));
    }

    /** As {@link #sign}, of what {@code signing} answers to the certificate, which is read after VERIFY. */
    public PinOutcome readAndSign(byte[] pin, Signing signing) {
        return verified(pin, () -> {
            Optional<byte[]> certificate = certificate();
            if (certificate.isEmpty()) {
                return new PinOutcome.NoCertificate();
            }
            Optional<byte[]> digest = signing.digest(certificate.get());
            if (digest.isEmpty()) {
                return new PinOutcome.Declined();
            }
            requireDigest(digest.get());
            return new PinOutcome.Signed(signature(digest.get()));
        });
    }

    /** What is done once the PIN was right. */
    private interface Act {
        PinOutcome act() throws CardFaultException;
    }

    private PinOutcome verified(byte[] pin, Act then) {
        PinAnswer.requirePin(pin);
        int reference;
        try {
            Dialogue.require(card.order(JpkiCommand.selectApplication()), "SELECT of the application");
            reference = files.pinReference();
        } catch (CardFaultException e) {
            log.info("Signing ended before VERIFY: {}: {}", e.failure(), e.getMessage());
            return new PinOutcome.Failed(e.failure());
        }
        try {
            StatusWord answer = card.order(JpkiCommand.verify(reference, pin));
            if (files.refusesShortId(reference, answer)) {
                CardFaultException refused = Dialogue.garbled(answer + " to VERIFY by short id");
                log.warn("No VERIFY goes by short id any more: {}", refused.getMessage());
                return new PinOutcome.Failed(refused.failure());
            }
            Optional<PinOutcome> refusal = PinAnswer.refusal(answer, PinOutcome.Wrong::new, PinOutcome.Blocked::new);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Dialogue.require(answer, "VERIFY");
            return then.act();
        } catch (CardFaultException e) {
            log.info("Signing ended at or after VERIFY: {}: {}", e.failure(), e.getMessage());
            return new PinOutcome.Uncertain(e.failure());
        }
    }

    private Optional<byte[]> certificate() throws CardFaultException {
        Optional<Answer> beginning =
                files.readFirst(JpkiFile.AUTHENTICATION_CERTIFICATE, JpkiCommand.MOST_READ, CertificateFile::begins);
        return beginning.isEmpty() ? Optional.empty() : new CertificateFile(card).read(beginning.get());
    }

    private byte[] signature(byte[] sha256) throws CardFaultException {
        Answer answer = files.sign(sha256);
        Dialogue.require(answer.status(), "COMPUTE DIGITAL SIGNATURE");
        if (answer.data().length != SIGNATURE_BYTES) {
            throw Dialogue.garbled("a signature of " + answer.data().length + " bytes");
        }
        return answer.data();
    }

    /** SELECT of the JPKI application; false when the card has none. */
    static boolean selectIfJpki(Dialogue card) throws CardFaultException {
        StatusWord selected = card.order(JpkiCommand.selectApplication());
        if (NOT_JPKI.contains(selected)) {
            return false;
        }
        Dialogue.require(selected, "SELECT of the application");
        return true;
    }

    private static void requireDigest(byte[] sha256) {
        if (sha256.length != SHA256_BYTES) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes");
        }
    }
}
