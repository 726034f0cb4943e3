package jp.madoguchi.devices.card.jpki;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import jp.madoguchi.devices.card.SignatureReading;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signature certificate (EF 0001) behind its password (EF 001B). Nothing is ever signed with its key. */
@CheckReturnValue
public final class SignatureCertificate {
    private static final Logger log = LoggerFactory.getLogger(SignatureCertificate.class);

    private final Dialogue card;

    /** @param channel as for {@link JpkiApplication} */
    public SignatureCertificate(ApduChannel channel) {
        card = new Dialogue(channel);
    }

    /**
     * VERIFY, at most once, then the certificate. Does not undo the VERIFY: whoever owns the card resets it.
     *
     * @param password 6 to 16 upper-case ASCII letters and digits; the caller wipes it
     */
    public SignatureReading read(byte[] password) {
        PinAnswer.requirePassword(password);
        try {
            if (!JpkiApplication.selectIfJpki(card)
                    || !card.selectIfThere(JpkiFile.SIGNATURE_CERTIFICATE)
                    || !card.selectIfThere(JpkiFile.SIGNATURE_PASSWORD)) {
                return new SignatureReading.Absent();
            }
        } catch (CardFaultException e) {
            log.info("Reading the signature certificate ended before VERIFY: {}: {}", e.failure(), e.getMessage());
            return new SignatureReading.Failed(e.failure());
        }
        try {
            StatusWord verified = card.order(JpkiCommand.verify(JpkiCommand.CURRENT_FILE, password));
            Optional<SignatureReading> refusal =
                    PinAnswer.refusal(verified, SignatureReading.Wrong::new, SignatureReading.Blocked::new);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Dialogue.require(verified, "VERIFY of the signature password");
            card.select(JpkiFile.SIGNATURE_CERTIFICATE);
            return new CertificateFile(card)
                    .read(card.send(JpkiCommand.readBinary(0, JpkiCommand.MOST_READ)))
                    .<SignatureReading>map(SignatureReading.Read::new)
                    .orElseGet(SignatureReading.Absent::new);
        } catch (CardFaultException e) {
            log.info("Reading the signature certificate ended: {}: {}", e.failure(), e.getMessage());
            return new SignatureReading.Uncertain(e.failure());
        }
    }
}
