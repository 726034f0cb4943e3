package jp.madoguchi.kiosk.act;

import java.io.IOException;
import java.time.Duration;
import jp.madoguchi.devices.cash.cctalk.SerialLine;
import jp.madoguchi.simulators.cash.HostLine;

/** The driver's wire to the simulated cash unit. */
record SimulatedLine(HostLine line) implements SerialLine {
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
