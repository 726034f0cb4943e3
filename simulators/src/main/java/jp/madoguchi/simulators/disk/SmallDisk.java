package jp.madoguchi.simulators.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A real file system of its own that is soon full (tmpfs). Only root can mount one. */
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    /**
     * Mounts it on a folder that exists; what was in there is hidden meanwhile.
     *
     * @param bytes of room
     * @return empty where this user may not
     */
    public static Optional<SmallDisk> mount(Path folder, long bytes) throws IOException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    public Path path() {
        return mount;
    }

    private Path filler() {
        return mount.resolve("filler");
    }

    /** Leaves so many bytes of room, or a little less. */
    public void fill(long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(mount).getUsableSpace() > left) {
                out.write(block);
            }
        }
    }

    public void free() throws IOException {
        Files.delete(filler());
    }

    public void readOnly(boolean only) throws IOException {
        if (!run("mount", "-o", "remount," + (only ? "ro" : "rw"), mount.toString())) {
            throw new IOException(mount + " cannot be mounted anew");
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Also while files on it are open. */
    @Override
    public void close() throws IOException {
        if (!run("umount", "--lazy", mount.toString())) {
            throw new IOException(mount + " cannot be unmounted");
        }
    }
}
