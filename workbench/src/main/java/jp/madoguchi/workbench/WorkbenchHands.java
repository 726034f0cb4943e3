package jp.madoguchi.workbench;

import java.io.IOException;
import jp.madoguchi.simulators.cash.CoinFate;

/** The hands of a resident in front of a {@link Workbench}. */
record WorkbenchHands(Workbench bench) implements OutsideHands {
    @Override
    public void placeCard(String card) throws IOException {
        bench.readers().place(bench.cards().open(card));
    }

    @Override
    public void takeCard() {
        bench.readers().take();
    }

    @Override
    public boolean drop(int yen) {
        boolean accepted = bench.cash().drop(yen) == CoinFate.ACCEPTED;
        if (!accepted && bench.cash().takeCoins() != yen) {
            throw new IllegalStateException("more than the coin that came back lay in the tray");
        }
        return accepted;
    }
}
