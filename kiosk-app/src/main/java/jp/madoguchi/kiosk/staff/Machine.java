package jp.madoguchi.kiosk.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine under the program, which the program itself may neither restart nor switch off. It leaves a request, an empty file
 * {@code reboot} or {@code power-off}, in a folder that whoever serves such requests has made there, and that one takes it away. No folder:
 * nobody serves them. docs/staff-desk.md has the units. Any thread.
 */
public final class Machine {
    private final Path folder;

    public Machine(Path folder) {
        this.folder = folder;
    }

    /** Whether somebody has set up that requests are served. */
    public boolean serves() {
        return Files.isDirectory(folder);
    }

    /** Throws when it cannot be left. */
    void leave(Purpose request) throws IOException {
        Path file = folder.resolve(request.slug());
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    /** What an earlier run left, and nobody took, is no request any more. */
    public void forget() throws IOException {
        for (Purpose request : List.of(Purpose.REBOOT, Purpose.POWER_OFF)) {
            Files.deleteIfExists(folder.resolve(request.slug()));
        }
    }

    /** Takes the request back; whether it was still there, and so nobody had taken it. Throws when it is there and stays. */
    boolean takeBack(Purpose request) throws IOException {
        return Files.deleteIfExists(folder.resolve(request.slug()));
    }
}
