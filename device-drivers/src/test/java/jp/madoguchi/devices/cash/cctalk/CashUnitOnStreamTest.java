package jp.madoguchi.devices.cash.cctalk;

import java.io.IOException;
import java.time.Duration;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.cash.HostLine;

/** Bytes on a stream. */
final class CashUnitOnStreamTest extends CashUnitContract {
    @Override
    CashSimulator simulator(CashSetup setup) {
        return CashSimulator.inProcess(setup);
    }

    @Override
    SerialOpener opener(CashSimulator simulator) {
        return streamTo(simulator);
    }

    static SerialOpener streamTo(CashSimulator simulator) {
        return port -> {
            HostLine line = simulator.connect();
            return new SerialLine() {
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
            };
        };
    }

    @Override
    String port() {
        return "stream";
    }
}
