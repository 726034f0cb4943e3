package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CenterPkiTest {
    @TempDir
    private Path dir;

    @Test
    void keep_damagedKeyFile_namesIt() throws IOException {
        CenterSimulator.start(dir, 0).close();
        Files.writeString(dir.resolve("private/signer.pem"), "nothing");
        IOException error = assertThrows(IOException.class, () -> CenterSimulator.start(dir, 0));
        assertTrue(String.valueOf(error.getMessage()).contains("signer.pem"), error.toString());
    }

    @Test
    void keep_secondStart_changesNothing() throws IOException {
        CenterSimulator.start(dir, 0).close();
        List<Path> files = files();
        List<byte[]> before = contents(files);
        Files.writeString(dir.resolve("municipalities/02201.json"), "{}");
        CenterSimulator.start(dir, 0).close();
        assertEquals(files, files());
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).endsWith("center.toml") && !files.get(i).endsWith("02201.json")) {
                assertArrayEquals(
                        before.get(i),
                        Files.readAllBytes(files.get(i)),
                        files.get(i).toString());
            }
        }
        assertEquals("{}", Files.readString(dir.resolve("municipalities/02201.json")));
    }

    @Test
    void keep_anotherKiosk_makesItsIdentity() throws IOException, GeneralSecurityException {
        try (CenterSimulator center = CenterSimulator.start(dir, 0)) {
            assertEquals("K-0001", TestKiosk.of(dir, center.url()).id());
        }
        try (CenterSimulator center =
                CenterSimulator.start(CenterSettings.in(dir).withKiosk("K-0002"))) {
            assertEquals("K-0002", TestKiosk.of(dir, center.url()).id());
        }
    }

    @Test
    void keep_privateKeys_readableByTheOwnerAlone() throws IOException {
        CenterSimulator.start(dir, 0).close();
        List<Path> secrets = new ArrayList<>(List.of(dir.resolve("kiosk.p12"), dir.resolve("kiosk.p12.password")));
        try (Stream<Path> keys = Files.list(dir.resolve("private"))) {
            keys.forEach(secrets::add);
        }
        assertEquals(8, secrets.size());
        for (Path secret : secrets) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        }
        assertFalse(Files.readString(dir.resolve("center-tls-ca.pem")).contains("PRIVATE"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<byte[]> contents(List<Path> files) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readAllBytes(file));
        }
        return contents;
    }
}
