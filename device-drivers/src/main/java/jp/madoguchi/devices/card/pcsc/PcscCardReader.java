package jp.madoguchi.devices.card.pcsc;

import com.google.errorprone.annotations.CheckReturnValue;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.ReaderStatus;
import jp.madoguchi.devices.card.apdu.CardFaultException;
import jp.madoguchi.devices.card.jpki.ShortIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The card reader behind PC/SC. Looks anew each time it is asked, so that a service or a reader that comes later, goes or
 * comes back needs no restart; {@code waitForChange} of the JDK does not survive that. Belongs to one thread, and there
 * is one of it in a process: all of the JDK shares one PC/SC context.
 */
@CheckReturnValue
public final class PcscCardReader implements CardReader {
    private static final Logger log = LoggerFactory.getLogger(PcscCardReader.class);

    private final PcscTerminals terminals;
    private final ShortIds shortIds = new ShortIds();
    private @Nullable PcscCardSession session;

    /**
     * @param readerPattern a part of the reader's PC/SC name, or a glob of the whole name with {@code *} and {@code ?}
     * @throws IllegalArgumentException when the pattern is blank
     */
    public PcscCardReader(TerminalSource source, String readerPattern) {
        this.terminals = new PcscTerminals(source, new ReaderPattern(readerPattern));
    }

    @Override
    public ReaderStatus status() {
        PcscTerminals.Search search = terminals.search();
        if (search instanceof PcscTerminals.Search.Found found) {
            return statusOf(found.terminal());
        }
        return ((PcscTerminals.Search.NotFound) search).why();
    }

    /** Ends the session before, if there is one. Reader or service gone: looks for them anew once. */
    @Override
    public Opening open() {
        close();
        return open(true);
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private Opening open(boolean mayRenew) {
        if (!(terminals.search() instanceof PcscTerminals.Search.Found found)) {
            return new Opening.Failed(CardFailure.READER_GONE);
        }
        try {
            session = PcscCardSession.with(found.terminal(), shortIds);
            return new Opening.Opened(session);
        } catch (CardFaultException e) {
            if (mayRenew && e.failure() == CardFailure.READER_GONE) {
                terminals.renew();
                return open(false);
            }
            log.info("The card on {} did not open: {}: {}", found.terminal().getName(), e.failure(), e.getMessage());
            return new Opening.Failed(e.failure());
        }
    }

    /** A reader that goes away between the search and the question is told by the next search. */
    private ReaderStatus statusOf(CardTerminal terminal) {
        try {
            return terminal.isCardPresent()
                    ? new ReaderStatus.CardPresent(terminal.getName())
                    : new ReaderStatus.Empty(terminal.getName());
        } catch (CardException e) {
            terminals.renew();
            PcscTerminals.Search again = terminals.search();
            return again instanceof PcscTerminals.Search.NotFound notFound
                    ? notFound.why()
                    : new ReaderStatus.ServiceDown(PcscFault.reason(e));
        }
    }
}
