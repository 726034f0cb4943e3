package jp.madoguchi.kiosk.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * One small record in a JSON file that its owner alone reads. Written whole: after a power cut it holds the old or the new. One
 * thread at a time.
 */
final class StaffFile<T> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Class<T> type;

    StaffFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /** What was written last; {@code otherwise} when nothing was. Throws, naming the file, when it cannot be read. */
    T read(T otherwise) throws IOException {
        if (!Files.exists(file)) {
            return otherwise;
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (JsonProcessingException broken) {
            throw new IOException(file + " is not what this program wrote", broken);
        }
    }

    private static byte[] json(Object record) {
        try {
            return JSON.writeValueAsBytes(record);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a record of this program's own cannot be written", defect);
        }
    }

    /** Durable when this returns. */
    void write(T record) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(json(record));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true); // the new name, too
        }
    }
}
