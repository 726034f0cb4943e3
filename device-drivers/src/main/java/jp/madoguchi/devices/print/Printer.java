package jp.madoguchi.devices.print;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.OptionalInt;

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

    /**
     * Asks what became of a job that was begun before the program, the line or the printer went away, and follows it to its
     * end. Sends no document; a job that never got its document is withdrawn. What cannot be found is {@code Unknown}.
     *
     * @param jobId what the witness was told, if it was
     * @param witness told of progress and standstill, not of the job's creation
     */
    PrintOutcome resume(PrintTicket ticket, OptionalInt jobId, PrintWitness witness);

    @Override
    void close();
}
