package jp.madoguchi.devices.card.pcsc;

import com.google.errorprone.annotations.CheckReturnValue;
import javax.smartcardio.CardTerminal;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.apdu.FirstCommandRepeat;
import jp.madoguchi.devices.card.jpki.JpkiApplication;
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
    private @Nullable PcscConnection connection;
    /** What every call answers once there is no connection. */
    private CardFailure over = CardFailure.REMOVED;

    private PcscCardSession(CardTerminal terminal, PcscConnection connection) {
        this.terminal = terminal;
        this.connection = connection;
    }

    /** Powers the card up. */
    static PcscCardSession with(CardTerminal terminal) throws CardFaultException {
        return new PcscCardSession(terminal, PcscConnection.to(terminal));
    }

    @Override
    public CardReading read() {
        try {
            PcscConnection held = lock();
            try {
                return application(held).read();
            } finally {
                held.unlock();
                settle(held);
            }
        } catch (CardFaultException e) {
            note(e);
            return new CardReading.Failed(e.failure());
        }
    }

    @Override
    public PinOutcome sign(byte[] pin, byte[] sha256) {
        try {
            PcscConnection held = lock();
            try {
                return application(held).sign(pin, sha256);
            } finally {
                renew(held, PcscConnection::reset);
            }
        } catch (CardFaultException e) {
            note(e);
            return new PinOutcome.Failed(e.failure());
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

    private static JpkiApplication application(PcscConnection held) {
        return new JpkiApplication(new FirstCommandRepeat(held));
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
