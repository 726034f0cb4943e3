package jp.madoguchi.simulators.cash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A tty or pty as a line of bytes. Two channels, because one alone would let a blocked read hold up every write; closing one
 * wakes the thread that reads from it.
 */
final class DeviceFile implements AutoCloseable {
    private final FileChannel in;
    private final FileChannel out;

    private DeviceFile(FileChannel in, FileChannel out) {
        this.in = in;
        this.out = out;
    }

    /** Opens the device and sets it to 9600 8N1, raw. */
    static DeviceFile open(Path tty) throws IOException {
        setRaw(tty);
        FileChannel in = FileChannel.open(tty, StandardOpenOption.READ);
        try {
            return new DeviceFile(in, FileChannel.open(tty, StandardOpenOption.WRITE));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void setRaw(Path tty) throws IOException {
        Process stty = new ProcessBuilder(
                        "stty", "-F", tty.toString(), "9600", "cs8", "-parenb", "-cstopb", "clocal", "raw", "-echo")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!stty.waitFor(5, TimeUnit.SECONDS) || stty.exitValue() != 0) {
                throw new IOException(tty + " is no serial device");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening " + tty, e);
        } finally {
            stty.destroyForcibly();
        }
    }

    /**
     * Moves what arrives into {@code line} until the device hangs up or is closed; then cuts it.
     *
     * @param plugged while it says no, what arrives is lost
     */
    void pump(ByteLine line, BooleanSupplier plugged) {
        ByteBuffer buffer = ByteBuffer.allocate(256);
        try {
            while (in.read(buffer.clear()) > 0) {
                if (plugged.getAsBoolean() && !line.put(Arrays.copyOf(buffer.array(), buffer.position()))) {
                    return;
                }
            }
        } catch (IOException e) {
            // A hang-up (EIO) or our own close: either way nothing more will come, which is what cutting says.
        } finally {
            line.cut();
        }
    }

    void write(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } catch (IOException e) {
            // The host is gone and so is its reply; the reading side ends by itself.
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        out.close();
    }
}
