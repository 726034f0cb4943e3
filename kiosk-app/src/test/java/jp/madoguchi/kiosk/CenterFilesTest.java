package jp.madoguchi.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.keys.KeyRotation;
import jp.madoguchi.kiosk.keys.KeySet;
import jp.madoguchi.kiosk.keys.KeysUnusable;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.simulators.center.CenterSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files replaced under a running kiosk, against a center on its real wire. */
class CenterFilesTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");

    /** The center's own folder; the kiosk has copies of what it needs in another. */
    @TempDir
    private Path town;

    @TempDir
    private Path own;

    private CenterSimulator center;
    private KioskConfig.Center config;
    private CenterFiles files;
    private KeySet first;
    private KeyRotation keys;

    @BeforeEach
    void start() throws IOException, KeysUnusable {
        center = CenterSimulator.start(town, 0);
        for (String each : List.of("kiosk.p12", "kiosk.p12.password", "center-tls-ca.pem", "center-signer-ca.pem")) {
            lay(each, Files.readAllBytes(town.resolve(each)));
        }
        config = new KioskConfig.Center(
                center.url(),
                new KioskConfig.KeyFile(own.resolve("kiosk.p12")),
                own.resolve("kiosk.p12.password"),
                own.resolve("center-tls-ca.pem"),
                own.resolve("center-signer-ca.pem"));
        files = new CenterFiles(config);
        first = files.read();
        keys = new KeyRotation("K-0001", first, files, Clock.systemUTC(), new Heard());
    }

    @AfterEach
    void close() {
        center.close();
    }

    /** As an operator's tool does it: never half a file. */
    private void lay(String name, byte[] content) throws IOException {
        Path fresh = Files.write(own.resolve(name + ".fresh"), content);
        Files.move(fresh, own.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void lay(String name, String content) throws IOException {
        lay(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String words) {
        assertFalse(keys.look());
        assertTrue(keys.state().contains(KeyRotation.REFUSED), keys.state());
        assertTrue(keys.state().endsWith(words.replace("OWN", own.toString())), keys.state());
        assertServed(first);
    }

    private static void assertServed(KeySet by) {
        assertInstanceOf(CenterAnswer.Given.class, by.access().center().open(VISIT));
    }

    /** file, what it holds instead, what is said */
    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("kiosk.p12", "torn", "OWN/kiosk.p12: not a PKCS#12 file"),
                Arguments.of(
                        "kiosk.p12.password",
                        "other",
                        "OWN/kiosk.p12: the password in OWN/kiosk.p12.password does not open it"),
                Arguments.of("center-tls-ca.pem", "", "OWN/center-tls-ca.pem holds no certificates"),
                Arguments.of("center-signer-ca.pem", "", "OWN/center-signer-ca.pem holds no certificates"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void file_thatCannotBeUsed_isNamedAndTheOldOneUsedUntilMended(String file, String content, String words)
            throws IOException {
        lay(file, content);
        assertRefused(words);
        lay(file, Files.readAllBytes(town.resolve(file)));
        assertFalse(keys.look());
        assertFalse(keys.state().contains(KeyRotation.REFUSED), keys.state());
    }

    @Test
    void file_thatIsGone_isNamed() throws IOException {
        Files.delete(own.resolve("kiosk.p12"));
        assertRefused("OWN/kiosk.p12: there is no such file");
    }

    @Test
    void signerTrust_holdingATlsAuthority_isRefused() throws IOException {
        lay("center-signer-ca.pem", Files.readAllBytes(town.resolve("center-tls-ca.pem")));
        assertRefused("a TLS anchor must not be an anchor of the document signer");
    }

    /** The same files once more, as tools do that lay everything each day. */
    @Test
    void files_laidAnewWithTheSameContent_areTheSameKeys() throws IOException {
        lay("kiosk.p12", Files.readAllBytes(own.resolve("kiosk.p12")));
        assertFalse(keys.look());
        assertEquals(first.access(), keys.now());
    }

    @Test
    void identity_replaced_isTakenUpWhileTheOldOneIsServedUntilRetired() throws IOException, KeysUnusable {
        center.rotation().announceKiosk();
        lay("kiosk.p12", Files.readAllBytes(town.resolve("kiosk-next.p12")));
        assertTrue(keys.look());
        assertFalse(first.access().kioskCertificate().equals(keys.now().kioskCertificate()));
        assertServed(first); // a visit under way goes on as it began
        center.rotation().retireKiosk(first.access().kioskCertificate().hex());
        CenterAnswer.Refused<?> refused = assertInstanceOf(
                CenterAnswer.Refused.class, first.access().center().open(VISIT));
        assertEquals(Refusal.WRONG_KIOSK, refused.refusal());
        assertInstanceOf(CenterAnswer.Given.class, keys.now().center().open(VISIT));
    }

    /** The kiosk is told first, the center changes then, the old authority goes last: at no time is anybody refused. */
    @Test
    void tlsAuthority_replacedWithAnOverlap_isFollowedByTheSameProgram(@TempDir Path later)
            throws IOException, KeysUnusable {
        copy(town, later);
        Files.delete(later.resolve("private/tls-ca.pem"));
        Files.delete(later.resolve("private/center-tls.pem"));
        CenterSimulator.start(later, 0).close(); // makes another TLS authority
        String old = Files.readString(town.resolve("center-tls-ca.pem"));
        String next = Files.readString(later.resolve("center-tls-ca.pem"));

        lay("center-tls-ca.pem", next); // too early, and alone
        assertFalse(keys.look());
        assertTrue(keys.state().contains("; refused: no answer of the center with them: UNTRUSTED"), keys.state());
        assertServed(first);
        lay("center-tls-ca.pem", old + next);
        assertTrue(keys.look());
        int port = center.url().getPort();
        center.close();
        center = CenterSimulator.start(later, port);
        assertInstanceOf(CenterAnswer.Given.class, keys.now().center().status());
        CenterAnswer.Failed<?> failed = assertInstanceOf(
                CenterAnswer.Failed.class, first.access().center().status());
        assertEquals(CenterTrouble.UNTRUSTED, failed.trouble());
        lay("center-tls-ca.pem", next);
        assertTrue(keys.look());
        assertInstanceOf(CenterAnswer.Given.class, keys.now().center().status());
    }

    @Test
    void start_withATokenAndNoModule_isRefused() {
        KioskConfig.Center onToken = new KioskConfig.Center(
                config.url(),
                new KioskConfig.OnToken(own.resolve("none.so"), "kiosk"),
                config.passwordFile(),
                config.tlsTrust(),
                config.signerTrust());
        IOException refused = assertThrows(IOException.class, () -> new CenterFiles(onToken));
        assertEquals(own.resolve("none.so") + ": there is no such file", FileTrouble.words(refused));
    }

    @Test
    void start_withATokenAndNoRealModule_isRefused() throws IOException {
        Path module = Files.writeString(own.resolve("text.so"), "no library");
        KioskConfig.Center onToken = new KioskConfig.Center(
                config.url(),
                new KioskConfig.OnToken(module, "kiosk"),
                config.passwordFile(),
                config.tlsTrust(),
                config.signerTrust());
        IOException refused = assertThrows(IOException.class, () -> new CenterFiles(onToken));
        assertTrue(FileTrouble.words(refused).startsWith(module + ": cannot be used as a PKCS#11 module ("));
    }

    @Test
    void known_isNotReadAgain() throws KeysUnusable {
        assertEquals(Optional.empty(), files.otherThan(first.mark()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
