package jp.madoguchi.kiosk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import jp.madoguchi.kiosk.terms.LeftItem;
import jp.madoguchi.kiosk.terms.LeftItemGoal;
import jp.madoguchi.kiosk.terms.VisitId;

/** What residents left behind and the store keeps for them. Nobody's name and nothing of what stands on it is told. Any thread. */
public final class LeftItems {
    private final Ledger ledger;

    public LeftItems(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Something that is kept.
     *
     * @param number of its fact
     * @param account who put it away
     */
    public record Kept(long number, Instant at, VisitId visit, LeftItem item, String account) {}

    /** What is still there, oldest first. Throws {@link LedgerUnavailable}. */
    public List<Kept> kept() {
        synchronized (ledger) {
            List<Kept> kept = new ArrayList<>();
            for (Ledger.Entry entry : ledger.entries(Fact.LeftBehind.class)) {
                Fact.LeftBehind left = (Fact.LeftBehind) entry.fact();
                kept.add(new Kept(entry.number(), entry.at(), entry.visit(), left.item(), left.account()));
            }
            ledger.entries(Fact.HandedOn.class).forEach(entry -> remove(kept, (Fact.HandedOn) entry.fact()));
            return List.copyOf(kept);
        }
    }

    private static void remove(List<Kept> kept, Fact.HandedOn handed) {
        for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
            if (each.next().number() == handed.number()) {
                each.remove();
            }
        }
    }

    /** Something that was kept, and where it went. */
    public record HandedOn(Instant at, VisitId visit, LeftItem item, LeftItemGoal to, String account) {}

    /** What has left the store, the latest first, no more than {@code most}. Throws {@link LedgerUnavailable}. */
    public List<HandedOn> handedOn(int most) {
        List<HandedOn> all = new ArrayList<>();
        for (Ledger.Entry entry : ledger.entries(Fact.HandedOn.class)) {
            Fact.HandedOn handed = (Fact.HandedOn) entry.fact();
            all.add(0, new HandedOn(entry.at(), entry.visit(), handed.item(), handed.to(), handed.account()));
        }
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** Whether it may go there: only paper is destroyed. */
    public static boolean goes(LeftItem item, LeftItemGoal to) {
        return to != LeftItemGoal.DESTROYED || item == LeftItem.PAPER;
    }

    /** A clerk has put it away: the machine is free. Throws {@link LedgerUnavailable}. */
    public void keep(VisitId visit, LeftItem item, String account) {
        ledger.record(visit, new Fact.LeftBehind(item, account));
    }

    /** Whether it was there, and has left the store once, to where it {@linkplain #goes may go}. Throws {@link LedgerUnavailable}. */
    public boolean handOn(long number, LeftItemGoal to, String account) {
        synchronized (ledger) {
            List<Kept> found =
                    kept().stream().filter(kept -> kept.number() == number).toList();
            if (found.isEmpty() || !goes(found.get(0).item(), to)) {
                return false;
            }
            Kept kept = found.get(0);
            ledger.record(kept.visit(), new Fact.HandedOn(number, kept.item(), to, account));
            return true;
        }
    }
}
