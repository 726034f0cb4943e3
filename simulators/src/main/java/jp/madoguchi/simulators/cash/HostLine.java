package jp.madoguchi.simulators.cash;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/**
 * The host's end of an in-process line, as a serial port would be: bytes out, bytes in, also as streams. Reading and writing may
 * be done by two threads. Once the line is cut, by either side, everything but {@link #close} throws {@link IOException}.
 */
public final class HostLine implements AutoCloseable {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final ByteLine toDevices;
    private final ByteLine toHost;

    HostLine(ByteLine toDevices, ByteLine toHost) {
        this.toDevices = toDevices;
        this.toHost = toHost;
    }

    /** Writes all of it. */
    public void write(byte[] bytes) throws IOException {
        if (!toDevices.put(bytes)) {
            throw new IOException("the line is cut");
        }
    }

    /**
     * Reads what there is, waiting for the first byte.
     *
     * @return how many bytes were put at the start of {@code into}; 0 when none came within {@code atMost}
     */
    public int read(byte[] into, Duration atMost) throws IOException {
        int count = 0;
        while (count < into.length) {
            int next = next(count == 0 ? atMost : Duration.ZERO);
            if (next == ByteLine.NOTHING) {
                return count;
            }
            into[count++] = (byte) next;
        }
        return count;
    }

    private int next(Duration atMost) throws IOException {
        try {
            int next = toHost.take(atMost);
            if (next == ByteLine.CUT) {
                throw new IOException("the line is cut");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while reading").initCause(e);
        }
    }

    /** What the devices send. */
    public InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return next(FOREVER);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                byte[] piece = new byte[length];
                int count = HostLine.this.read(piece, FOREVER);
                System.arraycopy(piece, 0, into, offset, count);
                return count;
            }

            @Override
            public int available() {
                return toHost.available();
            }

            @Override
            public void close() {
                HostLine.this.close();
            }
        };
    }

    /** What the devices get. */
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                HostLine.this.write(new byte[] {(byte) one});
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                HostLine.this.write(Arrays.copyOfRange(from, offset, offset + length));
            }

            @Override
            public void close() {
                HostLine.this.close();
            }
        };
    }

    /** Cuts the line from this side. */
    @Override
    public void close() {
        toDevices.cut();
        toHost.cut();
    }
}
