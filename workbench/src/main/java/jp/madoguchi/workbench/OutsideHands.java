package jp.madoguchi.workbench;

import java.io.IOException;

/** What a resident does beside touching the screen. Each call returns when it has been done; the kiosk may notice later. */
public interface OutsideHands {
    /** @param card names one of the cards of {@code IssuedCards} */
    void placeCard(String card) throws IOException;

    /** No card there: nothing happens. */
    void takeCard() throws IOException;

    /**
     * Drops one coin into the slot. Whatever came back before it has been taken out of the tray.
     *
     * @return false when it fell through to the return tray, out of which it has been taken again
     */
    boolean drop(int yen) throws IOException;
}
