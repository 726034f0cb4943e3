package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.Visitor.Result;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the world does to a visit, and the screen on which each ends: with card and money returned, or the money owed. */
class FaultsTest {
    private static final String HANAKO = "aomori-hanako";

    @TempDir
    Path dir;

    private Workbench world;

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("jp.madoguchi.workbench.Misfortune#all")
    void visit_metByAFault_endsWithTheReasonAndTheMoneyAccountedFor(Misfortune fault)
            throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, fault.card(), fault.acts());
        visitor.awaitStage(Stage.WELCOME);
        Result result = visitor.play();
        boolean delivered = fault.end().equals("delivered");
        boolean latches = fault.end().equals("document-misbound");
        int sheets = world.printer().printed().stream()
                .filter(job -> !slip(job))
                .mapToInt(job -> job.sheets())
                .sum();
        List<PrintedJob> slips =
                world.printer().printed().stream().filter(FaultsTest::slip).toList();
        assertAll(
                () -> assertEquals(fault.end(), result.end(), result.words()),
                () -> assertFalse(result.words().isBlank(), "the screen says something"),
                () -> assertEquals(fault.returned(), world.cash().tray(), "in the tray"),
                () -> assertEquals(new Yen(fault.owed()), result.money().owed(), "owed"),
                () -> assertEquals(
                        result.money().inserted(),
                        result.money()
                                .inHand()
                                .plus(result.money().returned())
                                .plus(result.money().owed()),
                        "accounted for"),
                () -> assertEquals(delivered ? 300 : 0, result.money().inHand().amount(), "kept"),
                () -> assertEquals(
                        fault.owed() > 0,
                        result.words().contains(visitor.claimNumber()),
                        "the claim's number stands on the screen: " + result.words()),
                () -> assertTrue(delivered ? sheets >= 1 : sheets <= 1, sheets + " sheets"),
                () -> assertTrue(slips.size() <= (fault.owed() > 0 ? 1 : 0), slips + " for one claim"),
                () -> assertTrue(!delivered || slips.size() == (fault.owed() > 0 ? 1 : 0), slips + " for what is owed"),
                () -> assertEquals(latches, world.kiosk().screen().visit().stage() == Stage.LATCHED, "latched"));
        for (PrintedJob slip : slips) {
            String text = text(slip);
            assertTrue(text.contains(visitor.claimNumber()) && text.contains("¥" + fault.owed()), text);
            assertFalse(text.contains("花子") || text.contains("青森"), text);
        }
    }

    private static String text(PrintedJob job) throws IOException {
        try (PDDocument slip = Loader.loadPDF(job.file().toFile())) {
            return new PDFTextStripper().getText(slip);
        }
    }

    private static boolean slip(PrintedJob job) {
        return job.name().startsWith("C-");
    }

    static Stream<Integer> everyCommand() {
        return IntStream.rangeClosed(1, 12).boxed();
    }

    /** No command of a visit with the card costs more than one try, whichever is the last that the card saw. */
    @ParameterizedTest
    @MethodSource("everyCommand")
    void card_pulledAtACommand_costsAtMostOneTryAndEndsOnAScreen(int command) throws IOException, InterruptedException {
        JpkiCard card = world.cards().open(HANAKO);
        card.script(new Fault.AnswerLost(Fault.When.command(command)));
        boolean[] torn = {false};
        Visitor visitor = new Visitor(
                world,
                HANAKO,
                Map.of(
                        "place-card",
                        (each, screen) -> {
                            if (torn[0]) {
                                return Misfortune.cancel(
                                        each, screen); // asked to place it again, the resident gives up
                            }
                            torn[0] = true;
                            each.world().readers().place(card);
                            return false;
                        },
                        "take-card",
                        Misfortune::cancel,
                        "choose-document",
                        Misfortune::cancel));
        visitor.awaitStage(Stage.WELCOME);
        Result result = visitor.play();
        long verifies = card.commands().stream()
                .filter(each -> each.startsWith("002000") && each.length() > 10)
                .count();
        assertAll(
                () -> assertTrue(verifies <= 1, "VERIFY was sent " + verifies + " times"),
                () -> assertTrue(
                        List.of("", "card-removed", "card-removed-at-pin", "cancelled")
                                .contains(result.end()),
                        result.end()),
                () -> assertEquals(Stage.WELCOME, world.kiosk().screen().visit().stage()));
    }

    @Test
    void document_askedForBeforeTheResidentLeft_isNeverTheNextOnes() throws IOException, InterruptedException {
        Visitor first = new Visitor(
                world,
                HANAKO,
                Map.of(
                        "confirm",
                        (visitor, screen) -> {
                            visitor.world().center().faults().delay(Duration.ofMillis(800));
                            return true;
                        },
                        "fetch-document",
                        Misfortune::cancel));
        first.awaitStage(Stage.WELCOME);
        assertEquals("cancelled", first.play().end());
        world.center().faults().delay(Duration.ZERO);
        Result second = new Visitor(world, "kakuu-ichiro", Map.of()).play();
        assertEquals("delivered", second.end(), second.words());
        assertEquals(2, world.printer().printed().size(), "one document and its receipt");
    }

    @Test
    void tap_madeTwice_actsOnce() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, HANAKO, Map.of("confirm", (each, screen) -> {
            each.tap(screen, "[data-do=confirm]");
            each.tap(screen, "[data-do=confirm]");
            return false;
        }));
        visitor.awaitStage(Stage.WELCOME);
        assertEquals("delivered", visitor.play().end());
        assertEquals(2, world.printer().printed().size(), "one document and its receipt");
    }

    @Test
    void kiosk_withoutWhatItNeeds_saysSoBeforeAnyoneBegins() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, HANAKO, Map.of());
        visitor.awaitStage(Stage.WELCOME);
        world.readers().add("Madoguchi Workbench Reader 0 bis");
        visitor.awaitObstacle(Obstacle.SEVERAL_READERS);
        visitor.awaitStage(Stage.CLOSED);
        world.readers().remove("Madoguchi Workbench Reader 0 bis");
        visitor.awaitStage(Stage.WELCOME);
        world.readers().remove(Workbench.READER);
        visitor.awaitObstacle(Obstacle.NO_READER);
        world.readers().add(Workbench.READER);
        visitor.awaitStage(Stage.WELCOME);
        world.printer().openDoor();
        visitor.awaitObstacle(Obstacle.PRINTER_DOOR_OPEN);
        visitor.awaitStage(Stage.CLOSED);
        world.printer().closeDoor();
        visitor.awaitStage(Stage.WELCOME);
        world.center().faults().cut();
        visitor.awaitObstacle(Obstacle.CENTER_UNREACHABLE);
        visitor.awaitStage(Stage.CLOSED);
    }
}
