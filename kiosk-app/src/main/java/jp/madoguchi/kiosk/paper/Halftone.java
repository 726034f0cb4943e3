package jp.madoguchi.kiosk.paper;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Greys as clusters of dots that grow from the middle of a cell of 8 × 8: single dots would come out of one laser printer and
 * not of the next. Black stays black and white stays white, dot for dot.
 *
 * <table>
 * <caption>Black dots in a cell</caption>
 * <tr><th>brightness</th><td>0</td><td>51</td><td>128</td><td>204</td><td>255</td></tr>
 * <tr><th>dots of 64</th><td>64</td><td>52</td><td>32</td><td>13</td><td>0</td></tr>
 * </table>
 */
final class Halftone {
    private static final int CELL = 8;
    private static final int[] THRESHOLDS = thresholds();

    private Halftone() {}

    /** @param brightness 0 black to 255 white */
    static boolean black(int x, int y, int brightness) {
        return brightness < THRESHOLDS[y % CELL * CELL + x % CELL];
    }

    /** The nearer to the middle, the lighter the grey that is still black there: 1 in a corner, 255 in the middle. */
    private static int[] thresholds() {
        Integer[] places = new Integer[CELL * CELL];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, Comparator.comparingDouble(Halftone::fromTheMiddle).reversed());
        int[] thresholds = new int[places.length];
        for (int rank = 0; rank < places.length; rank++) {
            thresholds[places[rank]] = 1 + rank * 254 / (places.length - 1);
        }
        return thresholds;
    }

    private static double fromTheMiddle(int place) {
        int x = place % CELL;
        int y = place / CELL;
        return Math.hypot(x - (CELL - 1) / 2.0, y - (CELL - 1) / 2.0);
    }
}
