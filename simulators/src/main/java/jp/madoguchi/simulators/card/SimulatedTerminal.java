package jp.madoguchi.simulators.card;

import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/** One reader by its name. As in the JDK it keeps its one connection and gives it out again while it is good. */
final class SimulatedTerminal extends CardTerminal {
    private final PcscService service;
    private final String name;
    private @Nullable SimulatedConnection connection;

    SimulatedTerminal(PcscService service, String name) {
        this.service = service;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public synchronized Card connect(String protocol) throws CardException {
        boolean any = protocol.equals("*");
        if (!any && !protocol.equalsIgnoreCase("T=0") && !protocol.equalsIgnoreCase("T=1")) {
            throw new IllegalArgumentException("Unsupported protocol " + protocol);
        }
        boolean fits = any || protocol.equalsIgnoreCase(SimulatedConnection.PROTOCOL);
        if (connection != null && connection.good()) {
            if (fits) {
                return connection;
            }
            throw new CardException("Cannot connect using " + protocol + ", connection already established using "
                    + SimulatedConnection.PROTOCOL);
        }
        try {
            ReaderSlot.Grip grip = service.ask(() -> service.known(name).grip());
            if (!fits) {
                throw new PcscError("SCARD_E_PROTO_MISMATCH");
            }
            connection = new SimulatedConnection(service, grip, name);
            return connection;
        } catch (PcscError e) {
            if ("SCARD_E_NO_SMARTCARD".equals(e.getMessage())) {
                throw new CardNotPresentException("No card present", e);
            }
            throw new CardException("connect() failed", e);
        }
    }

    @Override
    public boolean isCardPresent() throws CardException {
        try {
            return service.present(name);
        } catch (PcscError e) {
            throw new CardException("isCardPresent() failed", e);
        }
    }

    @Override
    public boolean waitForCardPresent(long timeout) throws CardException {
        return waitForCard(true, timeout);
    }

    @Override
    public boolean waitForCardAbsent(long timeout) throws CardException {
        return waitForCard(false, timeout);
    }

    private boolean waitForCard(boolean wanted, long timeout) throws CardException {
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout must not be negative");
        }
        try {
            return service.await(
                            () -> service.known(name).present() == wanted ? Optional.of(wanted) : Optional.empty(),
                            timeout)
                    .isPresent();
        } catch (PcscError e) {
            throw new CardException("waitForCard() failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CardException("waitForCard() failed", e);
        }
    }

    @Override
    public String toString() {
        return "simulated terminal " + name;
    }
}
