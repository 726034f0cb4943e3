package jp.madoguchi.kiosk.staff;

import java.util.concurrent.CompletableFuture;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.paper.OwnPaper;

/** Prints for the desk, on the printer of receipts. Any thread; answers from the printer's own. */
public interface DeskPrinter {
    /**
     * Composes and prints it, once.
     *
     * @param job its name, given to no other job
     */
    CompletableFuture<PrintOutcome> print(String job, OwnPaper paper);
}
