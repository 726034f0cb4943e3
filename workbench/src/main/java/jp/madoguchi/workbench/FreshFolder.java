package jp.madoguchi.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for one use, gone after it; maybe a copy of another: keys take seconds to make, copies do not. */
public record FreshFolder(Path path) implements AutoCloseable {

    public static FreshFolder empty() throws IOException {
        return new FreshFolder(Files.createTempDirectory("madoguchi-world"));
    }

    /** Files and folders below {@code prepared}. */
    public static FreshFolder copyOf(Path prepared) throws IOException {
        FreshFolder copy = empty();
        try (Stream<Path> all = Files.walk(prepared)) {
            for (Path each : all.toList()) {
                Path target = copy.path.resolve(prepared.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
        return copy;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
