package jp.madoguchi.devices.card.pcsc;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import jp.madoguchi.devices.card.ReaderStatus;
import org.jspecify.annotations.Nullable;

/** Finds the one terminal with our name, through restarts of the PC/SC service. Belongs to one thread. */
final class PcscTerminals {
    private final TerminalSource source;
    private final ReaderPattern pattern;
    private @Nullable TerminalFactory factory;

    PcscTerminals(TerminalSource source, ReaderPattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /** What a search comes to. */
    sealed interface Search {
        record Found(CardTerminal terminal) implements Search {}

        record NotFound(ReaderStatus why) implements Search {}
    }

    /** Looks at the terminals that are there now. A service that does not answer is asked anew once. */
    Search search() {
        boolean known = factory != null;
        try {
            return choose(list());
        } catch (NoSuchAlgorithmException | CardException e) {
            renew();
            return known ? search() : new Search.NotFound(new ReaderStatus.ServiceDown(PcscFault.reason(e)));
        }
    }

    /** The next search asks the source for another factory. */
    void renew() {
        if (factory != null && factory.getProvider().getName().equals(SunPcsc.PROVIDER)) {
            SunPcsc.forgetContext();
        }
        factory = null;
    }

    private List<CardTerminal> list() throws NoSuchAlgorithmException, CardException {
        if (factory == null) {
            factory = source.get();
        }
        try {
            return factory.terminals().list();
        } catch (CardException e) {
            if (PcscFault.reason(e).equals(PcscFault.NO_READERS)) {
                return List.of();
            }
            throw e;
        }
    }

    private Search choose(List<CardTerminal> terminals) {
        List<CardTerminal> matching =
                terminals.stream().filter(t -> pattern.matches(t.getName())).toList();
        return switch (matching.size()) {
            case 0 -> new Search.NotFound(new ReaderStatus.NoReader(pattern.text(), names(terminals)));
            case 1 -> new Search.Found(matching.get(0));
            default -> new Search.NotFound(new ReaderStatus.SeveralReaders(pattern.text(), names(matching)));
        };
    }

    private static List<String> names(List<CardTerminal> terminals) {
        return terminals.stream().map(CardTerminal::getName).toList();
    }
}
