package jp.madoguchi.kiosk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * Which visits nobody needs any more: over, told to the center, with nothing open, and counted in the books. What is derived from the
 * facts that stay must not change.
 */
final class Retention {
    /** Of a visit that has a fact of any other kind something is kept, or off. */
    static final Set<Class<? extends Fact>> OVER = Set.of(
            Fact.Ordered.class,
            Fact.CoinInserted.class,
            Fact.NoteHeld.class,
            Fact.SlotsOpened.class,
            Fact.SlotsShut.class,
            Fact.CounterSeen.class,
            Fact.CashBroken.class,
            Fact.PayOutIntended.class,
            Fact.HopperPaid.class,
            Fact.PayOutEnded.class,
            Fact.PrintIntended.class,
            Fact.PrintJobCreated.class,
            Fact.PrintEnded.class,
            Fact.Claimed.class,
            Fact.ClaimSlipIntended.class,
            Fact.ClaimSlipEnded.class,
            Fact.ClaimSettled.class,
            Fact.Ended.class,
            Fact.Reported.class,
            Fact.ReportRefused.class);

    private static final Set<Class<? extends Fact>> MONEY = Set.of(
            Fact.CoinInserted.class,
            Fact.CashBroken.class,
            Fact.PayOutIntended.class,
            Fact.HopperPaid.class,
            Fact.PayOutEnded.class,
            Fact.Claimed.class,
            Fact.ClaimSettled.class);

    private final Instant before;
    private final OptionalLong closed;
    private final Map<Box, Long> counted = new HashMap<>();
    private final Set<Long> counters;

    /**
     * @param before a visit of which something was told since then stays
     * @param boxes what was done to the cash and the books, oldest first
     * @param counters the numbers of the facts from which the devices' counters go on
     */
    Retention(Instant before, List<Ledger.Entry> boxes, Set<Long> counters) {
        this.before = before;
        this.counters = Set.copyOf(counters);
        OptionalLong last = OptionalLong.empty();
        for (Ledger.Entry entry : boxes) {
            Fact fact = entry.fact();
            if (fact instanceof Fact.DayClosed) {
                last = OptionalLong.of(entry.number());
            } else if (fact instanceof Fact.HopperCounted hopper) {
                counted.put(Box.hopper(hopper.address()), entry.number());
            } else if (fact instanceof Fact.CashCounted cash) {
                counted.put(Box.named(cash.box()), entry.number());
            } else if (fact instanceof Fact.CashEmptied cash) {
                counted.put(Box.named(cash.box()), entry.number());
            }
        }
        this.closed = last;
    }

    /** Of these visits, each with all its facts, oldest first. */
    List<VisitId> unneeded(List<List<Ledger.Entry>> visits) {
        List<VisitId> unneeded = new ArrayList<>();
        for (List<Ledger.Entry> entries : visits) {
            if (isUnneeded(entries)) {
                unneeded.add(entries.get(0).visit());
            }
        }
        return unneeded;
    }

    private boolean isUnneeded(List<Ledger.Entry> entries) {
        List<Fact> facts = entries.stream().map(Ledger.Entry::fact).toList();
        VisitId visit = entries.get(0).visit();
        return !visit.equals(Ledger.NO_VISIT)
                && entries.stream().allMatch(entry -> entry.at().isBefore(before))
                && facts.stream().allMatch(fact -> OVER.contains(fact.getClass()))
                && isOver(visit, facts)
                && Claim.of(entries).isEmpty()
                && entries.stream().noneMatch(entry -> counters.contains(entry.number()))
                && (none(facts, MONEY::contains) || isBooked(entries));
    }

    private static boolean isOver(VisitId visit, List<Fact> facts) {
        boolean told = facts.stream().anyMatch(Fact.Reported.class::isInstance)
                || facts.stream().anyMatch(Fact.ReportRefused.class::isInstance);
        return told
                && !Closing.lacksAnEnd(facts)
                && OpenPrint.of(visit, facts).isEmpty()
                && OpenPayOut.of(visit, facts).isEmpty();
    }

    private static boolean none(List<Fact> facts, Predicate<Class<? extends Fact>> kind) {
        return facts.stream().map(Fact::getClass).noneMatch(kind);
    }

    /** Before the last closing, and each hopper that paid was counted since. */
    private boolean isBooked(List<Ledger.Entry> entries) {
        long last = entries.get(entries.size() - 1).number();
        Set<Box> paying = new HashSet<>();
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.PayOutIntended intended) {
                paying.add(Box.hopper(intended.address()));
            } else if (entry.fact() instanceof Fact.HopperPaid paid) {
                paying.add(Box.hopper(paid.address()));
            }
        }
        return closed.isPresent()
                && last < closed.getAsLong()
                && paying.stream().allMatch(box -> last < counted.getOrDefault(box, 0L));
    }
}
