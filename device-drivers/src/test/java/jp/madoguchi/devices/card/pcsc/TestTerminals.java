package jp.madoguchi.devices.card.pcsc;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;

/** A PC/SC service of tests: what it does is noted, and every failure looks as the JDK's provider makes it look. */
final class TestTerminals implements TerminalSource {
    /** What was called, in order. */
    final List<String> calls = new ArrayList<>();

    final List<TestTerminal> readers = new ArrayList<>();
    /** PC/SC code with which {@link #get} fails. */
    @Nullable
    String downWith;
    /** PC/SC code with which the factories handed out so far fail for ever, as after a restart of pcscd. */
    @Nullable
    String staleWith;

    private int generation;

    TestTerminal add(String name) {
        TestTerminal terminal = new TestTerminal(name, calls);
        readers.add(terminal);
        return terminal;
    }

    @Override
    public TerminalFactory get() throws NoSuchAlgorithmException {
        calls.add("get");
        String down = downWith;
        if (down != null) {
            throw new NoSuchAlgorithmException("Error constructing implementation", new CardException(down));
        }
        generation++;
        staleWith = null;
        return TerminalFactory.getInstance("Test", generation, new TestProvider());
    }

    /** The exception of the JDK: its own words outside, the code in the cause. */
    static CardException failure(String code) {
        return new CardException("it failed", new Exception(code));
    }

    private final class TestProvider extends Provider {
        private static final long serialVersionUID = 1L;

        TestProvider() {
            super("TestTerminals", "1", "readers of tests");
            putService(new Service(this, "TerminalFactory", "Test", TestTerminals.class.getName(), null, null) {
                @Override
                public Object newInstance(@Nullable Object parameter) {
                    return new TestFactory((int) Objects.requireNonNull(parameter));
                }
            });
        }
    }

    private final class TestFactory extends TerminalFactorySpi {
        private final int born;

        TestFactory(int born) {
            this.born = born;
        }

        @Override
        protected CardTerminals engineTerminals() {
            return new CardTerminals() {
                @Override
                public List<CardTerminal> list(State state) throws CardException {
                    String stale = staleWith;
                    if (stale != null || born != generation) {
                        throw failure(stale == null ? "SCARD_E_INVALID_HANDLE" : stale);
                    }
                    return List.copyOf(readers);
                }

                @Override
                public boolean waitForChange(long timeout) {
                    throw new AssertionError("unreliable when readers come and go");
                }
            };
        }
    }
}
