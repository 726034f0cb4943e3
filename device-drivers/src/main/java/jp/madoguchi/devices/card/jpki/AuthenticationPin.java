package jp.madoguchi.devices.card.jpki;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Optional;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.devices.card.PinChange.Lost;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.StatusWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changing the authentication PIN (EF 0018): VERIFY of the current one, CHANGE to the next one. */
@CheckReturnValue
public final class AuthenticationPin {
    private static final Logger log = LoggerFactory.getLogger(AuthenticationPin.class);

    private final Dialogue card;

    /** @param channel as for {@link JpkiApplication} */
    public AuthenticationPin(ApduChannel channel) {
        card = new Dialogue(channel);
    }

    /**
     * Sends VERIFY and CHANGE at most once each. Does not undo the VERIFY: whoever owns the card resets it.
     *
     * @param current four ASCII digits, as {@code next}; the caller wipes both
     */
    public PinChange change(byte[] current, byte[] next) {
        PinAnswer.requirePin(current);
        PinAnswer.requirePin(next);
        try {
            Dialogue.require(card.order(JpkiCommand.selectApplication()), "SELECT of the application");
            card.select(JpkiFile.AUTHENTICATION_PIN);
        } catch (CardFaultException e) {
            log.info("Changing the PIN ended before VERIFY: {}: {}", e.failure(), e.getMessage());
            return new PinChange.Failed(e.failure());
        }
        try {
            StatusWord verified = card.order(JpkiCommand.verify(JpkiCommand.CURRENT_FILE, current));
            Optional<PinChange> refusal = PinAnswer.refusal(verified, PinChange.Wrong::new, PinChange.Blocked::new);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Dialogue.require(verified, "VERIFY");
        } catch (CardFaultException e) {
            return uncertain(e, Lost.VERIFY);
        }
        try {
            StatusWord changed = card.order(JpkiCommand.change(next));
            if (changed.isCheckingError()) {
                log.info("The card refused the next PIN: {}", changed);
                return new PinChange.Refused();
            }
            Dialogue.require(changed, "CHANGE");
            return new PinChange.Changed();
        } catch (CardFaultException e) {
            return uncertain(e, Lost.CHANGE);
        }
    }

    private static PinChange uncertain(CardFaultException e, Lost lost) {
        log.info("Changing the PIN ended at {}: {}: {}", lost, e.failure(), e.getMessage());
        return new PinChange.Uncertain(e.failure(), lost);
    }
}
