package jp.madoguchi.devices.print;

import java.util.Set;

/** Told of a job's life while {@link Printer#print} runs, on the thread that called it. */
public interface PrintWitness {
    /** The printer took the job and gave it this id; no page has been sent. Returns once the id is durable. */
    void created(int jobId);

    /** So many sides are out, as the printer reports it. */
    void progress(int sidesDone);

    /** The printer stopped in the middle and waits for a person; empty when it goes on. */
    void stopped(Set<PrinterTrouble> troubles);
}
