package jp.madoguchi.kiosk.staff;

import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.paper.OwnPaper;

/** Prints for the desk, on the printer of receipts. Any thread; answers from the printer's own. */
public interface DeskPrinter {
    /**
     * Composes and prints it, once.
     *
     * @param job its name, given to no other job
     * @return whether all of it is known to have come out
     */
    CompletableFuture<Boolean> print(String job, OwnPaper paper);
}
