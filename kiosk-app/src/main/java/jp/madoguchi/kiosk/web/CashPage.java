package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.ledger.Box;
import jp.madoguchi.kiosk.ledger.BoxAccount;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.Pieces;
import jp.madoguchi.kiosk.staff.CashDeed;
import jp.madoguchi.kiosk.staff.CashDesk;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.terms.Slug;
import org.eclipse.jetty.util.Fields;

/** What must be in each box, and how it is filled, counted and emptied. */
final class CashPage implements DeskPage {
    private static final int MOST_DIGITS = 4;

    /** What can be done with a box. */
    private enum Deed {
        FILL,
        COUNT,
        EMPTY
    }

    /** One box while it is being counted. */
    private record Draft(Clerk clerk, Deed deed, Box box, SortedSet<Integer> kinds, NumberPad pad) {
        /** What there is no field for: nothing can be in the box, as far as the kiosk knows. */
        boolean types() {
            return !kinds.isEmpty();
        }
    }

    private final CashDesk cash;
    private Optional<Draft> draft = Optional.empty();

    CashPage(CashDesk cash) {
        this.cash = cash;
    }

    @Override
    public String name() {
        return "cash";
    }

    @Override
    public synchronized View view(Clerk clerk) {
        List<BoxAccount> boxes = boxes();
        draft = draft.filter(begun -> begun.clerk().equals(clerk));
        return new View()
                .with("readable", !boxes.isEmpty())
                .with("boxes", boxes.stream().map(this::box).toList())
                .with("all", yen(boxes.stream().mapToInt(box -> box.now().yen()).sum()))
                .with("draft", draft.map(this::draft).orElse(null));
    }

    /** None when the ledger cannot be read. */
    private List<BoxAccount> boxes() {
        try {
            return cash.boxes();
        } catch (LedgerUnavailable unreadable) {
            return List.of();
        }
    }

    private static String yen(int amount) {
        return Words.staff().yen(amount);
    }

    private View box(BoxAccount account) {
        Box box = Box.named(account.box());
        return new View()
                .with("name", account.box())
                .with("words", words(box))
                .with("yen", yen(account.now().yen()))
                .with(
                        "pieces",
                        account.now().counts().entrySet().stream()
                                .map(CashPage::pieces)
                                .toList())
                .with("doubtful", account.doubtful() > 0 || account.uncounted())
                .with("fills", cash.filledWith(box).isPresent())
                .with("counts", cash.counts(account));
    }

    private static View pieces(Map.Entry<Integer, Integer> each) {
        return new View().with("yen", each.getKey()).with("count", each.getValue());
    }

    private String words(Box box) {
        return box.kind() == Box.Kind.HOPPER ? BoxNames.of(box) + use(box) : BoxNames.of(box);
    }

    private String use(Box hopper) {
        return cash.filledWith(hopper)
                .map(yen -> Words.staff().text("cash.box.hopper.yen", yen))
                .orElseGet(() -> Words.staff().text("cash.box.hopper.other"));
    }

    private View draft(Draft begun) {
        return begun.pad()
                .view()
                .with("deed", Slug.of(begun.deed()))
                .with("words", words(begun.box()))
                .with("yen", yen(pieces(begun).yen()))
                .with("types", begun.types())
                .with(
                        "fields",
                        begun.kinds().stream()
                                .map(each -> new View()
                                        .with("yen", each)
                                        .with("text", begun.pad().text(Integer.toString(each)))
                                        .with("sum", yen(each * begun.pad().number(Integer.toString(each)))))
                                .toList());
    }

    private Pieces pieces(Draft begun) {
        Map<Integer, Integer> counts = new TreeMap<>();
        begun.kinds().forEach(yen -> counts.put(yen, begun.pad().number(Integer.toString(yen))));
        return Pieces.of(counts);
    }

    @Override
    public synchronized CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        String value = String.valueOf(tapped.getValue("value"));
        draft = draft.filter(begun -> begun.clerk().equals(clerk));
        switch (String.valueOf(tapped.getValue("do"))) {
            case "fill" -> begin(clerk, Deed.FILL, value);
            case "count" -> begin(clerk, Deed.COUNT, value);
            case "empty" -> begin(clerk, Deed.EMPTY, value);
            case "choose" -> draft.ifPresent(begun -> begun.pad().choose(value));
            case "key" -> draft.ifPresent(begun -> begun.pad().press(value));
            case "back" -> draft = Optional.empty();
            case "record" -> {
                return draft.map(this::record).orElseGet(DeskPage::nothing);
            }
            default -> {
                return DeskPage.nothing();
            }
        }
        return DeskPage.nothing();
    }

    private void begin(Clerk clerk, Deed deed, String name) {
        draft = boxes().stream()
                .filter(box -> box.box().equals(name))
                .findFirst()
                .flatMap(account -> draft(clerk, deed, account));
    }

    /** What is put in is what the hopper is filled with now; what is counted may be from before. */
    private Optional<Draft> draft(Clerk clerk, Deed deed, BoxAccount account) {
        Box box = Box.named(account.box());
        SortedSet<Integer> kinds =
                deed == Deed.FILL ? new TreeSet<>(cash.filledWith(box).stream().toList()) : cash.denominations(account);
        boolean possible = deed == Deed.FILL ? !kinds.isEmpty() : cash.counts(account);
        return possible
                ? Optional.of(new Draft(clerk, deed, box, kinds, new NumberPad(fields(kinds), MOST_DIGITS)))
                : Optional.empty();
    }

    private static List<String> fields(SortedSet<Integer> kinds) {
        return kinds.stream().map(yen -> Integer.toString(yen)).toList();
    }

    private CompletableFuture<Optional<Said>> record(Draft begun) {
        if (!fields(begun.kinds()).stream().allMatch(begun.pad()::typed)) {
            return DeskPage.said(Said.bad("said.cash.type"));
        }
        Pieces pieces = pieces(begun);
        String account = begun.clerk().account();
        CashDeed deed = switch (begun.deed()) {
            case FILL ->
                cash.fill(
                        begun.box().address(),
                        pieces.counts().values().stream().mapToInt(each -> each).sum(),
                        account);
            case COUNT -> cash.count(begun.box(), pieces, account);
            case EMPTY -> cash.empty(begun.box(), pieces, account);
        };
        if (deed instanceof CashDeed.Done done) {
            draft = Optional.empty();
            return DeskPage.said(said(begun, pieces, done));
        }
        if (deed instanceof CashDeed.Unread) {
            draft = Optional.empty();
            return DeskPage.said(Said.bad("said.cash.unread"));
        }
        if (deed instanceof CashDeed.MoneyMoves) {
            return DeskPage.said(Said.bad("said.cash.moves"));
        }
        return DeskPage.said(Said.bad(deed instanceof CashDeed.NotRecorded ? "said.unwritable" : "said.cash.none"));
    }

    private Said said(Draft begun, Pieces pieces, CashDeed.Done done) {
        if (begun.deed() == Deed.FILL) {
            return Said.good("said.cash.filled", words(begun.box()), yen(pieces.yen()));
        }
        if (done.difference() == 0) {
            return Said.good("said.cash.right", words(begun.box()), yen(pieces.yen()));
        }
        return Said.bad(
                done.difference() < 0 ? "said.cash.less" : "said.cash.more",
                words(begun.box()),
                yen(Math.abs(done.difference())));
    }
}
