package jp.madoguchi.kiosk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.madoguchi.kiosk.audit.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    @TempDir
    private Path dir;

    private final Heard audit = new Heard();

    /** What changes something is told with who asked it; what only asks is not, and nothing unknown is done. */
    @Test
    void command_thatChangesSomething_isToldWithItsUser() throws IOException {
        Path path = dir.resolve("control.sock");
        ControlSocket socket =
                ControlSocket.open(path, Map.of("token", () -> "secret", "stage", () -> "pay"), Map.of(), audit);
        try {
            assertEquals("pay", ControlSocket.ask(path, "stage"));
            assertEquals("secret", ControlSocket.ask(path, "token"));
            assertThrows(IOException.class, () -> ControlSocket.ask(path, "open-sesame"));
        } finally {
            socket.close();
        }
        assertEquals(
                List.of("CONTROL_COMMAND {command=token, user=" + System.getProperty("user.name") + "}"),
                audit.lines());
    }
}
