package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.ledger.Books;
import jp.madoguchi.kiosk.ledger.Box;
import jp.madoguchi.kiosk.ledger.BoxAccount;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.Pieces;

/**
 * A clerk fills hoppers, counts boxes, and empties them. What counting finds more or less than must be there is told and shown, and
 * never asked away. Any thread.
 */
public final class CashDesk {
    /** From here on it is a note. */
    private static final int NOTE = 1000;

    private final Ledger ledger;
    private final Books books;
    private final Map<Integer, Integer> hoppers;
    private final Set<Integer> accepts;
    private final Runnable recount;

    /**
     * @param hoppers address to the yen of its coins
     * @param accepts coins and notes that are taken, in yen
     * @param recount tells whoever promises change that the ledger has another count
     */
    public CashDesk(Ledger ledger, Books books, Map<Integer, Integer> hoppers, Set<Integer> accepts, Runnable recount) {
        this.ledger = ledger;
        this.books = books;
        this.hoppers = Map.copyOf(hoppers);
        this.accepts = Set.copyOf(accepts);
        this.recount = recount;
    }

    /** What must be in each. Throws {@link LedgerUnavailable}. */
    public List<BoxAccount> boxes() {
        return books.cash().accounts();
    }

    /** Which coins a hopper is filled with, in yen; none when the configuration has no such hopper. */
    public Optional<Integer> filledWith(Box box) {
        return box.kind() == Box.Kind.HOPPER ? Optional.ofNullable(hoppers.get(box.address())) : Optional.empty();
    }

    /**
     * Which coins or notes, in yen, can be in a box: those that get there now, and those that are there from before, whatever the
     * configuration has become since.
     */
    public SortedSet<Integer> denominations(BoxAccount account) {
        Box box = Box.named(account.box());
        SortedSet<Integer> all = new TreeSet<>(
                switch (box.kind()) {
                    case HOPPER -> filledWith(box).map(Set::of).orElse(Set.of());
                    case COINS -> accepts.stream().filter(yen -> yen < NOTE).collect(Collectors.toSet());
                    case NOTES -> accepts.stream().filter(yen -> yen >= NOTE).collect(Collectors.toSet());
                });
        account.now().counts().forEach((yen, count) -> {
            if (count != 0) { // fewer than none: nobody told what went in
                all.add(yen);
            }
        });
        return all;
    }

    /** Whether people can count it: something can be in it, or it takes somebody to say that nothing is. */
    public boolean counts(BoxAccount account) {
        return account.doubtful() > 0
                || account.uncounted()
                || !denominations(account).isEmpty();
    }

    /** So many coins were put into a hopper, to those that were there. */
    @CheckReturnValue
    public CashDeed fill(int address, int coins, String account) {
        Box box = Box.hopper(address);
        Optional<Integer> yen = filledWith(box);
        if (coins <= 0 || yen.isEmpty()) {
            return new CashDeed.NotThisMoney();
        }
        Pieces pieces = Pieces.of(yen.get(), coins);
        return told(box, pieces, (expected, counted) -> new Fact.CashFilled(box.name(), counted, account));
    }

    /** So many are in the box, and stay there. */
    @CheckReturnValue
    public CashDeed count(Box box, Pieces pieces, String account) {
        return told(box, pieces, (expected, counted) -> new Fact.CashCounted(box.name(), counted, expected, account));
    }

    /** So many were in the box, and all were taken out. */
    @CheckReturnValue
    public CashDeed empty(Box box, Pieces pieces, String account) {
        return told(box, pieces, (expected, counted) -> new Fact.CashEmptied(box.name(), counted, expected, account));
    }

    private interface Telling {
        Fact of(int expected, Pieces counted);
    }

    private CashDeed told(Box box, Pieces pieces, Telling telling) {
        try {
            synchronized (ledger) {
                Optional<BoxAccount> before = account(box).filter(account -> canBeIn(account, pieces));
                if (before.isEmpty()) {
                    return new CashDeed.NotThisMoney();
                }
                if (books.moneyMoves()) {
                    return new CashDeed.MoneyMoves();
                }
                ledger.record(Ledger.NO_VISIT, telling.of(before.get().now().yen(), pieces));
                return told(box, before.get());
            }
        } catch (LedgerUnavailable refused) {
            return new CashDeed.NotRecorded();
        }
    }

    private boolean canBeIn(BoxAccount account, Pieces pieces) {
        return counts(account)
                && denominations(account).containsAll(pieces.counts().keySet())
                && pieces.counts().values().stream().noneMatch(count -> count < 0);
    }

    /** The fact is durable, whatever can be read now. */
    private CashDeed told(Box box, BoxAccount before) {
        try {
            recount.run();
            BoxAccount now = account(box).orElseThrow();
            return new CashDeed.Done(now.difference() - before.difference(), now);
        } catch (LedgerUnavailable unreadable) {
            return new CashDeed.Unread();
        }
    }

    private Optional<BoxAccount> account(Box box) {
        return boxes().stream().filter(each -> each.box().equals(box.name())).findFirst();
    }
}
