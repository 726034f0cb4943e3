package jp.madoguchi.kiosk.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.madoguchi.kiosk.audit.WholeFile;

/**
 * One small record in a JSON file that its owner alone reads. Written whole: after a power cut it holds the old or the new. One
 * thread at a time.
 */
final class StaffFile<T> {
    /** Writes a file whole; the seam by which tests have a disk that hangs. */
    @FunctionalInterface
    interface Write {
        void to(Path file, byte[] content) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Class<T> type;
    private final Write write;

    StaffFile(Path file, Class<T> type) {
        this(file, type, WholeFile::write);
    }

    StaffFile(Path file, Class<T> type, Write write) {
        this.file = file;
        this.type = type;
        this.write = write;
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
        write.to(file, json(record));
    }
}
