package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.madoguchi.kiosk.Kiosk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ./kiosk demo --headless}: what it ends with, and that it says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadlessDemoTest {
    private final Workbench bench;

    HeadlessDemoTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        bench = Desk.lay(dir);
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # card             | PIN  | document         | copies | code | the last line says
        aomori-hanako      | 0000 | residence-record | 1      | 1    | 暗証番号がちがいます。 あと2回
        special-juki       | 1234 | residence-record | 1      | 1    | M-15
        special-expired    | 1234 | residence-record | 1      | 1    | M-30
        special-unknown-ca | 1234 | residence-record | 1      | 1    | M-32
        special-blocked    | 1234 | residence-record | 1      | 1    | M-20
        special-bank       | 1234 | residence-record | 1      | 1    | M-14
        special-iphone     | 1234 | residence-record | 1      | 1    | M-16
        special-android    | 1234 | residence-record | 1      | 0    | welcome
        special-android-expired | 1234 | residence-record | 1 | 1    | M-30
        shikko-nanae       | 1234 | residence-record | 1      | 1    | M-34
        teishi-yae         | 1234 | residence-record | 1      | 1    | M-35
        shinki-kumi        | 1234 | residence-record | 1      | 1    | M-36
        kyohi-jiro         | 1234 | residence-record | 1      | 1    | M-51
        gaiji-rokuro       | 1234 | residence-record | 1      | 1    | document residence-record is not offered; offered: nothing
        futaba-wakaba      | 1234 | residence-record | 1      | 1    | M-55
        tenshutsu-saburo   | 1234 | residence-record | 1      | 1    | M-56
        mukashi-goro       | 1234 | residence-record | 1      | 1    | M-57
        aomori-hanako      | 1234 | nonsense         | 1      | 1    | document nonsense is not offered; offered: residence-record
        aomori-hanako      | 1234 | residence-record | 0      | 1    | copies 0 is not offered; offered: 1, 2, 3, 4, 5
        aomori-hanako      | 1234 | residence-record | 99     | 1    | copies 99 is not offered; offered: 1, 2, 3, 4, 5
        aomori-hanako      | 1234 | residence-record | 3      | 0    | welcome
        aomori-hanako      | 1234 | residence-record-statement | 1 | 0 | welcome
        aomori-hanako      | 1234 | seal-registration          | 1 | 0 | welcome
        aomori-hanako      | 1234 | tax-certificate            | 1 | 0 | welcome
        aomori-hanako      | 1234 | income-certificate         | 1 | 0 | welcome
        aomori-hanako      | 1234 | family-register-whole      | 1 | 0 | welcome
        aomori-hanako      | 1234 | family-register-individual | 1 | 0 | welcome
        aomori-hanako      | 1234 | address-history            | 1 | 0 | welcome
        sample-anna        | 1234 | residence-record           | 1 | 0 | welcome
        katsuragi-mihon    | 1234 | residence-record           | 1 | 0 | welcome
        """)
    void visit_ends_withItsCodeAndReason(String card, String pin, String document, int copies, int code, String reason)
            throws IOException, InterruptedException {
        int printed = bench.printer().printed().size();
        StringWriter told = new StringWriter();
        assertEquals(
                code,
                DemoMain.play(bench, new Resident.Wish(card, pin, document, copies), new PrintWriter(told)),
                told::toString);
        List<String> lines = told.toString().lines().toList();
        assertTrue(lines.get(lines.size() - 1).contains(reason), told::toString);
        assertTrue(lines.stream().filter(line -> line.contains("check-pin")).count() <= 1, "a PIN is tried once");
        assertEquals(code == 0, bench.printer().printed().size() > printed, "paper comes out of a delivery alone");
    }

    @ParameterizedTest
    @CsvSource({"shikko-nanae, 令和8年10月1日に失効しました", "teishi-yae, 令和8年11月1日から停止中です"})
    void certificate_thatTheCenterRefuses_isToldSinceWhen(String card, String since)
            throws IOException, InterruptedException {
        StringWriter told = new StringWriter();
        int code = DemoMain.play(bench, new Resident.Wish(card, "1234", "residence-record", 1), new PrintWriter(told));
        assertEquals(1, code, told::toString);
        assertTrue(told.toString().contains(since), told::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--headless",
                "--headless --out unused --pin 12",
                "--headless --out unused --pin abcd",
                "--headless --out unused --resident nobody",
                "--headless --out unused --copies many",
                "--port eighty",
                "--unknown"
            })
    void wrongUsage_isOneLine_andCode2(String arguments) {
        Run run = Run.of(arguments.split(" ", -1));
        assertEquals(2, run.code());
        assertEquals(1, run.errors().lines().count(), run::errors);
        assertFalse(Files.exists(Path.of("unused")));
    }

    @ParameterizedTest
    @CsvSource({"--port, --bench-port", "--bench-port, --port"})
    void takenPort_isOneLine_andCode3(String option, String other) throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(holder.getLocalPort());
            Run run = Run.of(option, taken, other, "0");
            assertEquals(3, run.code());
            assertEquals(1, run.errors().lines().count(), run::errors);
            assertTrue(run.errors().contains("port " + taken + " is taken"), run::errors);
        }
    }

    @Test
    void delivery_leaves_everyPageAndTheReceipt(@TempDir Path out) throws IOException {
        Run run = Run.of("--headless", "--out", out.toString());
        assertEquals(0, run.code(), run::errors);
        for (String file : List.of("printed.pdf", "page-1.png", "page-2.png", "receipt.pdf", "receipt.png")) {
            assertTrue(Files.size(out.resolve(file)) > 0, file);
        }
    }

    /** The command line as a person types it, in this JVM. */
    private record Run(int code, String errors) {
        static Run of(String... arguments) {
            StringWriter errors = new StringWriter();
            CommandLine line = DemoMain.commandLine()
                    .setOut(new PrintWriter(new StringWriter()))
                    .setErr(new PrintWriter(errors, true));
            return new Run(line.execute(arguments), errors.toString());
        }
    }
}
