package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.smartcardio.TerminalFactory;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.devices.card.pcsc.TerminalSource;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.VpcdCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract on a real pcscd with vpcd's virtual readers, and this JVM as its client: the environment of the tests names the
 * socket. The other program is opensc-tool.
 */
final class PcscdReaderTest extends CardContract {
    private static final Path DIR = Path.of("target", "pcsc").toAbsolutePath();
    private static final Duration RETRY = Duration.ofMillis(50);

    private static PrivatePcscd pcscd;
    private static VpcdCard onFirst;
    private static VpcdCard onSecond;

    private final TerminalSource source = TerminalSource.pcsc();

    @BeforeAll
    static void start() throws IOException {
        Needed.here();
        pcscd = PrivatePcscd.start(DIR);
        onFirst = new VpcdCard("127.0.0.1", pcscd.port(), RETRY);
        onSecond = new VpcdCard("127.0.0.1", pcscd.port() + 1, RETRY);
    }

    @AfterAll
    static void stop() {
        onFirst.close();
        onSecond.close();
        pcscd.close();
    }

    @AfterEach
    void clear() {
        onFirst.take();
        onSecond.take();
    }

    /** Token info, certificate, tries; the application again, VERIFY, SIGN. */
    @Override
    List<Integer> tornAt() {
        return List.of(2, 3, 9, 10, 11, 12);
    }

    @Override
    CardReader reader(String pattern) {
        return new PcscCardReader(source, pattern);
    }

    @Override
    String first() {
        return "Virtual PCD 00 00";
    }

    @Override
    String second() {
        return "Virtual PCD 00 01";
    }

    @Override
    void place(JpkiCard card) {
        onFirst.place(card);
    }

    @Override
    void placeOnSecond(JpkiCard card) {
        onSecond.place(card);
    }

    @Override
    void take() {
        onFirst.take();
    }

    @Override
    void stopService() {
        pcscd.stop();
    }

    @Override
    void startService() throws IOException {
        pcscd.start();
    }

    @Override
    void resetByAnotherProgram() throws Exception {
        ProcessBuilder reset = new ProcessBuilder("opensc-tool", "--reader", "0", "--reset");
        reset.environment().putAll(Map.copyOf(pcscd.environment()));
        Jvm.Ended ended = Jvm.run(DIR, reset, "");
        if (ended.code() != 0) {
            throw new AssertionError("opensc-tool: " + ended);
        }
    }

    @Override
    TerminalFactory terminals() throws Exception {
        return source.get();
    }
}
