package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine under the program, which the program itself may neither restart nor switch off. It leaves a request, an empty file
 * {@code reboot} or {@code power-off}, in a folder that whoever serves such requests has made there, and that one takes it away. No folder:
 * nobody serves them. docs/staff-desk.md has the units. Any thread; nobody who leaves a request or takes it back waits for the disk.
 */
public final class Machine {
    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final Path folder;
    private final Executor errands;

    /** @param errands carries requests to the folder and back, in order, one at a time */
    public Machine(Path folder, Executor errands) {
        this.folder = folder;
        this.errands = errands;
    }

    /** Whether somebody has set up that requests are served. Asks the disk. */
    public boolean serves() {
        return Files.isDirectory(folder);
    }

    /** @param then is told whether it lies there */
    void leave(Purpose request, Consumer<Boolean> then) {
        errands.execute(() -> then.accept(leaveNow(request)));
    }

    private boolean leaveNow(Purpose request) {
        try {
            Path file = file(request);
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            return true;
        } catch (IOException unwritable) {
            LOG.error("the request {} cannot be left for the machine", request, unwritable);
            return false;
        }
    }

    /**
     * What an earlier run left, and nobody took, is no request any more. One that stays may still be taken, as any other may; it keeps
     * nobody from being served. Waits for the disk.
     */
    public void forget() {
        takeBackNow(Purpose.REBOOT);
        takeBackNow(Purpose.POWER_OFF);
    }

    /** What was found where the request had been left. */
    enum TakenBack {
        /** Nobody had taken it; now it is gone. */
        UNTAKEN,
        TAKEN,
        /** It cannot be taken back: somebody may still take it. */
        STAYS
    }

    /** Takes the request back. */
    void takeBack(Purpose request, Consumer<TakenBack> then) {
        errands.execute(() -> then.accept(takeBackNow(request)));
    }

    @CanIgnoreReturnValue
    private TakenBack takeBackNow(Purpose request) {
        try {
            return Files.deleteIfExists(file(request)) ? TakenBack.UNTAKEN : TakenBack.TAKEN;
        } catch (IOException stays) {
            LOG.error("the request {} cannot be taken back", request, stays);
            return TakenBack.STAYS;
        }
    }

    private Path file(Purpose request) {
        return folder.resolve(request.slug());
    }
}
