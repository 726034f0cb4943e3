package jp.madoguchi.simulators.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(30)
class CardCommandTest {
    private static final String DIR = TestCards.ISSUED.dir().toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(InputStream in, String... arguments) {
        return new CommandLine(new CardCommand(in))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static InputStream text(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "--resident=nobody,  1, error: no card nobody in ",
        "--card=/nowhere,    1, error: /nowhere is not a card: it has no readable card.json",
        "--port=many,        2, Invalid value for option '--port'",
        "--residents=x,      2, Unknown option",
        "--resident=a --card=b, 2, are mutually exclusive"
    })
    void command_wrongArguments_endWithOneClearLine(String arguments, int exit, String said) {
        String[] all = ("--dir " + DIR + " " + arguments).split(" ");

        assertEquals(exit, run(text("quit\n"), all));

        assertTrue(err.toString().contains(said), err.toString());
        assertEquals(
                exit == 1 ? 1 : err.toString().lines().count(),
                err.toString().lines().count());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void command_takePlaceQuit_moveTheCard() throws Exception {
        try (VpcdListener vpcd = new VpcdListener();
                PipedOutputStream hand = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(hand)) {
            String port = String.valueOf(vpcd.port());
            FutureTask<Integer> command =
                    new FutureTask<>(() -> run(in, "--dir", DIR, "--resident", "kakuu-ichiro", "--port", port));
            new Thread(command).start();
            vpcd.accept();
            assertEquals("3BE000FF8131FE4514", vpcd.ask("04"));

            write(hand, "take\n");
            assertEquals("gone", vpcd.read());
            write(hand, "place special-bank\n");
            vpcd.accept();
            assertEquals("3B80800101", vpcd.ask("04"));
            write(hand, "place nobody\nplase\n\nquit\n");
            assertEquals("gone", vpcd.read());

            assertEquals(0, command.get(10, TimeUnit.SECONDS));
            assertEquals(
                    "ready: kakuu-ichiro on vpcd 127.0.0.1:" + port + "\ntaken\nplaced: special-bank\n",
                    out.toString());
            assertTrue(err.toString().startsWith("error: no card nobody in "), err.toString());
            assertTrue(err.toString().contains("error: say place [ID], take or quit"), err.toString());
        }
    }

    @Test
    void command_endOfInput_leavesTheCardThere() throws Exception {
        try (VpcdListener vpcd = new VpcdListener()) {
            String port = String.valueOf(vpcd.port());
            String card = Path.of(DIR, "cards", "special-bank").toString();
            FutureTask<Integer> command =
                    new FutureTask<>(() -> run(text(""), "--dir", DIR, "--card", card, "--port", port));
            Thread thread = new Thread(command);
            thread.start();
            vpcd.accept();
            assertEquals("3B80800101", vpcd.ask("04"));
            vpcd.hangUp(); // only a program that still runs comes back
            vpcd.accept();
            assertEquals("3B80800101", vpcd.ask("04"));
            thread.interrupt();
            thread.join(10_000);
            assertFalse(thread.isAlive());
        }
    }

    private static void write(PipedOutputStream hand, String lines) throws java.io.IOException {
        hand.write(lines.getBytes(StandardCharsets.UTF_8));
        hand.flush();
    }
}
