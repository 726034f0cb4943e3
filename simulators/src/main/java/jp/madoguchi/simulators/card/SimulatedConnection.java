package jp.madoguchi.simulators.card;

import java.util.HexFormat;
import java.util.Optional;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/**
 * A SHARED connection with the states, the thread ownership and the errors of the JDK's CardImpl. One thing is simpler:
 * here a card that was taken is missed at once, where pcscd polls and answers SCARD_E_NOT_TRANSACTED until it notices.
 */
final class SimulatedConnection extends Card {
    static final String PROTOCOL = "T=1";

    private enum State {
        OK,
        REMOVED,
        DISCONNECTED
    }

    private final PcscService service;
    private final ReaderSlot.Grip grip;
    private final String reader;
    private final SimulatedChannel basicChannel = new SimulatedChannel(this);
    private volatile State state = State.OK;
    private volatile @Nullable Thread exclusiveThread;

    SimulatedConnection(PcscService service, ReaderSlot.Grip grip, String reader) {
        this.service = service;
        this.grip = grip;
        this.reader = reader;
    }

    boolean good() {
        if (state != State.OK) {
            return false;
        }
        try {
            return service.ask(() -> {
                grip.check();
                return true;
            });
        } catch (PcscError e) {
            state = State.REMOVED;
            return false;
        }
    }

    void checkState() {
        if (state == State.DISCONNECTED) {
            throw new IllegalStateException("Card has been disconnected");
        }
        if (state == State.REMOVED) {
            throw new IllegalStateException("Card has been removed");
        }
    }

    void checkExclusive() throws CardException {
        Thread owner = exclusiveThread;
        if (owner != null && owner != Thread.currentThread()) {
            throw new CardException("Exclusive access established by another Thread");
        }
    }

    /** SCardTransmit. The service's lock is free meanwhile, so that a hand can take the card. */
    byte[] transmit(byte[] command) throws PcscError {
        grip.slot().exchange.lock();
        try {
            check();
            Optional<byte[]> answer = grip.card().transmit(command);
            if (answer.isEmpty()) {
                service.change(() -> {
                    if (holds()) {
                        grip.slot().take(); // it tore itself away
                    }
                });
                throw new PcscError("SCARD_E_NOT_TRANSACTED");
            }
            return answer.get();
        } finally {
            grip.slot().exchange.unlock();
        }
    }

    private boolean holds() {
        try {
            grip.check();
            return true;
        } catch (PcscError e) {
            return false;
        }
    }

    private void check() throws PcscError {
        try {
            service.ask(() -> {
                grip.check();
                return true;
            });
        } catch (PcscError e) {
            if ("SCARD_W_REMOVED_CARD".equals(e.getMessage())) {
                state = State.REMOVED;
            }
            throw e;
        }
    }

    @Override
    public ATR getATR() {
        return new ATR(grip.atr());
    }

    @Override
    public String getProtocol() {
        return PROTOCOL;
    }

    @Override
    public CardChannel getBasicChannel() {
        checkState();
        return basicChannel;
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
        checkState();
        checkExclusive();
        try {
            byte[] answer = transmit(new byte[] {0x00, 0x70, 0x00, 0x00, 0x01});
            throw new CardException("openLogicalChannel() failed, card response: "
                    + HexFormat.ofDelimiter(":").formatHex(answer)); // no card here answers 9000
        } catch (PcscError e) {
            throw new CardException("openLogicalChannel() failed", e);
        }
    }

    @Override
    public synchronized void beginExclusive() throws CardException {
        checkState();
        Thread owner = exclusiveThread;
        if (owner != null) {
            throw new CardException("Exclusive access has already been assigned to Thread " + owner.getName());
        }
        try {
            check();
        } catch (PcscError e) {
            throw new CardException("beginExclusive() failed", e);
        }
        exclusiveThread = Thread.currentThread();
    }

    @Override
    public synchronized void endExclusive() throws CardException {
        checkState();
        if (exclusiveThread != Thread.currentThread()) {
            throw new IllegalStateException("Exclusive access not assigned to current Thread");
        }
        try {
            check();
        } catch (PcscError e) {
            throw new CardException("endExclusive() failed", e);
        } finally {
            exclusiveThread = null;
        }
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
        checkState();
        checkExclusive();
        throw new CardException("transmitControlCommand() failed", new PcscError("SCARD_E_UNSUPPORTED_FEATURE"));
    }

    @Override
    public void disconnect(boolean reset) throws CardException {
        if (state != State.OK) {
            return;
        }
        checkExclusive();
        state = State.DISCONNECTED;
        exclusiveThread = null;
        if (reset) {
            service.change(() -> {
                if (holds()) {
                    grip.slot().reset();
                }
            });
        }
    }

    @Override
    public String toString() {
        return "simulated card in " + reader + ", protocol " + PROTOCOL + ", state " + state;
    }
}
