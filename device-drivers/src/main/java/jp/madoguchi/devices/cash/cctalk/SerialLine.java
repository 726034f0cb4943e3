package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.time.Duration;

/**
 * An open serial line, 9600 baud 8N1: bytes out, bytes in. One thread. Once a method has thrown, the line is good for nothing but
 * {@link #close()}.
 */
public interface SerialLine extends AutoCloseable {
    /** Writes all of it. */
    void write(byte[] bytes) throws IOException;

    /**
     * Reads what there is, waiting for the first byte.
     *
     * @return how many bytes were put at the start of {@code into}; 0 when none came within {@code atMost}
     * @throws IOException when the line is gone
     */
    @CheckReturnValue
    int read(byte[] into, Duration atMost) throws IOException;

    @Override
    void close();
}
