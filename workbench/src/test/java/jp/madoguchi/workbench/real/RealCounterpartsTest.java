package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.workbench.Resident;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One resident's whole journey through the shipped program, and what is left of it everywhere. */
@Timeout(90)
final class RealCounterpartsTest {
    private static final String PIN = "1234";

    @TempDir
    private static Path dir;

    private static Town town;
    private static Resident.Ended ended;
    private static String played = "";
    private static int exit;

    @BeforeAll
    static void play() throws Exception {
        town = Town.start(dir);
        RunningProgram kiosk = town.startKiosk();
        Town.Session session = town.session();
        StringWriter stages = new StringWriter();
        ended = new Resident(
                        session.address(),
                        session.token(),
                        town,
                        new Resident.Wish("aomori-hanako", PIN, "residence-record", 1),
                        new PrintWriter(stages, true))
                .play();
        played = stages.toString();
        kiosk.await("the center knows its end");
        exit = kiosk.stop();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void journey_everythingInOrder_isDelivered() {
        assertEquals(new Resident.Ended(Optional.empty()), ended, played);
        assertEquals(143, exit, "ends by SIGTERM");
    }

    @Test
    void document_atThePrinter_isTheResidentsAndHasTwoSidesForEachPage() throws IOException {
        List<Path> printed = town.printer().printed();
        assertEquals(2, printed.size(), "document and receipt");
        assertEquals(2, sides(printed.get(0)));
        String document = text(printed.get(0));
        List.of("住民票の写し", "青森 花子", "青森県青森市架空町一丁目2番3号", "この面は証明書の裏面です")
                .forEach(words -> assertTrue(document.contains(words), document));
    }

    @Test
    void receipt_atThePrinter_tellsTheMoneyAndNobody() throws IOException {
        Path printed = town.printer().printed().get(1);
        assertEquals(1, sides(printed));
        String receipt = text(printed);
        List.of("領 収 書", "手数料 ¥300", "お預かり ¥500", "お釣り ¥200")
                .forEach(words -> assertTrue(receipt.contains(words), receipt));
        assertFalse(receipt.contains("花子"), receipt);
    }

    @Test
    void jobs_attributes_askForA4OnBothSides() throws IOException {
        List<String> document = Files.readAllLines(town.printer().attributes().get(0));
        assertTrue(
                document.containsAll(List.of(
                        "IPP_JOB_ORIGINATING_USER_NAME=madoguchi",
                        "IPP_MEDIA=iso_a4_210x297mm",
                        "IPP_SIDES=two-sided-long-edge")),
                document::toString);
    }

    @Test
    void money_change_liesInTheTray() throws IOException {
        assertEquals("tray 200", town.cash().ask("tray", "^tray"));
        assertEquals("hopper 0", town.cash().ask("hopper 0", "^hopper"));
    }

    @Test
    void center_report_saysPrinted() throws IOException, SQLException {
        Matcher outcome = Pattern.compile("outcome: visit=\\p{XDigit}{32} request=(\\p{XDigit}{32}) result=printed"
                        + " inserted=500 kept=300 returned=200 owed=0")
                .matcher(town.center().ask("outcomes", "^outcome"));
        assertTrue(outcome.matches(), town.center().said()::toString);
        assertEquals("outcomes: 1", town.center().await("^outcomes:"));
        assertTrue(facts().get(1).contains(outcome.group(1)), "the ledger knows the request");
    }

    /** What is left out of a line is another one each time. */
    @Test
    void ledger_facts_areInOrder() throws SQLException {
        List<String> expected = List.of(
                "HopperCounted {'address':3,'coins':100,'filling':'','yen':100}",
                "Ordered {'request':'…','fee':300,'municipality':'02201','kind':'residence-record','copies':1}",
                "SlotsOpened {}",
                "CounterSeen {'device':'COIN','counter':0}",
                "CoinInserted {'yen':500,'counter':1,'device':'COIN'}",
                "SlotsShut {}",
                "PayOutIntended {'yen':200,'address':3,'coins':2,'lifetimeCount':0}",
                "HopperPaid {'address':3,'coins':2,'yen':200,'certain':true}",
                "PayOutEnded {'paid':200,'owed':0,'certain':true}",
                "PrintIntended {'job':'D-…','ciphertext':'…','sides':2}",
                "PrintJobCreated {'jobId':1}",
                "PrintEnded {'result':'PRINTED','sides':2}",
                "Ended {'reason':'DELIVERED','request':'…','result':'printed','inserted':500,'kept':300,'returned':200,"
                        + "'owed':0}",
                "Reported {}");
        assertEquals(
                String.join("\n", expected),
                String.join("\n", facts()).replace('"', '\'').replaceAll("\\p{XDigit}{32,64}", "…"));
    }

    /** The kiosk ran with all that it can log. */
    @Test
    void traces_ofTheVisit_nameNobodyAndNoPin() throws IOException {
        List<String> traces = new ArrayList<>(town.kioskSaid().toList());
        assertTrue(traces.stream().anyMatch(line -> line.contains("DELIVERED")), "the visit is in the log");
        traces.addAll(town.printer().said());
        for (Path attributes : town.printer().attributes()) {
            traces.addAll(Files.readAllLines(attributes));
        }
        traces.add(Files.readString(town.config()));
        for (Path file : files(town.data())) {
            traces.add(file.getFileName() + " " + Files.readString(file, ISO_8859_1));
        }
        String names = "青森 |花子|ハナコ|hanako|架空町";
        String bytes = new String(names.getBytes(UTF_8), ISO_8859_1);
        // Four digits alone: a hash or an id may hold them by chance. 31323334 is how a card is told.
        Pattern telling = Pattern.compile(
                names + "|" + bytes + "|31323334|(?<!\\p{XDigit})" + PIN + "(?!\\p{XDigit})", Pattern.CASE_INSENSITIVE);
        assertEquals(List.of(), traces.stream().filter(telling.asPredicate()).toList());
    }

    private static int sides(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getNumberOfPages();
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> facts() throws SQLException {
        List<String> facts = new ArrayList<>();
        try (Connection ledger =
                        DriverManager.getConnection("jdbc:sqlite:" + town.data().resolve("ledger.db"));
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery("SELECT kind, body FROM fact ORDER BY seq")) {
            while (rows.next()) {
                facts.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return facts;
    }
}
