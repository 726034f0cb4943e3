package jp.madoguchi.kiosk.web;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.devices.print.PrintOutcome;

/** What the desk says of a paper: that it is there, that it is not, or that somebody has to look. */
final class PaperSaid {
    private static final PrintOutcome NOBODY_KNOWS = new PrintOutcome.Unknown(-1, Set.of(), "no answer yet");

    private PaperSaid() {}

    /** What is known of it by then: a printer takes its time, and a paper can be printed again. */
    static CompletableFuture<PrintOutcome> within(long seconds, CompletableFuture<PrintOutcome> printing) {
        return printing.exceptionally(defect -> NOBODY_KNOWS)
                .completeOnTimeout(NOBODY_KNOWS, seconds, TimeUnit.SECONDS);
    }

    /** @param key of the words for a paper that is there; the others have an end of their own */
    static DeskPage.Said of(PrintOutcome outcome, String key, Object... values) {
        if (outcome instanceof PrintOutcome.Printed) {
            return DeskPage.Said.good(key, values);
        }
        return DeskPage.Said.bad(
                key + (outcome instanceof PrintOutcome.NotPrinted ? ".unprinted" : ".unknown"), values);
    }
}
