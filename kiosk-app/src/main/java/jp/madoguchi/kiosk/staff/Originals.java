package jp.madoguchi.kiosk.staff;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.paper.OwnPaper;
import jp.madoguchi.kiosk.paper.Reissued;

/**
 * Prints each paper of the books once as itself; whatever is printed of it then, or when nobody knows any more whether it came out,
 * says that it is a copy. Any thread.
 */
final class Originals {
    private final DeskPrinter printer;
    private final Set<String> due = new HashSet<>();

    Originals(DeskPrinter printer) {
        this.printer = printer;
    }

    /** What this paper tells has just happened: it has not been printed. */
    synchronized void due(String paper) {
        due.add(paper);
    }

    CompletableFuture<PrintOutcome> print(String paper, String job, OwnPaper content) {
        boolean original = take(paper);
        return printer.print(job, original ? content : new Reissued(content)).whenComplete((outcome, defect) -> {
            if (original && outcome instanceof PrintOutcome.NotPrinted) {
                due(paper);
            }
        });
    }

    private synchronized boolean take(String paper) {
        return due.remove(paper);
    }
}
