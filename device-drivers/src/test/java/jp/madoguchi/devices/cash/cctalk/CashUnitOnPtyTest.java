package jp.madoguchi.devices.cash.cctalk;

import java.io.IOException;
import java.nio.file.Path;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import org.junit.jupiter.api.io.TempDir;

/** A real serial driver on a real pair of pseudo-terminals; cutting the line ends socat. */
final class CashUnitOnPtyTest extends CashUnitContract {
    @TempDir
    private Path dir;

    @Override
    CashSimulator simulator(CashSetup setup) throws IOException {
        return CashSimulator.onPty(dir, setup);
    }

    @Override
    SerialOpener opener(CashSimulator simulator) {
        return new JSerialCommOpener();
    }

    @Override
    String port() {
        return dir.resolve("cash").toString();
    }
}
