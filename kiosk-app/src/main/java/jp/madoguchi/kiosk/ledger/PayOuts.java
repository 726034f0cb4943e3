package jp.madoguchi.kiosk.ledger;

/**
 * The pay-outs of one visit while they are told: which box gave what. Hoppers have a word of their own for what they gave since
 * version 2; before that, and after a defect, the end of the pay-out alone tells it, and it was the hopper that was asked last.
 * What is told twice is given once, as in {@link Balance}.
 */
final class PayOuts {
    private Box asked = Box.hopper(0);
    private int coinYen = 1;
    private int coinsAsked;
    private int byHoppers;
    private int byEnds;
    private int unheard;

    /** What has come out of a box; less than nothing when it was another that gave it. */
    record Out(Box box, Pieces pieces) {}

    void asked(Fact.PayOutIntended intended) {
        asked = Box.hopper(intended.address());
        coinsAsked = intended.coins();
        coinYen = intended.coins() == 0 ? 1 : intended.yen() / intended.coins();
    }

    Box asked() {
        return asked;
    }

    int coinsAsked() {
        return coinsAsked;
    }

    Out paid(Fact.HopperPaid paid) {
        coinsAsked = 0;
        byHoppers += paid.yen();
        return new Out(
                Box.hopper(paid.address()),
                paid.coins() == 0 ? Pieces.NONE : Pieces.of(paid.yen() / paid.coins(), paid.coins()));
    }

    void ended(Fact.PayOutEnded ended) {
        coinsAsked = 0;
        byEnds += ended.paid();
    }

    /** What the ends tell beyond the hoppers' own words, since it was last asked for. */
    Out unheard() {
        int now = Math.max(0, byEnds - byHoppers);
        int more = now - unheard;
        unheard = now;
        return new Out(asked, more % coinYen == 0 ? Pieces.of(coinYen, more / coinYen) : Pieces.of(1, more));
    }
}
