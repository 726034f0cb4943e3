package jp.madoguchi.simulators.card;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One reader that is plugged in, and what lies on it. Guarded by the lock of its {@link PcscService}. */
final class ReaderSlot {
    /** Held while a command is with the card: a reader talks to it one command at a time. */
    final ReentrantLock exchange = new ReentrantLock();

    private @Nullable JpkiCard card;
    private Optional<byte[]> atr = Optional.empty();
    private int placements;
    private int resets;

    void place(JpkiCard placed) {
        card = placed;
        placements++;
        atr = placed.powerOn();
    }

    /** No card is no trouble. */
    void take() {
        if (card != null) {
            card.powerOff();
            card = null;
        }
    }

    boolean present() {
        return card != null;
    }

    /** Powers the card up again; every other connection learns of it by an error. */
    void reset() {
        if (card != null) {
            resets++;
            atr = card.powerOn();
        }
    }

    /**
     * The state that a new connection would be bound to.
     *
     * @throws PcscError when there is none
     */
    Grip grip() throws PcscError {
        if (card == null) {
            throw new PcscError("SCARD_E_NO_SMARTCARD");
        }
        if (atr.isEmpty()) {
            atr = card.powerOn(); // the service tries again with every connection
        }
        byte[] bytes = atr.orElseThrow(() -> new PcscError("SCARD_W_UNRESPONSIVE_CARD"));
        return new Grip(this, card, bytes, placements, resets);
    }

    /** A connection's hold on one card between two resets. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Grip(ReaderSlot slot, JpkiCard card, byte[] atr, int placement, int reset) {
        void check() throws PcscError {
            if (slot.card == null || slot.placements != placement) {
                throw new PcscError("SCARD_W_REMOVED_CARD");
            }
            if (slot.resets != reset) {
                throw new PcscError("SCARD_W_RESET_CARD");
            }
        }
    }
}
