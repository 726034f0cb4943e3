package jp.madoguchi.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.devices.cash.cctalk.SerialLine;
import jp.madoguchi.simulators.cash.CashSimulator;

/** The serial line to a cash unit in the same JVM. */
final class PipedLine implements SerialLine {
    private static final int END = -1;

    private final InputStream in;
    private final OutputStream out;
    private final LinkedBlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
    private volatile boolean open = true;

    PipedLine(CashSimulator cash) {
        in = cash.in();
        out = cash.out();
        Thread reader = new Thread(this::pump, "serial line");
        reader.setDaemon(true);
        reader.start();
    }

    private void pump() {
        try {
            while (open) {
                int next = in.read();
                arrived.add(next);
                if (next == END) {
                    return;
                }
            }
        } catch (IOException gone) {
            arrived.add(END);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public int read(byte[] into, Duration atMost) throws IOException {
        try {
            Integer next = arrived.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            int count = 0;
            while (next != null) {
                if (next == END) {
                    throw new IOException("the line is gone");
                }
                into[count++] = next.byteValue();
                next = count < into.length ? arrived.poll() : null;
            }
            return count;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        open = false;
    }
}
