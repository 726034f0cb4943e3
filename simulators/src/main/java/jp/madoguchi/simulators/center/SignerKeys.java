package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who signs documents, and whom kiosks are told to trust for it ({@code center-signer-ca.pem}): one authority, and during a
 * rotation two. Safe for many threads.
 */
final class SignerKeys {
    private final Path dir;
    private Generation current;
    private @Nullable Generation next;
    private boolean nextSigns;

    private SignerKeys(Path dir, Generation current, @Nullable Generation next) {
        this.dir = dir;
        this.current = current;
        this.next = next;
    }

    private record Generation(Identity authority, Identity signer) {
        static Generation keep(Path keys, String prefix, Instant now, SecureRandom random) throws IOException {
            Identity authority = CenterPki.keep(
                    keys.resolve(prefix + "signer-ca.pem"), () -> TestAuthority.root("Test Signer CA", now, random));
            return new Generation(
                    authority,
                    CenterPki.keep(
                            keys.resolve(prefix + "signer.pem"),
                            () -> new TestAuthority(authority, random)
                                    .issue(TestAuthority.Profile.DOCUMENT_SIGNER, "Test Document Signer", now)));
        }
    }

    static SignerKeys keep(Path dir, Instant now, SecureRandom random) throws IOException {
        Path keys = dir.resolve("private");
        SignerKeys signers = new SignerKeys(
                dir,
                Generation.keep(keys, "", now, random),
                Files.exists(keys.resolve("next-signer.pem")) ? Generation.keep(keys, "next-", now, random) : null);
        signers.publish();
        return signers;
    }

    synchronized Identity authority() {
        return signing().authority();
    }

    synchronized Identity signer() {
        return signing().signer();
    }

    /** Makes the next authority and publishes it beside the present one; the present one still signs. */
    synchronized void announce(Instant now, SecureRandom random) throws IOException {
        next = Generation.keep(dir.resolve("private"), "next-", now, random);
        publish();
    }

    /** From now on the next one signs. Throws when none was announced. */
    synchronized void change() {
        if (next == null) {
            throw new IllegalStateException("no signer was announced");
        }
        nextSigns = true;
    }

    /** Publishes the next one alone. Throws when none was announced. */
    synchronized void retire() throws IOException {
        if (next == null) {
            throw new IllegalStateException("no signer was announced");
        }
        for (String name : new String[] {"signer-ca.pem", "signer.pem"}) {
            Files.move(
                    dir.resolve("private").resolve("next-" + name),
                    dir.resolve("private").resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        current = next;
        next = null;
        nextSigns = false;
        publish();
    }

    private Generation signing() {
        return next != null && nextSigns ? next : current;
    }

    private void publish() throws IOException {
        Path file = dir.resolve("center-signer-ca.pem");
        current.authority().writeCertificate(file);
        if (next != null) {
            Path other = dir.resolve("center-signer-ca-next.pem");
            next.authority().writeCertificate(other);
            Files.writeString(file, Files.readString(file) + Files.readString(other));
        }
    }
}
