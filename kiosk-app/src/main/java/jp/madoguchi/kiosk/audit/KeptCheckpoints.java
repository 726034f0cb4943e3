package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        WholeFile.write(folder.resolve(String.format(Locale.ROOT, "%012d", sequence) + SUFFIX), signed);
    }
}
