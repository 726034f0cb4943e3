package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** The signed checkpoints beside the log, each in a file {@code 000000001234.p7s} named after its entry. */
public final class KeptCheckpoints {
    static final String SUFFIX = ".p7s";

    private final Path folder;

    /** @param log the folder of the log */
    public KeptCheckpoints(Path log) {
        folder = new LogFolder(log).checkpoints();
    }

    /** Whole or not at all. */
    public void keep(long sequence, byte[] signed) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(
                folder, "new", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(signed));
            channel.force(true);
        }
        Path kept = folder.resolve(String.format(Locale.ROOT, "%012d", sequence) + SUFFIX);
        Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
