package jp.madoguchi.kiosk.ledger;

import java.util.HashMap;
import java.util.Map;
import jp.madoguchi.kiosk.terms.VisitId;

/** One box while the facts are told: each change of what is in it is counted as what it was, and nowhere else. */
final class BoxState {
    private final Box box;

    /** Coins that were asked for and not answered yet. */
    private final Map<VisitId, Integer> asked = new HashMap<>();

    private Pieces now = Pieces.NONE;
    private int before;
    private int in;
    private int out;
    private int filled;
    private int emptied;
    private int difference;
    private int doubtful;
    private boolean uncounted;
    private boolean counted;
    private boolean known;

    BoxState(Box box) {
        this.box = box;
    }

    void in(Pieces pieces) {
        now = now.plus(pieces);
        in += pieces.yen();
    }

    void out(Pieces pieces) {
        now = now.minus(pieces);
        out += pieces.yen();
    }

    /** So many coins may come out for this visit, and the book still has them. */
    void asked(VisitId visit, int coins) {
        asked.put(visit, coins);
    }

    /** Of what this visit asked for, nobody knows whether so many coins came out: until somebody counts them, whatever is paid then. */
    void answered(VisitId visit, int unknown) {
        asked.remove(visit);
        doubtful += unknown;
    }

    void uncounted() {
        uncounted = true;
    }

    void filled(Pieces pieces) {
        now = now.plus(pieces);
        filled += pieces.yen();
        known = true;
    }

    /** The configuration says what is in it since it was filled, and not what was before: a shortage hides in that. */
    void filledUpTo(Pieces pieces) {
        filled(pieces.minus(now));
        certain();
    }

    /** Whoever counts a box of which nothing was ever known brings it with what is in it. */
    void counted(Pieces pieces) {
        if (known || !now.equals(Pieces.NONE)) {
            difference += pieces.yen() - now.yen();
        } else {
            filled += pieces.yen();
        }
        now = pieces;
        known = true;
        counted = true;
        certain();
    }

    void emptied(Pieces pieces) {
        counted(pieces);
        now = Pieces.NONE;
        emptied += pieces.yen();
    }

    private void certain() {
        asked.clear();
        doubtful = 0;
        uncounted = false;
    }

    /** Goes on from a closing. */
    void carried(BoxAccount account) {
        now = account.now();
        before = now.yen();
        in = 0;
        out = 0;
        filled = 0;
        emptied = 0;
        difference = 0;
        asked.clear();
        doubtful = account.doubtful();
        uncounted = account.uncounted();
        counted = false;
        known = true;
    }

    BoxAccount account() {
        return new BoxAccount(
                box.name(),
                before,
                in,
                out,
                filled,
                emptied,
                difference,
                now,
                doubtful + asked.values().stream().mapToInt(each -> each).sum(),
                uncounted,
                counted);
    }
}
