package jp.madoguchi.kiosk.systemd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.health.ServiceManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NotifySocketTest {
    private static final long PID = ProcessHandle.current().pid();
    private static final String READY = "READY=1\nSTATUS=使えます\n";

    @TempDir
    static Path dir;

    static Stream<String> addresses() {
        return Stream.of(dir.resolve("notify").toString(), "@madoguchi-notify-" + PID);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void state_isHeardAtTheSocketThatIsNamed(String address) throws IOException {
        try (Receiver receiver = Receiver.at(address)) {
            ServiceManager manager = NotifySocket.of(Map.of("NOTIFY_SOCKET", address), PID);
            manager.tell(READY);
            manager.tell("WATCHDOG=1\n");
            String both = READY + "WATCHDOG=1\n";
            assertEquals(both, new String(receiver.next(both.getBytes(UTF_8).length), UTF_8));
        }
    }

    @Test
    void program_startedByHand_tellsNobody() {
        assertSame(ServiceManager.NONE, NotifySocket.of(Map.of(), PID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vsock:2:1234", "relative", "@", "/"})
    void address_ofAnotherKind_isNobody(String address) {
        assertSame(ServiceManager.NONE, NotifySocket.of(Map.of("NOTIFY_SOCKET", address), PID));
    }

    @Test
    void address_thatIsTooLong_isNobody() {
        assertSame(ServiceManager.NONE, NotifySocket.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(107)), PID));
    }

    @Test
    void manager_thatIsGone_stopsNobody() {
        NotifySocket.of(Map.of("NOTIFY_SOCKET", dir.resolve("gone").toString()), PID)
                .tell("WATCHDOG=1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "6000000, mine, PT2S",
        "6000000, '', PT2S",
        "30000000, mine, PT5S",
        "6000000, 1, PT5S",
        "'', mine, PT5S",
        "0, mine, PT5S",
        "soon, mine, PT5S"
    })
    void interval_isAThirdOfTheWatchdogs_ifItIsForThisProcess(String micros, String pid, Duration expected) {
        Map<String, String> environment = Map.of(
                "NOTIFY_SOCKET",
                dir.resolve("gone").toString(),
                "WATCHDOG_USEC",
                micros,
                "WATCHDOG_PID",
                pid.equals("mine") ? String.valueOf(PID) : pid);
        assertEquals(expected, NotifySocket.of(environment, PID).interval());
    }
}
