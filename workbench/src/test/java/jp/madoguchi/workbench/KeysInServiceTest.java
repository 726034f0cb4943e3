package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys of kiosk and center are changed while residents are served. */
@Timeout(120)
class KeysInServiceTest {
    private static final String HANAKO = "aomori-hanako";

    @TempDir
    Path dir;

    private Workbench world;

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private String state() {
        try {
            return ControlSocket.ask(dir.resolve("data/control.sock"), "keys");
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }

    private static String certificate(String state) {
        var found = Pattern.compile("certificate (\\p{XDigit}{64}) ").matcher(state);
        assertTrue(found.find(), state);
        return found.group(1);
    }

    /** From the first request to the last by the old one, although the new one lies there since the PIN was asked for. */
    @Test
    void identity_replacedInTheMidstOfAVisit_isUsedByTheNextOne() throws IOException, InterruptedException {
        String old = certificate(state());
        Visitor first = new Visitor(
                world,
                HANAKO,
                Map.of(
                        "enter-pin",
                        (visitor, screen) -> {
                            world.center().rotation().announceKiosk();
                            Files.move(
                                    dir.resolve("kiosk-next.p12"),
                                    dir.resolve("kiosk.p12"),
                                    StandardCopyOption.ATOMIC_MOVE);
                            return true;
                        },
                        "confirm",
                        (visitor, screen) -> {
                            assertEquals(old, certificate(state()));
                            return true;
                        }));
        first.awaitStage(Stage.WELCOME);
        assertEquals("delivered", first.play().end());
        first.awaitUntil("the next certificate", () -> !certificate(state()).equals(old));
        world.center().rotation().retireKiosk(old);
        assertEquals("delivered", new Visitor(world, HANAKO, Map.of()).play().end());
    }

    @Test
    void signer_replacedWithAnOverlap_isFollowed() throws IOException, InterruptedException {
        Visitor first = new Visitor(world, HANAKO, Map.of());
        first.awaitStage(Stage.WELCOME);
        world.center().rotation().announceSigner();
        awaitSignerTrust(first);
        assertEquals("delivered", first.play().end());
        world.center().rotation().changeSigner();
        Visitor second = new Visitor(world, HANAKO, Map.of());
        assertEquals("delivered", second.play().end());
        world.center().rotation().retireSigner();
        awaitSignerTrust(second);
        assertFalse(state().contains("refused"), state());
        assertEquals("delivered", new Visitor(world, HANAKO, Map.of()).play().end());
    }

    private void awaitSignerTrust(Visitor watching) throws IOException, InterruptedException {
        String digest = Sha256.of(Files.readAllBytes(dir.resolve("center-signer-ca.pem")))
                .hex()
                .substring(0, 16);
        watching.awaitUntil("signer-trust " + digest, () -> state().contains("signer-trust " + digest));
    }
}
