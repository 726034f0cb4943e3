package jp.madoguchi.devices.card.pcsc;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import org.jspecify.annotations.Nullable;

/**
 * One PC/SC handle: one card, from power-up or reset to the next. PC/SC lets a handle die with its card, so it never
 * reaches another one. Once broken it stays broken. Belongs to one thread, as its lock does.
 */
final class PcscConnection implements ApduChannel {
    /** Contactless cards advertise T=0 as well, and the JDK would take Le off the SIGN command there. */
    private static final String PROTOCOL = "T=1";
    /** The JDK refuses less; nothing here asks for more than 256 bytes and a status word. */
    private static final int RESPONSE_BYTES = 258;

    /** pcscd looks for cards every 400 ms. */
    private static final long NOTICED_WITHIN_MILLIS = 1500;

    private final CardTerminal terminal;
    private final Card card;
    private final CardChannel channel;
    private final ATR atr;
    private final ByteBuffer response = ByteBuffer.allocate(RESPONSE_BYTES);
    private @Nullable CardFailure broken;

    private PcscConnection(CardTerminal terminal, Card card) {
        this.terminal = terminal;
        this.card = card;
        this.channel = card.getBasicChannel();
        this.atr = card.getATR();
    }

    static PcscConnection to(CardTerminal terminal) throws CardFaultException {
        try {
            return new PcscConnection(terminal, terminal.connect(PROTOCOL));
        } catch (CardException | IllegalStateException e) {
            throw PcscFault.connecting(e, terminal);
        }
    }

    /** Why nothing more can be sent on this handle; null as long as it is good. */
    @Nullable
    CardFailure broken() {
        return broken;
    }

    /** The answer to reset; the same for the same card on the same reader. */
    ATR atr() {
        return atr;
    }

    /**
     * Keeps every other program from the card. Waits for a program that holds it, without a limit: neither SCardBeginTransaction
     * nor the SCardConnect of another handle has one, and {@code javax.smartcardio} cancels neither. A watchdog could not help: to
     * take the handle away from the waiting thread it would have to pass the same daemon and the one context of the process.
     */
    void lock() throws CardFaultException {
        try {
            card.beginExclusive();
        } catch (CardException | IllegalStateException e) {
            throw breakOff(PcscFault.talking(e, terminal));
        }
    }

    /** Ends {@link #lock}; leaves the card as it is. */
    void unlock() {
        if (broken != null) {
            return;
        }
        try {
            card.endExclusive();
        } catch (CardException | IllegalStateException e) {
            broken = PcscFault.talking(e, terminal).failure();
        }
    }

    /**
     * The JDK copies the command once more, out of reach of any wiping; a {@code CommandAPDU} would copy it twice.
     */
    @Override
    public byte[] transmit(byte[] command) throws CardFaultException {
        response.clear();
        try {
            int length = channel.transmit(ByteBuffer.wrap(command), response);
            if (length == 0) {
                throw new CardException("an empty response, as some drivers report a card that just left");
            }
            return Arrays.copyOf(response.array(), length);
        } catch (BufferOverflowException e) {
            throw new CardFaultException(CardFailure.GARBLED, "the card answered more than a short answer can hold");
        } catch (CardException | IllegalStateException e) {
            throw breakOff(PcscFault.talking(e, terminal));
        }
    }

    /**
     * Resets the card, which ends its PIN state, and gives the handle and the lock back, in this order: no other program
     * meets the card in between. Harmless when called again, or when the card has left.
     *
     * @throws CardFaultException when the service did not confirm it; the handle is gone all the same
     */
    void reset() throws CardFaultException {
        disconnect(broken != CardFailure.REMOVED || staysThere());
    }

    /**
     * Whether the card that gave no answer lies there all the same, and so may hold a verified PIN. Told to reset a card that
     * has gone before it noticed, pcscd takes the card for swallowed and does not see the next one (1.9.9). The lock is held
     * meanwhile.
     */
    private boolean staysThere() {
        try {
            return !terminal.waitForCardAbsent(NOTICED_WITHIN_MILLIS);
        } catch (CardException | IllegalStateException e) {
            return true;
        }
    }

    /** As {@link #reset}, but leaves the card as it is: pcscd takes a card that does not answer a reset for a mute one. */
    void leave() throws CardFaultException {
        disconnect(false);
    }

    private void disconnect(boolean reset) throws CardFaultException {
        try {
            card.disconnect(reset);
            SunPcsc.giveBackIfRemoved(card);
        } catch (CardException | IllegalStateException e) {
            throw breakOff(PcscFault.talking(e, terminal));
        }
    }

    private CardFaultException breakOff(CardFaultException fault) {
        broken = fault.failure();
        return fault;
    }
}
