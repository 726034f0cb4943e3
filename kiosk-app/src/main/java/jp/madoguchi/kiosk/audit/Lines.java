package jp.madoguchi.kiosk.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file, of which the last may lack its end. */
final class Lines implements AutoCloseable {
    /** No entry is as long; what is cannot be one. */
    private static final int LONGEST = 1 << 12;

    private final InputStream in;
    private boolean torn;

    Lines(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file));
    }

    /** Each byte as one character; empty at the end. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
            }
            if (line.size() < LONGEST) {
                line.write(next);
            }
        }
        torn = line.size() > 0;
        return Optional.empty();
    }

    /** Whether something followed the last line. */
    boolean torn() {
        return torn;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
