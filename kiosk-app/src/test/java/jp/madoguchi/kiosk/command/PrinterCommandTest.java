package jp.madoguchi.kiosk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class PrinterCommandTest {
    private static final URI PRINTER = URI.create("ipp://localhost/ipp/print");
    private static final PrinterStatus READY = new PrinterStatus.Ready(Set.of());

    private final Printer printer = mock(Printer.class);
    private final Devices devices = mock(Devices.class);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... options) {
        when(devices.printer(eq(PRINTER), eq(Optional.empty()), any())).thenReturn(printer);
        CommandLine line = KioskCommands.of(mock(Program.class), devices, Watch.Language.ENGLISH)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] words = {"device", "printer", "--uri", PRINTER.toString()};
        return line.execute(Stream.of(words, options).flatMap(Stream::of).toArray(String[]::new));
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(new PrinterStatus.Unreachable(PrinterTrouble.UNREACHABLE, "no route"), Exit.NO_DEVICE),
                Arguments.of(
                        new PrinterStatus.Unreachable(PrinterTrouble.WRONG_CERTIFICATE, "not the pinned one"),
                        Exit.NOT_USABLE),
                Arguments.of(
                        new PrinterStatus.Unreachable(PrinterTrouble.NOT_A_PRINTER, "HTTP status 404"),
                        Exit.NOT_USABLE),
                Arguments.of(new PrinterStatus.NotReady(Set.of(PrinterTrouble.JAM)), Exit.NOT_USABLE),
                Arguments.of(new PrinterStatus.Ready(Set.of(PrinterTrouble.PAPER_LOW)), Exit.DONE),
                Arguments.of(READY, Exit.DONE));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void printer_anyStatus_isALineAndAnExitCode(PrinterStatus status, int code) {
        when(printer.status()).thenReturn(status);
        speaking(Watch.Language.ENGLISH);
        assertEquals(code, run());
        assertEquals(1, (out.toString() + err).lines().count());
        verify(printer).close();
    }

    @Test
    void printer_notReadyInJapan_isToldOnceWithCodeAndRemedyInJapanese() {
        when(printer.status())
                .thenReturn(new PrinterStatus.Unreachable(PrinterTrouble.NOT_A_PRINTER, "HTTP status 404"));
        speaking(Watch.Language.JAPANESE);
        assertEquals(Exit.NOT_USABLE, run());
        assertEquals(
                "./kiosk device printer: 印刷できません: " + PRINTER + ": HTTP status 404  PRINT-14 NOT_A_PRINTER  "
                        + "設定の場所で何かが応答しましたが、そこにプリンターはありません。 設定の uri の機器名、ポート番号、パスを確かめます。\n",
                err.toString());
    }

    @Test
    void watch_faultsAndTheirRemedies_areTold() {
        when(printer.status())
                .thenReturn(READY)
                .thenReturn(READY)
                .thenReturn(new PrinterStatus.NotReady(Set.of(PrinterTrouble.DOOR_OPEN, PrinterTrouble.OUT_OF_PAPER)))
                .thenReturn(new PrinterStatus.Unreachable(PrinterTrouble.UNREACHABLE, "no route"))
                .thenReturn(new PrinterStatus.Ready(Set.of(PrinterTrouble.PAPER_LOW)));
        speaking(Watch.Language.ENGLISH);
        assertEquals(Exit.DONE, run("--watch", "--format", "raster"));
        assertEquals("""
                2026-11-25 09:30:00  ready
                2026-11-25 09:30:00  not ready  PRINT-01 OUT_OF_PAPER  There is no A4 paper. Load A4 paper into the cassette.
                2026-11-25 09:30:00  not ready  PRINT-05 DOOR_OPEN  A door of the printer is open. Close it.
                2026-11-25 09:30:00  not ready: ipp://localhost/ipp/print: no route  PRINT-12 UNREACHABLE  The printer does not answer. Check its power and network cable. Service comes back by itself.
                2026-11-25 09:30:00  ready, with a warning  PRINT-02 PAPER_LOW  Little paper is left. Load A4 paper soon. It still prints.
                """, out.toString());
        verify(devices).printer(PRINTER, Optional.empty(), DocumentFormat.RASTER);
        verify(printer, never()).print(any(), any());
        verify(printer).close();
    }

    private void speaking(Watch.Language language) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T00:30:00Z"), ZoneId.of("Asia/Tokyo"));
        when(devices.watch(any())).thenAnswer(call -> new Watch(call.getArgument(0), clock, looks(5), language));
    }

    /** Waits no time, and is interrupted after so many looks. */
    private static Pace looks(int most) {
        int[] looks = {0};
        return new Pace() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public boolean pause(Duration time) {
                looks[0]++;
                return looks[0] < most;
            }
        };
    }
}
