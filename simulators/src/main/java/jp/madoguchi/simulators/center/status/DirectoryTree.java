package jp.madoguchi.simulators.center.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A directory as folders: {@code C=JP, O=JPKI-TEST, OU=CRL} is {@code C=JP/O=JPKI-TEST/OU=CRL/}, and an entry's
 * {@code certificateRevocationList} a file in it. What LDAP serves in life.
 */
final class DirectoryTree {
    private static final String CRL = "certificateRevocationList.crl";

    private final Path root;

    DirectoryTree(Path root) {
        this.root = root;
    }

    Optional<byte[]> crl(X500Name name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder(name).resolve(CRL)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void putCrl(X500Name name, byte[] der) throws IOException {
        Path folder = Files.createDirectories(folder(name));
        Files.write(folder.resolve(CRL), der);
    }

    void removeCrl(X500Name name) throws IOException {
        Files.deleteIfExists(folder(name).resolve(CRL));
    }

    private Path folder(X500Name name) {
        Path folder = root;
        for (RDN rdn : name.getRDNs()) {
            String part = BCStyle.INSTANCE.oidToDisplayName(rdn.getFirst().getType()) + "="
                    + IETFUtils.valueToString(rdn.getFirst().getValue());
            // A name from a certificate must not climb out of the folder.
            folder = folder.resolve(part.replace('/', '_').replace("..", "_"));
        }
        return folder;
    }
}
