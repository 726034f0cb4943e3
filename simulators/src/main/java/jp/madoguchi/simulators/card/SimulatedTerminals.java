package jp.madoguchi.simulators.card;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import javax.smartcardio.TerminalFactorySpi;

/**
 * Readers inside this JVM, behind javax.smartcardio, which behave as the JDK's own do on top of pcscd. This is the hand
 * that plugs readers in and lays cards on them; {@link #factory()} is what the program under test gets.
 *
 * <p>Thread-safe. Nothing here waits.
 */
public final class SimulatedTerminals {
    private static final String TYPE = "PC/SC";

    private final PcscService service = new PcscService();
    private final Provider provider = new SimulatorProvider(service);

    /** A factory of type "PC/SC" over these readers. */
    public TerminalFactory factory() {
        try {
            return TerminalFactory.getInstance(TYPE, null, provider);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the provider made here offers " + TYPE, e);
        }
    }

    /** Plugs a reader in; it is there already: nothing happens. */
    public void add(String reader) {
        service.add(reader);
    }

    /** Unplugs a reader, with the card on it. */
    public void remove(String reader) {
        service.remove(reader);
    }

    /** Lays a card on a reader; one that lies there is taken away first. */
    public void place(String reader, JpkiCard card) {
        ReaderSlot slot = service.slot(reader);
        service.change(() -> {
            slot.take();
            slot.place(card);
        });
    }

    /** Takes the card away, also in the middle of a command; there is none: nothing happens. */
    public void take(String reader) {
        ReaderSlot slot = service.slot(reader);
        service.change(slot::take);
    }

    /** {@link #place(String, JpkiCard)} when there is one reader. */
    public void place(JpkiCard card) {
        place(only(), card);
    }

    /** {@link #take(String)} when there is one reader. */
    public void take() {
        take(only());
    }

    /** Another program connects and resets the card: connections made before answer SCARD_W_RESET_CARD. */
    public void resetByAnotherProgram(String reader) {
        ReaderSlot slot = service.slot(reader);
        service.change(slot::reset);
    }

    /** Stops or starts the PC/SC service. While it is stopped every call fails with SCARD_E_NO_SERVICE. */
    public void run(boolean on) {
        service.run(on);
    }

    private String only() {
        try {
            List<String> names = service.names();
            if (names.size() == 1) {
                return names.get(0);
            }
            throw new IllegalStateException("name the reader: there are " + names);
        } catch (PcscError e) {
            throw new IllegalStateException("there is no reader to use: " + e.getMessage(), e);
        }
    }

    private static final class SimulatorProvider extends Provider {
        private static final long serialVersionUID = 1;

        SimulatorProvider(PcscService pcsc) {
            super("MadoguchiSimulators", "1", "simulated card readers");
            putService(new Service(this, "TerminalFactory", TYPE, Spi.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Spi(pcsc);
                }
            });
        }
    }

    private static final class Spi extends TerminalFactorySpi {
        private final CardTerminals terminals;

        Spi(PcscService service) {
            terminals = new TerminalList(service);
        }

        @Override
        protected CardTerminals engineTerminals() {
            return terminals;
        }
    }
}
