package jp.madoguchi.devices.card.jpki;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import java.util.OptionalInt;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.apdu.Answer;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything a token tells without a PIN, file by file, each named by SELECT: nobody waits for this, and it is to be right on
 * every token. What a token may lack is empty; what contradicts the specification ends it.
 */
@CheckReturnValue
public final class TokenInspection {
    private static final Logger log = LoggerFactory.getLogger(TokenInspection.class);
    private static final int AVAILABILITY_BYTES = 3;

    private final Dialogue card;
    private final FileAccess files;

    /** @param channel as for {@link JpkiApplication} */
    public TokenInspection(ApduChannel channel) {
        card = new Dialogue(channel);
        ShortIds none = new ShortIds();
        none.refusedForReading();
        files = new FileAccess(card, none);
    }

    /** Spends no try. */
    public CardInspection inspect() {
        try {
            if (!JpkiApplication.selectIfJpki(card)) {
                return new CardInspection.NotJpki();
            }
            TokenInfo info = TokenInfo.read(files);
            return new CardInspection.Inspected(
                    info.kind(),
                    info.label(),
                    availability(),
                    CertificateFile.open(card, JpkiFile.AUTHENTICATION_CERTIFICATE),
                    info.kind() == TokenKind.JUKI_CARD
                            ? CertificateFile.open(card, JpkiFile.SIGNATURE_CERTIFICATE)
                            : Optional.empty(),
                    tries(JpkiFile.AUTHENTICATION_PIN),
                    tries(JpkiFile.SIGNATURE_PASSWORD),
                    new CardCommon(card).expires());
        } catch (CardFaultException e) {
            log.info("Inspecting the card ended: {}: {}", e.failure(), e.getMessage());
            return new CardInspection.Failed(e.failure());
        }
    }

    private Optional<byte[]> availability() throws CardFaultException {
        if (!card.selectIfThere(JpkiFile.AVAILABILITY)) {
            return Optional.empty();
        }
        Answer answer = card.send(JpkiCommand.readBinary(0, AVAILABILITY_BYTES));
        return answer.status().equals(StatusWord.DONE) && answer.data().length == AVAILABILITY_BYTES
                ? Optional.of(answer.data())
                : Optional.empty();
    }

    private OptionalInt tries(JpkiFile secret) throws CardFaultException {
        return card.selectIfThere(secret) ? OptionalInt.of(files.selectedTries()) : OptionalInt.empty();
    }
}
