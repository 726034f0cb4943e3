package jp.madoguchi.kiosk.flow;

import java.util.Set;
import jp.madoguchi.devices.print.PrinterTrouble;

/**
 * The paper of one visit.
 *
 * @param pages of one copy; 0 before the document came
 * @param sidesDone as the printer reports it
 * @param stopped why the printer waits for a person now; empty when it does not
 * @param receipt whether the receipt is certain to have come out
 */
public record Paper(int pages, int sidesDone, Set<PrinterTrouble> stopped, boolean receipt) {
    static final Paper NONE = new Paper(0, 0, Set.of(), false);

    public Paper {
        stopped = Set.copyOf(stopped);
    }

    /** Each page stands on the front of a sheet of its own; the back is printed too. */
    public int sides(int copies) {
        return 2 * pages * copies;
    }

    Paper ofPages(int count) {
        return new Paper(count, 0, Set.of(), false);
    }

    Paper done(int sides) {
        return new Paper(pages, sides, Set.of(), receipt);
    }

    Paper stoppedBy(Set<PrinterTrouble> troubles) {
        return new Paper(pages, sidesDone, troubles, receipt);
    }

    Paper withReceipt(boolean out) {
        return new Paper(pages, sidesDone, stopped, out);
    }
}
