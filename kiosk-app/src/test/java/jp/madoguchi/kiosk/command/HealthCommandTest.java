package jp.madoguchi.kiosk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.health.HealthJson;
import jp.madoguchi.kiosk.health.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HealthCommandTest {
    private static final Path CONFIG = Path.of("kiosk.toml");

    private final Program program = mock(Program.class);
    private final Devices devices = mock(Devices.class);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Watch.Language language, String... options) {
        when(devices.watch(any()))
                .thenAnswer(call -> new Watch(call.getArgument(0), Clock.systemUTC(), Pace.real(), language));
        String[] words = {"health", "--config", CONFIG.toString()};
        return KioskCommands.of(program, devices, language)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(words, options).flatMap(Stream::of).toArray(String[]::new));
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(Samples.ready(), Exit.DONE),
                Arguments.of(Samples.closed(), Exit.NOT_USABLE),
                Arguments.of(Samples.stuck(), Exit.NOT_USABLE));
    }

    @ParameterizedTest
    @MethodSource("states")
    void health_asJson_isWhatTheProgramSaid(Health health, int code) throws Exception {
        when(program.health(CONFIG)).thenReturn(health);
        assertEquals(code, run(Watch.Language.ENGLISH, "--json"));
        assertEquals(health, HealthJson.read(out.toString().strip()));
    }

    @Test
    void kiosk_thatIsClosed_isToldInTheWordsOfTheScreens() throws Exception {
        when(program.health(CONFIG)).thenReturn(Samples.closed());
        assertEquals(Exit.NOT_USABLE, run(Watch.Language.JAPANESE));
        assertEquals("""
                K-0001  止まっています（2026-11-29 12:50から）
                カードの読み取り機: 使えます
                プリンター: 用紙がありません [PRINT-01]（2026-11-29 12:50から）
                    A4の用紙を補給してください。
                プリンター: 用紙がつまっています [PRINT-06]（2026-11-29 12:50から）
                    つまった用紙を取り除いてください。印刷された面は見ずに、手続きが終わるまで保管し、その後、シュレッダーで裁断してください。
                プリンター: トナーが残り少なくなっています。 [PRINT-04]
                    交換用のトナーを用意します。印刷はまだできます。
                硬貨の機械: 釣り銭が残り少なくなっています。 [CASH-11]
                    早めに釣り銭を補充します。
                証明書交付センター: 証明書交付センターにつながりません（2026-11-29 12:50から）
                    通信の線を確かめてください。異常がなければ、つながるまでお待ちください。
                記録: 使えます
                用紙: ありません　トナー: 残り少なくなっています
                釣り銭: 10円×37, 100円×48
                未精算の申し出: 2件 700円（うち金額の確認が要るもの 1件）
                端末の証明書: あと60日
                監査の記録: 書けません。ディスクの空きと持ち主を確かめてください。それまでの記録はメモリーにあります（センターに送っていない控え 3件）
                """, out.toString());
    }

    @Test
    void kiosk_thatIsStuck_saysWhatDoesNotMove() throws Exception {
        when(program.health(CONFIG)).thenReturn(Samples.stuck());
        assertEquals(Exit.NOT_USABLE, run(Watch.Language.ENGLISH));
        assertTrue(
                out.toString().startsWith("K-0001  stuck (since 2026-11-29 12:50)\ndoes not move: print\n"),
                out.toString());
        assertTrue(out.toString().contains("\nopen claims: none\n"), out.toString());
    }

    @Test
    void program_thatDoesNotRun_isNamed() throws Exception {
        when(program.health(CONFIG)).thenThrow(new IOException("Connection refused"));
        assertEquals(Exit.NO_DEVICE, run(Watch.Language.ENGLISH));
        assertTrue(err.toString().contains("no program runs with kiosk.toml"), err.toString());
    }
}
