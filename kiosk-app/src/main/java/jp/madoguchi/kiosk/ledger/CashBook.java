package jp.madoguchi.kiosk.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * What must be in each box of the machine, and what came and went since the last closing, told from facts. Coins that are taken fall
 * into the coin box and notes into the stacker; only hoppers give. A coin of which nobody knows whether it came out is still in
 * the book, as the resident it was for is still owed it.
 */
public final class CashBook {
    private final Map<Integer, Integer> hoppers;
    private final Map<Box, BoxState> boxes = new TreeMap<>();
    private final Map<VisitId, PayOuts> payOuts = new HashMap<>();

    private CashBook(Map<Integer, Integer> hoppers) {
        this.hoppers = hoppers;
        hoppers.keySet().forEach(address -> box(Box.hopper(address)));
        box(Box.COINS);
        box(Box.NOTES);
    }

    /**
     * @param entries oldest first, at least all since the last closing
     * @param hoppers address to the yen of its coins, for old facts that do not say it
     */
    static CashBook of(List<Ledger.Entry> entries, Map<Integer, Integer> hoppers) {
        CashBook book = new CashBook(hoppers);
        entries.forEach(book::tell);
        return book;
    }

    /** Hoppers by their address, then the coin box, then the stacker. */
    public List<BoxAccount> accounts() {
        return boxes.values().stream().map(BoxState::account).toList();
    }

    Optional<BoxAccount> of(Box box) {
        return Optional.ofNullable(boxes.get(box)).map(BoxState::account);
    }

    private BoxState box(Box box) {
        return boxes.computeIfAbsent(box, BoxState::new);
    }

    private void tell(Ledger.Entry entry) {
        Fact fact = entry.fact();
        if (fact instanceof Fact.CoinInserted coin) {
            box(coin.device().equals("BILL") ? Box.NOTES : Box.COINS).in(Pieces.of(coin.yen(), 1));
        } else if (fact instanceof Fact.CashBroken broken && broken.uncounted()) {
            box(Box.COINS).uncounted();
            box(Box.NOTES).uncounted();
        } else if (fact instanceof Fact.DayClosed closed) {
            closed.period()
                    .boxes()
                    .forEach(account -> box(Box.named(account.box())).carried(account));
        } else if (!staff(fact)) {
            payOut(entry.visit(), fact);
        }
    }

    private boolean staff(Fact fact) {
        if (fact instanceof Fact.HopperCounted counted) {
            int yen = counted.yen() > 0 ? counted.yen() : hoppers.getOrDefault(counted.address(), 0);
            box(Box.hopper(counted.address())).filledUpTo(Pieces.of(yen, counted.coins()));
        } else if (fact instanceof Fact.CashFilled filled) {
            box(Box.named(filled.box())).filled(filled.pieces());
        } else if (fact instanceof Fact.CashCounted counted) {
            box(Box.named(counted.box())).counted(counted.pieces());
        } else if (fact instanceof Fact.CashEmptied emptied) {
            box(Box.named(emptied.box())).emptied(emptied.pieces());
        } else {
            return false;
        }
        return true;
    }

    private void payOut(VisitId visit, Fact fact) {
        PayOuts told = payOuts.computeIfAbsent(visit, each -> new PayOuts());
        if (fact instanceof Fact.PayOutIntended intended) {
            told.asked(intended);
            box(told.asked()).asked(visit, intended.coins());
        } else if (fact instanceof Fact.HopperPaid paid) {
            int asked = told.coinsAsked();
            gave(told.paid(paid));
            box(Box.hopper(paid.address())).answered(visit, paid.certain() ? 0 : Math.max(0, asked - paid.coins()));
            gave(told.unheard());
        } else if (fact instanceof Fact.PayOutEnded ended) {
            int unanswered = told.coinsAsked();
            told.ended(ended);
            gave(told.unheard());
            if (unanswered > 0) {
                box(told.asked()).answered(visit, ended.certain() ? 0 : unanswered);
            }
        }
    }

    private void gave(PayOuts.Out out) {
        if (!out.pieces().equals(Pieces.NONE)) {
            box(out.box()).out(out.pieces());
        }
    }
}
