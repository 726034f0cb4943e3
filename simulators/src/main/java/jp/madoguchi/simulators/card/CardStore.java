package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Files that appear whole or not at all, and PEM in them. */
final class CardStore {
    static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");
    static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private CardStore() {}

    static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".fresh", null);
        try {
            Files.write(fresh, content);
            Files.setPosixFilePermissions(fresh, permissions);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static void writeCertificate(Path file, byte[] der) throws IOException {
        write(file, pem("CERTIFICATE", der), PUBLIC);
    }

    /** PKCS#8, readable by its owner only. */
    static void writeKey(Path file, byte[] pkcs8) throws IOException {
        write(file, pem("PRIVATE KEY", pkcs8), PRIVATE);
    }

    static byte[] readCertificate(Path file) throws IOException {
        return read(file, "CERTIFICATE");
    }

    static byte[] readKey(Path file) throws IOException {
        return read(file, "PRIVATE KEY");
    }

    static byte[] pem(String type, byte[] der) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, der));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] read(Path file, String type) throws IOException {
        try (PemReader reader = new PemReader(new StringReader(Files.readString(file)))) {
            PemObject object = reader.readPemObject();
            if (object == null || !object.getType().equals(type)) {
                throw new IOException(file + ": no PEM of type " + type);
            }
            return object.getContent();
        }
    }
}
