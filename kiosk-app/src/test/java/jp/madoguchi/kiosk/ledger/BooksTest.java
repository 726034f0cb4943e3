package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, the sums fit. */
class BooksTest {
    private static final int LENGTH = 40;
    private static final long SOME = 3;

    @TempDir
    Path dir;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boxes_atEveryInstant_holdWhatTheBookSays(long seed) {
        History history = new History(seed);
        for (int i = 0; i < LENGTH; i++) {
            history.live();
            for (BoxAccount box : history.now().boxes()) {
                int there = history.there(Box.named(box.box())).yen();
                int doubtful =
                        box.doubtful() * History.coin(Box.named(box.box()).address());
                assertTrue(
                        there <= box.now().yen() && there >= box.now().yen() - doubtful,
                        () -> there + " yen are there, and the book says " + box);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void period_atEveryFact_fits(long seed) {
        History history = lived(seed);
        for (int told = 0; told <= history.entries.size(); told++) {
            Period period = history.after(told); // cannot be made unless it does
            Takings takings = period.takings();
            assertEquals(takings.inserted(), takings.kept() + takings.returned() + takings.owed());
            assertEquals(
                    of(period, box -> box.now().yen()) - of(period, BoxAccount::before),
                    takings.kept()
                            + takings.owed()
                            + of(period, BoxAccount::filled)
                            - of(period, BoxAccount::emptied)
                            + of(period, BoxAccount::difference));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void visit_atEveryOfItsFacts_balances(long seed) {
        History history = lived(seed);
        history.visits().forEach(visit -> {
            List<Fact> facts = history.facts(visit);
            for (int told = 0; told <= facts.size(); told++) {
                Balance balance = Balance.of(facts.subList(0, told));
                assertEquals(balance.inserted(), balance.kept() + balance.returned() + balance.owed());
                assertTrue(balance.kept() >= 0 && balance.returned() >= 0 && balance.owed() >= 0, balance::toString);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void closings_together_tellEveryFactOnce(long seed) {
        History history = lived(seed);
        List<Period> periods = new ArrayList<>(history.closings);
        periods.add(history.now());
        Period ever = history.ever();
        List<ToIntFunction<Period>> sums = List.of(
                period -> period.takings().visits(),
                period -> period.takings().delivered(),
                period -> period.takings().inserted(),
                period -> period.takings().kept(),
                period -> period.takings().returned(),
                period -> period.takings().owed(),
                period -> period.owing().refunded(),
                period -> period.owing().covered(),
                period -> period.owing().voided(),
                period -> period.owing().settlements(),
                period -> period.fees().stream().mapToInt(FeeLine::copies).sum(),
                period -> period.fees().stream().mapToInt(FeeLine::yen).sum(),
                period -> of(period, BoxAccount::filled),
                period -> of(period, BoxAccount::emptied),
                period -> of(period, BoxAccount::difference));
        for (int i = 0; i < sums.size(); i++) {
            assertEquals(
                    sums.get(i).applyAsInt(ever),
                    periods.stream().mapToInt(sums.get(i)).sum(),
                    "sum " + i);
        }
        Period last = periods.get(periods.size() - 1);
        assertEquals(ever.owing().after(), last.owing().after());
        assertEquals(of(ever, box -> box.now().yen()), of(last, box -> box.now().yen()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void closing_beginsWith_whatTheOneBeforeLeft(long seed) {
        History history = lived(seed);
        List<Period> periods = new ArrayList<>(history.closings);
        periods.add(history.now());
        for (int i = 1; i < periods.size(); i++) {
            assertEquals(i + 1, periods.get(i).number());
            assertEquals(
                    periods.get(i - 1).owing().after(), periods.get(i).owing().before());
            assertEquals(of(periods.get(i - 1), box -> box.now().yen()), of(periods.get(i), BoxAccount::before));
        }
    }

    /** What is carried over is counted from the claims that are open, and not from the other sums. */
    @Test
    void period_withMoneyThatNobodyCanClaim_cannotBeMade() {
        VisitId visit = new VisitId("3f2a91c0445566778899aabbccddeeff");
        Fact end = new Fact.Ended("CANCELLED", "", "not-issued", 500, 0, 0, 500);
        List<Fact> facts = new ArrayList<>(List.of(new Fact.CoinInserted(500, 1, "COIN"), new Fact.Claimed(500, true)));
        assertEquals(500, period(visit, facts).owing().held(), "it is not over");
        facts.add(end);
        assertEquals(500, period(visit, facts).owing().after());
        assertThrows(IllegalArgumentException.class, () -> period(visit, List.of(facts.get(0), end)));
    }

    private static Period period(VisitId visit, List<Fact> facts) {
        List<Ledger.Entry> entries = new ArrayList<>();
        facts.forEach(fact -> entries.add(new Ledger.Entry(entries.size() + 1, Instant.EPOCH, visit, fact)));
        return Books.since(0, 1, entries, Map.of());
    }

    @Test
    void books_ofALedger_areThoseOfAllItsFacts() {
        History history = lived(SOME);
        try (Ledger ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC())) {
            history.entries.forEach(entry -> ledger.record(entry.visit(), entry.fact()));
            Books books = new Books(ledger, History.HOPPERS);
            assertTrue(history.closings.size() > 2, "worth its while");
            assertEquals(history.now(), books.now());
            assertEquals(history.now().boxes(), books.cash().accounts());
            assertTrue(books.close(books.now().number(), "clerk-1"));
            Ledger.Entry closed = books.closings().get(books.closings().size() - 1);
            assertEquals(new Fact.DayClosed(history.now(), "clerk-1"), closed.fact());
            assertEquals(0, books.now().takings().inserted());
            assertEquals(history.now().number() + 1, books.now().number());
        }
    }

    private static History lived(long seed) {
        History history = new History(seed);
        for (int i = 0; i < LENGTH; i++) {
            history.live();
        }
        return history;
    }

    private static int of(Period period, ToIntFunction<BoxAccount> part) {
        return period.boxes().stream().mapToInt(part).sum();
    }
}
