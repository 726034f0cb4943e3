package jp.madoguchi.devices.print;

import com.google.errorprone.annotations.CheckReturnValue;

/** One printer. Owned by one thread; every method blocks it. */
@CheckReturnValue
public interface Printer extends AutoCloseable {
    /** Asks the printer now; answers within seconds. */
    PrinterStatus status();

    /**
     * Prints and follows the job to its end. Never prints twice: no document is ever sent again.
     * A printer that stays stopped for longer than the configured patience has its job cancelled.
     */
    PrintOutcome print(PrintJob job, PrintWitness witness);

    @Override
    void close();
}
