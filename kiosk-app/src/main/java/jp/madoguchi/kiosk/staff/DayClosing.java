package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.ledger.Books;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.Period;
import jp.madoguchi.kiosk.paper.DayReport;

/**
 * 精算: ends a period of the books and prints its sums, now or later, as they were then. It waits for nobody: what a visit that is not
 * over has paid is held for it in the sums, and what follows is the next period's. Throws {@link LedgerUnavailable} where nothing else
 * is said. Any thread.
 */
public final class DayClosing {
    private final Books books;
    private final Place place;
    private final Originals papers;
    private final Clock clock;

    public DayClosing(Books books, Place place, DeskPrinter printer, Clock clock) {
        this.books = books;
        this.place = place;
        this.papers = new Originals(printer);
        this.clock = clock;
    }

    /** What a closing would say now. */
    public Period now() {
        return books.now();
    }

    /**
     * Ends the period of this number; false, and nothing changes, when another touch has ended it already. Throws
     * {@link LedgerUnavailable}: then it goes on.
     */
    @CheckReturnValue
    public boolean close(int number, String account) {
        boolean closed = books.close(number, account);
        if (closed) {
            papers.due(Integer.toString(number));
        }
        return closed;
    }

    /** Of every closing, the last one first. */
    public List<DayReport> reports() {
        List<Ledger.Entry> closings = books.closings();
        return IntStream.range(0, closings.size())
                .map(last -> closings.size() - 1 - last)
                .mapToObj(place -> report(
                        place == 0 ? Optional.empty() : Optional.of(closings.get(place - 1)), closings.get(place)))
                .toList();
    }

    /** Of the closing with this number; empty when there is none. */
    public Optional<DayReport> report(int number) {
        return reports().stream()
                .filter(report -> report.period().number() == number)
                .findFirst();
    }

    public CompletableFuture<PrintOutcome> print(DayReport report) {
        String number = Integer.toString(report.period().number());
        return papers.print(number, "Z-" + number + "-" + clock.millis(), report);
    }

    private DayReport report(Optional<Ledger.Entry> before, Ledger.Entry closing) {
        Fact.DayClosed closed = (Fact.DayClosed) closing.fact();
        return new DayReport(
                before.map(Ledger.Entry::at),
                closing.at(),
                place.kiosk(),
                place.store(),
                closed.period(),
                closed.account());
    }
}
