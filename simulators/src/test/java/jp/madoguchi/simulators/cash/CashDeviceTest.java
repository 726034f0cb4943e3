package jp.madoguchi.simulators.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bus on a real pair of ptys, made by socat (Debian: socat). */
class CashDeviceTest {
    private static final byte[] POLL = HexFormat.of().parseHex("020001feff");
    private static final Duration SILENCE = Duration.ofMillis(150);

    @TempDir
    Path dir;

    private PtyPair pair;
    private CashSimulator cash;
    private DeviceFile host;
    private ByteLine heard;
    private Thread pump;

    @BeforeEach
    void start() throws IOException {
        pair = PtyPair.create(dir);
        cash = CashSimulator.onDevice(pair.devices, CashSetup.coins(Duration.ZERO));
        open();
    }

    private void open() throws IOException {
        host = DeviceFile.open(pair.kiosk);
        heard = new ByteLine();
        pump = new Thread(() -> host.pump(heard, () -> true));
        pump.setDaemon(true);
        pump.start();
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
        cash.close();
        pair.close();
    }

    @Test
    void poll_overPty_echoedAndAnswered() throws Exception {
        host.write(POLL);

        assertEquals("020001feff01000200fd", hear(10));
    }

    @Test
    void plug_out_silenceUntilItIsBack() throws Exception {
        cash.unplug();
        host.write(POLL);
        assertEquals("", hear(10, Duration.ofMillis(300)));

        cash.plugIn();
        host.write(POLL);
        assertEquals("020001feff01000200fd", hear(10));
    }

    @Test
    void port_closedAndOpenedAgain_stillThere() throws Exception {
        host.write(POLL);
        assertEquals("020001feff01000200fd", hear(10));
        host.close();
        pump.join(5_000);
        open();
        assertEquals("", hear(10, Duration.ofSeconds(1)), "long enough for socat to end if it takes this for the end");

        host.write(POLL);

        assertEquals("020001feff01000200fd", hear(10));
    }

    @Test
    void connect_onADevice_noSuchLine() {
        assertThrows(IOException.class, cash::connect);
    }

    @Test
    void close_whileReading_wakesTheReader() throws Exception {
        host.close();

        pump.join(5_000);

        assertFalse(pump.isAlive());
    }

    private String hear(int count) throws InterruptedException {
        return hear(count, Duration.ofSeconds(5));
    }

    private String hear(int count, Duration atMost) throws InterruptedException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int next = heard.take(i == 0 ? atMost : SILENCE);
            if (next < 0) {
                return HexFormat.of().formatHex(bytes, 0, i);
            }
            bytes[i] = (byte) next;
        }
        return HexFormat.of().formatHex(bytes);
    }
}
