package jp.madoguchi.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.center.CenterSimulator;

/** Cards and the center's keys, made once for all towns of a test run: keys take long to find. */
public final class CardOffice {
    private static Optional<Path> stock = Optional.empty();

    private CardOffice() {}

    /** Puts fresh copies into {@code dir}, as the simulators would have made them there. */
    public static synchronized void supply(Path dir) throws IOException {
        if (stock.isEmpty()) {
            stock = Optional.of(make());
        }
        Path from = stock.get();
        for (Path file : walk(from)) {
            Path to = dir.resolve(from.relativize(file));
            if (!Files.isDirectory(to)) {
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Path make() throws IOException {
        Path made = Files.createTempDirectory("madoguchi-office");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
        CardIssuer.prepare(made);
        CenterSimulator.start(made, 0).close();
        Files.delete(made.resolve("center.toml")); // names the port of a center that has gone
        return made;
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    /** Whatever lies in it too. */
    public static void delete(Path folder) {
        try {
            for (Path file :
                    walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            System.err.println("left behind: " + folder + " (" + left.getMessage() + ")");
        }
    }
}
