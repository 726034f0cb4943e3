package jp.madoguchi.devices.card.pcsc;

import java.nio.ByteBuffer;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import jp.madoguchi.devices.card.apdu.ApduChannel;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import org.jspecify.annotations.Nullable;

/** One handle: dies with its card, and says so as the JDK does, first by a code and then by its state. */
final class TestCard extends Card {
    private final TestTerminal terminal;
    private final ApduChannel card;
    private final int resetsAtConnect;
    private final ATR atr;
    private @Nullable String state;
    private @Nullable Thread exclusive;

    TestCard(TestTerminal terminal, ApduChannel card) {
        this.terminal = terminal;
        this.card = card;
        this.resetsAtConnect = terminal.resets;
        this.atr = terminal.atr;
    }

    private void checkState() {
        String over = state;
        if (over != null) {
            throw new IllegalStateException("Card has been " + over);
        }
    }

    private void checkCard() throws CardException {
        if (terminal.placed != card) {
            state = "removed";
            throw TestTerminals.failure("SCARD_W_REMOVED_CARD");
        }
        if (terminal.resets != resetsAtConnect) {
            throw TestTerminals.failure("SCARD_W_RESET_CARD");
        }
    }

    @Override
    public ATR getATR() {
        return atr;
    }

    @Override
    public String getProtocol() {
        return "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
        checkState();
        return new Channel();
    }

    @Override
    public CardChannel openLogicalChannel() {
        throw new UnsupportedOperationException("JPKI cards have no logical channels");
    }

    @Override
    public void beginExclusive() throws CardException {
        checkState();
        terminal.note("begin");
        checkCard();
        exclusive = Thread.currentThread();
    }

    @Override
    public void endExclusive() throws CardException {
        checkState();
        terminal.note("end");
        if (exclusive != Thread.currentThread()) {
            throw new IllegalStateException("Exclusive access not assigned to current Thread");
        }
        exclusive = null;
        checkCard();
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) {
        throw new UnsupportedOperationException("nothing here needs it");
    }

    @Override
    public void disconnect(boolean reset) throws CardException {
        if (state != null) {
            return;
        }
        state = "disconnected";
        terminal.note((reset ? "reset" : "leave") + (exclusive == null ? "" : " under lock"));
        String code = terminal.resetFails;
        terminal.resetFails = null;
        if (code != null) {
            throw TestTerminals.failure(code);
        }
    }

    private final class Channel extends CardChannel {
        @Override
        public Card getCard() {
            return TestCard.this;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) {
            throw new AssertionError("copies the PIN once more than needed");
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            checkState();
            if (exclusive != Thread.currentThread()) {
                throw new AssertionError("a command without the lock");
            }
            checkCard();
            byte[] bytes = new byte[command.remaining()];
            command.get(bytes);
            try {
                byte[] answer = card.transmit(bytes);
                response.put(answer);
                return answer.length;
            } catch (CardFaultException e) {
                throw lost(e);
            }
        }

        @Override
        public void close() {
            throw new IllegalStateException("Cannot close basic logical channel");
        }
    }

    private CardException lost(CardFaultException e) {
        return switch (e.failure()) {
            case REMOVED -> {
                terminal.placed = null;
                state = "removed";
                yield TestTerminals.failure("SCARD_W_REMOVED_CARD");
            }
            case RESET -> {
                terminal.resets++;
                yield TestTerminals.failure("SCARD_W_RESET_CARD");
            }
            case READER_GONE -> {
                terminal.presenceFails = "SCARD_E_NO_SERVICE";
                yield TestTerminals.failure("SCARD_E_NO_SERVICE");
            }
            case UNRESPONSIVE, GARBLED -> TestTerminals.failure("SCARD_E_NOT_TRANSACTED");
        };
    }
}
