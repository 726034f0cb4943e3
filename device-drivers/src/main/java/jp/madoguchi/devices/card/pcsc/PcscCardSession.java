package jp.madoguchi.devices.card.pcsc;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.function.Function;
import javax.smartcardio.CardTerminal;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.SignatureReading;
import jp.madoguchi.devices.card.Signing;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.FirstCommandRepeat;
import jp.madoguchi.devices.card.jpki.AuthenticationPin;
import jp.madoguchi.devices.card.jpki.JpkiApplication;
import jp.madoguchi.devices.card.jpki.ShortIds;
import jp.madoguchi.devices.card.jpki.SignatureCertificate;
import jp.madoguchi.devices.card.jpki.TokenInspection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session holds a handle all the time, since a handle is what notices that its card has left, and the lock only while
 * commands flow. A reset costs the handle; the next one is taken in the same breath, and the session is over when there
 * is the least doubt that it is the same card.
 */
@CheckReturnValue
final class PcscCardSession implements CardSession {
    private static final Logger log = LoggerFactory.getLogger(PcscCardSession.class);

    private final CardTerminal terminal;
    private final ShortIds shortIds;
    private @Nullable PcscConnection connection;
    /** What every call answers once there is no connection. */
    private CardFailure over = CardFailure.REMOVED;

    private PcscCardSession(CardTerminal terminal, ShortIds shortIds, PcscConnection connection) {
        this.terminal = terminal;
        this.shortIds = shortIds;
        this.connection = connection;
    }

    /** Powers the card up. */
    static PcscCardSession with(CardTerminal terminal, ShortIds shortIds) throws CardFaultException {
        PcscConnection connection = PcscConnection.to(terminal);
        shortIds.newCard();
        return new PcscCardSession(terminal, shortIds, connection);
    }

    @Override
    public CardReading read() {
        return withoutPin(channel -> new JpkiApplication(channel, shortIds).read(), CardReading.Failed::new);
    }

    @Override
    public CardInspection inspect() {
        return withoutPin(channel -> new TokenInspection(channel).inspect(), CardInspection.Failed::new);
    }

    @Override
    public PinOutcome sign(byte[] pin, byte[] sha256) {
        return withPin(channel -> new JpkiApplication(channel, shortIds).sign(pin, sha256), PinOutcome.Failed::new);
    }

    @Override
    public PinOutcome readAndSign(byte[] pin, Signing signing) {
        return withPin(
                channel -> new JpkiApplication(channel, shortIds).readAndSign(pin, signing), PinOutcome.Failed::new);
    }

    @Override
    public SignatureReading readSignatureCertificate(byte[] password) {
        return withPin(channel -> new SignatureCertificate(channel).read(password), SignatureReading.Failed::new);
    }

    @Override
    public PinChange changePin(byte[] current, byte[] next) {
        return withPin(channel -> new AuthenticationPin(channel).change(current, next), PinChange.Failed::new);
    }

    /** What leaves the card as it is. */
    private <T> T withoutPin(Function<ApduChannel, T> service, Function<CardFailure, T> failed) {
        try {
            PcscConnection held = lock();
            try {
                return service.apply(new FirstCommandRepeat(held));
            } finally {
                held.unlock();
                settle(held);
            }
        } catch (CardFaultException e) {
            note(e);
            return failed.apply(e.failure());
        }
    }

    /** What may leave a PIN verified: the card is reset before anybody else can reach it. */
    private <T> T withPin(Function<ApduChannel, T> service, Function<CardFailure, T> failed) {
        try {
            PcscConnection held = lock();
            try {
                return service.apply(new FirstCommandRepeat(held));
            } finally {
                renew(held, PcscConnection::reset);
            }
        } catch (CardFaultException e) {
            note(e);
            return failed.apply(e.failure());
        }
    }

    @Override
    public void close() {
        PcscConnection held = connection;
        connection = null;
        if (held == null) {
            return;
        }
        try {
            held.reset();
        } catch (CardFaultException e) {
            note(e);
        }
    }

    private PcscConnection lock() throws CardFaultException {
        PcscConnection held = connection;
        if (held == null) {
            throw new CardFaultException(over, "the session is over");
        }
        try {
            held.lock();
            return held;
        } catch (CardFaultException e) {
            settle(held);
            throw e;
        }
    }

    /** After commands that left no PIN state: nothing to do while the handle is good. */
    private void settle(PcscConnection held) {
        if (held.broken() != null) {
            renew(held, PcscConnection::leave);
        }
    }

    /** Gives the handle back and takes a new one to the same card; or else the session is over. */
    private void renew(PcscConnection held, Release release) {
        connection = null;
        try {
            release.of(held);
            CardFailure broken = held.broken();
            if (broken != null && broken != CardFailure.RESET) {
                over = broken;
                return;
            }
            PcscConnection next = PcscConnection.to(terminal);
            if (next.atr().equals(held.atr())) {
                connection = next;
            } else {
                next.leave();
            }
        } catch (CardFaultException e) {
            note(e);
            over = e.failure();
        }
    }

    /** How a handle is given back. */
    private interface Release {
        void of(PcscConnection held) throws CardFaultException;
    }

    private static void note(CardFaultException e) {
        log.info("Card: {}: {}", e.failure(), e.getMessage());
    }
}
