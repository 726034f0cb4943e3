package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.nio.file.Path;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.workbench.ScreenClient;

/** The program under test: how it is run, and how it is stopped. One thread. */
public interface Machine extends AutoCloseable {
    /** Where it stands. */
    Place place();

    /**
     * Runs it, on what its last run has left on the disk.
     *
     * @param diskFull whether nothing can be written until {@link Gate#fill} says otherwise
     * @throws Kiosk.Unusable when it cannot start, such as when it is stopped before it has
     */
    Run start(Mark mark, boolean diskFull) throws IOException, InterruptedException, Kiosk.Unusable;

    /** One run. It ends by {@link Gate#shut}. */
    interface Run {
        Gate gate();

        /** Where its threads stand, for whoever looks for the reason of a broken rule; empty of a process of its own. */
        String threads();

        /** Opens its screen. */
        ScreenClient screen() throws IOException;
    }

    /** The last run, also when it could not start. */
    Gate gate();

    /** Where the ledger lies now. */
    Path data();

    @Override
    void close() throws IOException;
}
