package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the log is: files {@code log-000000000001.jsonl}, each named after its first entry and going on with the chain of the one
 * before. What was found behind the last sound entry is put aside as {@code cut-…}, never deleted.
 */
public final class LogFolder {
    private static final String NAME = "log-[0-9]{12}\\.jsonl";

    private final Path folder;

    LogFolder(Path folder) {
        this.folder = folder;
    }

    /** Also makes the folder, when there is none. */
    void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** In the order of the chain. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(NAME))
                    .sorted()
                    .toList();
        }
    }

    /** Every line of the log in {@code folder} that is an entry, the oldest first, sound or not. */
    public static void read(Path folder, Consumer<Entry> each) throws IOException {
        for (Path file : new LogFolder(folder).files()) {
            try (Lines lines = new Lines(file)) {
                for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                    line.flatMap(Entry::of).map(Entry.Read::entry).ifPresent(each);
                }
            }
        }
    }

    Path fileFrom(long sequence) {
        return folder.resolve(String.format(Locale.ROOT, "log-%012d.jsonl", sequence));
    }

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /**
     * Where the log goes on.
     *
     * @param file whose last entry it is
     * @param length of the file up to and with it
     * @param cut bytes that lay behind it and were put aside
     */
    record End(Path file, long length, Entry last, long cut) {}

    /** Empty when there is no entry at all. Puts aside what is behind the last one, as a power cut leaves it. */
    Optional<End> end() throws IOException {
        long cut = 0;
        for (Path file : reversed(files())) {
            byte[] content = Files.readAllBytes(file);
            Optional<End> end = lastOf(file, content, cut);
            long sound = end.map(End::length).orElse(0L);
            if (sound < content.length) {
                putAside(file, content, (int) sound);
                cut += content.length - sound;
            }
            if (end.isPresent()) {
                return Optional.of(new End(file, sound, end.get().last(), cut));
            }
            Files.delete(file);
        }
        return Optional.empty();
    }

    private static List<Path> reversed(List<Path> files) {
        List<Path> all = new ArrayList<>(files);
        Collections.reverse(all);
        return all;
    }

    private static Optional<End> lastOf(Path file, byte[] content, long cut) {
        int end = content.length;
        while (end > 0) {
            int feed = end - 1;
            while (feed >= 0 && content[feed] != '\n') {
                feed--;
            }
            int from = feed - 1;
            while (from >= 0 && content[from] != '\n') {
                from--;
            }
            if (feed < 0) {
                return Optional.empty();
            }
            String line = new String(content, from + 1, feed - from - 1, StandardCharsets.ISO_8859_1);
            Optional<Entry> sound = Entry.of(line).filter(Entry.Read::sound).map(Entry.Read::entry);
            if (sound.isPresent()) {
                return Optional.of(new End(file, feed + 1L, sound.get(), cut));
            }
            end = from + 1;
        }
        return Optional.empty();
    }

    /** On the disk before anything is taken from the log. */
    private void putAside(Path file, byte[] content, int from) throws IOException {
        Path aside = Files.createTempFile(
                folder,
                "cut-",
                "-of-" + file.getFileName(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            LogWriter.REALLY.to(channel, ByteBuffer.wrap(content, from, content.length - from));
            channel.force(true);
        } catch (IOException full) {
            Files.deleteIfExists(aside); // it is tried again: no stump each time
            throw full;
        }
        sync();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(from);
            channel.force(true);
        }
    }

    /** The names in it are on the disk. */
    void sync() throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
