package jp.madoguchi.kiosk.flow;

import java.util.EnumSet;
import java.util.Set;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Slug;

/**
 * The paper of one visit.
 *
 * @param pages of one copy; 0 before the document came
 * @param sidesDone as the printer reports it
 * @param stopped why the printer waits for a person now; empty when it does not
 * @param receipt whether the receipt is certain to have come out
 * @param unknown whether nobody knows how much of the document came out
 * @param slip the certificate check's reminder
 * @param claimSlip the number of a claim
 */
public record Paper(
        int pages,
        int sidesDone,
        Set<PrinterTrouble> stopped,
        boolean receipt,
        boolean unknown,
        Slip slip,
        Slip claimSlip) {
    static final Paper NONE = new Paper(0, 0, Set.of(), false, Slip.NONE);

    /** A slip: one of each kind for each visit, whatever comes of it. */
    public enum Slip {
        NONE,
        /** The printer has it and has not said what became of it: nobody else's visit begins before it has. */
        ON_ITS_WAY,
        PRINTED,
        FAILED;

        /** The name in texts. */
        public String slug() {
            return Slug.of(this);
        }
    }

    /** Of which all is known, without a claim. */
    public Paper(int pages, int sidesDone, Set<PrinterTrouble> stopped, boolean receipt, Slip slip) {
        this(pages, sidesDone, stopped, receipt, false, slip, Slip.NONE);
    }

    public Paper {
        stopped = Set.copyOf(stopped);
    }

    /** What is in the way of the printer that waits, as the parts of the kiosk are spoken of. */
    public Set<Obstacle> obstacles() {
        EnumSet<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        stopped.forEach(trouble -> obstacles.add(obstacle(trouble)));
        return obstacles;
    }

    public static Obstacle obstacle(PrinterTrouble trouble) {
        return switch (trouble) {
            case PAPER_LOW, TONER_LOW, OTHER -> Obstacle.PRINTER_OTHER;
            default -> Obstacle.valueOf("PRINTER_" + trouble.name());
        };
    }

    /** Each page stands on the front of a sheet of its own; the back is printed too. */
    public int sides(int copies) {
        return 2 * pages * copies;
    }

    Paper ofPages(int count) {
        return new Paper(count, 0, Set.of(), false, false, slip, claimSlip);
    }

    Paper done(int sides) {
        return new Paper(pages, sides, Set.of(), receipt, unknown, slip, claimSlip);
    }

    Paper stoppedBy(Set<PrinterTrouble> troubles) {
        return new Paper(pages, sidesDone, troubles, receipt, unknown, slip, claimSlip);
    }

    /** The printer cannot say what became of the document. */
    Paper lost() {
        return new Paper(pages, sidesDone, stopped, receipt, true, slip, claimSlip);
    }

    Paper withReceipt(boolean out) {
        return new Paper(pages, sidesDone, stopped, out, unknown, slip, claimSlip);
    }

    Paper with(Slip now) {
        return new Paper(pages, sidesDone, stopped, receipt, unknown, now, claimSlip);
    }

    Paper withClaimSlip(Slip now) {
        return new Paper(pages, sidesDone, stopped, receipt, unknown, slip, now);
    }
}
