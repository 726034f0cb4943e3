package jp.madoguchi.simulators;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.center.CenterSimulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cards and the center's keys, made once for all towns of a test run: keys take long to find. Where the system property {@code
 * madoguchi.office} names a folder, several programs make them there once together. The center is started for its keys, and wants the
 * typeface of the printed page, which {@code ./kiosk} installs.
 */
public final class CardOffice {
    private static final Logger LOG = LoggerFactory.getLogger(CardOffice.class);
    private static final String FOLDER = "madoguchi.office";
    private static final String MADE = ".made";
    private static Optional<Path> stock = Optional.empty();

    private CardOffice() {}

    /** Puts fresh copies into {@code dir}, as the simulators would have made them there. Any thread. */
    public static synchronized IssuedCards supply(Path dir) throws IOException {
        if (stock.isEmpty()) {
            stock = Optional.of(stock());
        }
        Path from = stock.get();
        for (Path file : walk(from)) {
            Path to = dir.resolve(from.relativize(file));
            if (!Files.isDirectory(to) && !file.endsWith(MADE)) {
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new IssuedCards(dir);
    }

    private static Path stock() throws IOException {
        String folder = System.getProperty(FOLDER, "");
        Path stock = folder.isEmpty()
                ? Files.createTempDirectory("madoguchi-office")
                : Files.createDirectories(Path.of(folder));
        if (folder.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(stock)));
        }
        try (FileChannel made =
                        FileChannel.open(stock.resolve(MADE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = made.lock()) {
            if (!lock.isValid()) {
                throw new IOException(stock + ": lost its lock");
            }
            if (made.size() == 0) {
                make(stock);
                made.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
        return stock;
    }

    private static void make(Path stock) throws IOException {
        CardIssuer.prepare(stock);
        CenterSimulator.start(stock, 0).close();
        Files.delete(stock.resolve("center.toml")); // names the port of a center that has gone
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) {
        try {
            for (Path file :
                    walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            LOG.warn("left behind: {}", folder, left);
        }
    }
}
