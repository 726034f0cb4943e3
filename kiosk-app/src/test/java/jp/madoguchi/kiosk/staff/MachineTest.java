package jp.madoguchi.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    private Path dir;

    private Machine machine(Path folder) {
        return new Machine(folder, Runnable::run);
    }

    @Test
    void request_thatAnEarlierRunLeft_isForgotten() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("machine"));
        machine(folder).leave(Purpose.REBOOT, left -> assertTrue(left));
        assertTrue(Files.exists(folder.resolve("reboot")));
        machine(folder).forget();
        assertFalse(Files.exists(folder.resolve("reboot")));
    }

    /** Nobody is turned away for the sake of a file that root has left there. */
    @Test
    void request_thatCannotBeForgotten_keepsNobodyFromBeingServed() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("machine"));
        Files.createFile(Files.createDirectory(folder.resolve("reboot")).resolve("in the way"));
        Machine machine = machine(folder);
        assertDoesNotThrow(machine::forget);
        Path noFolder = Files.createFile(dir.resolve("file"));
        assertDoesNotThrow(machine(noFolder)::forget);
        assertFalse(machine(noFolder).serves());
    }
}
