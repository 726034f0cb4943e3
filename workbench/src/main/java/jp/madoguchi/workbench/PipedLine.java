package jp.madoguchi.workbench;

import java.io.IOException;
import java.time.Duration;
import jp.madoguchi.devices.cash.cctalk.SerialLine;
import jp.madoguchi.simulators.cash.HostLine;

/** The host's end of a simulated bus, as the kiosk's driver sees a serial line. */
record PipedLine(HostLine line) implements SerialLine {
    @Override
    public void write(byte[] bytes) throws IOException {
        line.write(bytes);
    }

    @Override
    public int read(byte[] into, Duration atMost) throws IOException {
        return line.read(into, atMost);
    }

    @Override
    public void close() {
        line.close();
    }
}
