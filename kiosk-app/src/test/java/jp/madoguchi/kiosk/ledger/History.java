package jp.madoguchi.kiosk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.SettlementReason;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * A kiosk's life by chance: residents pay, cancel and get change, hoppers fall silent, the program is killed, clerks fill, count,
 * empty, settle and close, and now and then somebody takes a coin. It knows what really lies in the boxes.
 */
final class History {
    static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10);
    private static final Instant BEGIN = Instant.parse("2026-11-22T03:00:00Z");
    private static final String CLERK = "clerk-1";

    final List<Ledger.Entry> entries = new ArrayList<>();
    final List<Period> closings = new ArrayList<>();

    private final Map<Box, Pieces> boxes = new HashMap<>();

    private final Random chance;
    private final List<VisitId> visits = new ArrayList<>();
    private VisitId visit = Ledger.NO_VISIT;

    History(long seed) {
        chance = new Random(seed);
        HOPPERS.forEach((address, yen) -> {
            tell(Ledger.NO_VISIT, new Fact.HopperCounted(address, 80, "", yen));
            boxes.put(Box.hopper(address), Pieces.of(yen, 80));
        });
        boxes.put(Box.COINS, Pieces.NONE);
        boxes.put(Box.NOTES, Pieces.NONE);
    }

    /** One more thing happens. */
    void live() {
        switch (chance.nextInt(10)) {
            case 0 -> fillOrCount();
            case 1 -> settle();
            case 2 -> moneyOfAnEarlierVisit();
            case 3 -> close();
            default -> visit();
        }
    }

    List<Fact> facts(VisitId of) {
        return of(of).stream().map(Ledger.Entry::fact).toList();
    }

    List<VisitId> visits() {
        return visits;
    }

    /** What really lies there. */
    Pieces there(Box box) {
        return boxes.getOrDefault(box, Pieces.NONE);
    }

    /** What each coin of a hopper is worth; 0 for what is none. */
    static int coin(int address) {
        return HOPPERS.getOrDefault(address, 0);
    }

    private List<Ledger.Entry> of(VisitId of) {
        return entries.stream().filter(entry -> entry.visit().equals(of)).toList();
    }

    private void tell(VisitId of, Fact fact) {
        entries.add(new Ledger.Entry(entries.size() + 1, BEGIN.plusSeconds(entries.size()), of, fact));
    }

    private void tell(Fact fact) {
        tell(visit, fact);
    }

    private <T> T any(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private boolean one(int in) {
        return chance.nextInt(in) == 0;
    }

    private void visit() {
        visit = new VisitId(String.format("%032x", visits.size() + 1));
        visits.add(visit);
        int fee = any(List.of(0, 200, 300, 450));
        DocumentKind kind = any(List.of(DocumentKind.values()).subList(0, 3));
        tell(new Fact.Ordered(visit.hex(), fee, one(2) ? "13101" : "13104", kind.wireName(), 1));
        int inserted = pay(one(5) ? fee / 2 : fee);
        if (inserted < fee) {
            payOut(inserted);
        } else if (print()) {
            payOut(inserted - fee);
        } else if (one(2)) {
            payOut(inserted);
        }
        if (!one(12)) {
            end(); // or the program was killed, and never came back to it
        }
    }

    private int pay(int price) {
        int inserted = 0;
        while (inserted < price) {
            int yen = any(List.of(100, 500, 1000));
            money(yen);
            inserted += yen;
        }
        if (one(20)) {
            tell(new Fact.CashBroken("EVENTS_LOST", "", true));
        }
        return inserted;
    }

    private void money(int yen) {
        Box box = yen == 1000 ? Box.NOTES : Box.COINS;
        tell(new Fact.CoinInserted(yen, 1, yen == 1000 ? "BILL" : "COIN"));
        boxes.merge(box, Pieces.of(yen, 1), Pieces::plus);
    }

    private boolean print() {
        tell(new Fact.PrintIntended("D-1", "00", 2));
        String result = any(List.of("PRINTED", "PRINTED", "NOT_PRINTED", "UNKNOWN"));
        if (!one(10)) {
            tell(new Fact.PrintEnded(result, 2));
        }
        return result.equals("PRINTED");
    }

    private void payOut(int amount) {
        int paid = 0;
        boolean certain = true;
        for (int address : List.of(3, 4)) {
            int yen = coin(address);
            int coins = (amount - paid) / yen;
            if (coins > 0 && certain) {
                tell(new Fact.PayOutIntended(coins * yen, address, coins, 0));
                int out = one(6) ? chance.nextInt(coins + 1) : coins;
                boxes.merge(Box.hopper(address), Pieces.of(yen, out), Pieces::minus);
                if (one(15)) {
                    return; // killed
                }
                certain = !one(8);
                int told = certain ? out : 0;
                tell(new Fact.HopperPaid(address, told, told * yen, certain));
                paid += told * yen;
            }
        }
        if (amount > 0) {
            tell(new Fact.PayOutEnded(paid, amount - paid, certain));
        }
    }

    /** As {@link Closing#close} does. */
    private void end() {
        Balance balance = Balance.of(facts(visit));
        Fact claim = new Fact.Claimed(balance.owed(), balance.certain());
        if (balance.open() && !facts(visit).contains(claim)) {
            tell(claim);
        }
        tell(new Fact.Ended("", "", "", balance.inserted(), balance.kept(), balance.returned(), balance.owed()));
    }

    private void moneyOfAnEarlierVisit() {
        if (!visits.isEmpty()) {
            visit = visits.get(chance.nextInt(visits.size()));
            money(one(2) ? 500 : 1000);
            if (one(2)) {
                end();
            }
        }
    }

    private void fillOrCount() {
        Box box = any(List.of(Box.hopper(3), Box.hopper(4), Box.COINS, Box.NOTES));
        int yen = box.equals(Box.COINS) ? 100 : box.equals(Box.NOTES) ? 1000 : coin(box.address());
        if (box.kind() == Box.Kind.HOPPER && one(2)) {
            tell(Ledger.NO_VISIT, new Fact.CashFilled(box.name(), Pieces.of(yen, 20), CLERK));
            boxes.merge(box, Pieces.of(yen, 20), Pieces::plus);
        }
        if (one(3) && there(box).count(yen) > 0) {
            boxes.merge(box, Pieces.of(yen, 1), Pieces::minus); // somebody takes one
            count(box);
        } else if (one(2)) {
            count(box);
        }
    }

    private void count(Box box) {
        int expected = CashBook.of(entries, HOPPERS).of(box).orElseThrow().now().yen();
        if (one(2)) {
            tell(Ledger.NO_VISIT, new Fact.CashCounted(box.name(), there(box), expected, CLERK));
        } else {
            tell(Ledger.NO_VISIT, new Fact.CashEmptied(box.name(), there(box), expected, CLERK));
            boxes.put(box, Pieces.NONE);
        }
    }

    private void settle() {
        for (VisitId each : visits) {
            Optional<Claim> open = Claim.of(of(each));
            if (open.isPresent() && one(2)) {
                SettlementReason reason = any(List.of(SettlementReason.values()));
                if (Claims.decide(open, Decision.all(open.get(), reason, "", CLERK))
                        instanceof SettleOutcome.Done done) {
                    tell(each, done.settled());
                }
            }
        }
    }

    private void close() {
        Period period = now();
        closings.add(period);
        tell(Ledger.NO_VISIT, new Fact.DayClosed(period, CLERK));
    }

    /** Since the last closing. */
    Period now() {
        return after(entries.size());
    }

    /** Since the last closing, when only the first {@code told} facts had been told. */
    Period after(int told) {
        List<Ledger.Entry> facts = entries.subList(0, told);
        List<Ledger.Entry> closed = facts.stream()
                .filter(entry -> entry.fact() instanceof Fact.DayClosed)
                .toList();
        long from = closed.isEmpty() ? 0 : closed.get(closed.size() - 1).number();
        return Books.since(from, closed.size() + 1, facts, HOPPERS);
    }

    /** From the beginning, as if there had been no closing. */
    Period ever() {
        return Books.since(
                0,
                1,
                entries.stream()
                        .filter(entry -> !(entry.fact() instanceof Fact.DayClosed))
                        .toList(),
                HOPPERS);
    }
}
