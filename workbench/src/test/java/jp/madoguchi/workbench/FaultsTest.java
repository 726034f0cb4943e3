package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.center.CenterSimulator;
import jp.madoguchi.simulators.center.Tampering;
import jp.madoguchi.simulators.printer.AfterJam;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.Visitor.Act;
import jp.madoguchi.workbench.Visitor.Result;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the world does to a visit, and the screen on which each ends: with card and money returned, or the money owed. */
class FaultsTest {
    private static final String HANAKO = "aomori-hanako";

    /** Keys take seconds to make: once for all tests. */
    @TempDir
    static Path prepared;

    @TempDir
    Path dir;

    private Workbench world;

    @BeforeAll
    static void prepare() throws IOException {
        CardIssuer.prepare(prepared);
        CenterSimulator.start(prepared, 0).close();
    }

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        copy(prepared, dir);
        world = Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    /**
     * One misfortune.
     *
     * @param end the reason on the last screen
     * @param returned in the tray afterwards, in yen
     * @param owed shown as a claim
     */
    private record Case(String name, String card, Map<String, Act> acts, String end, int returned, int owed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case card(String name, String card, String end) {
        return new Case(name, card, Map.of(), end, 0, 0);
    }

    private static Case free(String name, String stage, Act act, String end) {
        return new Case(name, HANAKO, Map.of(stage, act), end, 0, 0);
    }

    private static Case paid(String name, Map<String, Act> acts, String end, int returned, int owed) {
        return new Case(name, HANAKO, acts, end, returned, owed);
    }

    private static Act usualAfter(Act act) {
        return (visitor, screen) -> {
            boolean ignored = act.at(visitor, screen);
            return true;
        };
    }

    private static Act tamper(Consumer<Tampering> how) {
        return (visitor, screen) -> {
            how.accept(visitor.world.center().faults().tampering());
            return true;
        };
    }

    private static Act altered(String member, Object value) {
        return tamper(tampering -> tampering.alterManifest(members -> {
            members.put(member, value);
            return members;
        }));
    }

    private static boolean cancel(Visitor visitor, Element screen) throws IOException {
        visitor.tap(screen, "[data-do=cancel]");
        return false;
    }

    private static boolean take(Visitor visitor, Element screen) {
        visitor.world.readers().take();
        return false;
    }

    private static boolean cut(Visitor visitor, Element screen) {
        visitor.world.center().faults().cut();
        return true;
    }

    static Stream<Case> cases() {
        return Stream.of(
                // the card
                card("a bank card", "special-bank", "not-jpki-card"),
                card("a Juki card", "special-juki", "juki-card"),
                card("a phone", "special-android", "phone-not-served"),
                card("a blocked PIN", "special-blocked", "pin-blocked"),
                card("an expired certificate", "special-expired", "certificate-expired"),
                card("a certificate of an unknown CA", "special-unknown-ca", "certificate-unknown-issuer"),
                free("the card pulled while the PIN is typed", "enter-pin", FaultsTest::take, "card-removed"),
                free(
                        "a wrong PIN three times",
                        "enter-pin",
                        (visitor, screen) -> {
                            visitor.enter(screen, "9999");
                            return false;
                        },
                        "pin-blocked-now"),
                free("cancelled at the PIN", "enter-pin", FaultsTest::cancel, "cancelled"),
                free("cancelled at the choice", "choose-document", FaultsTest::cancel, "cancelled"),
                // the center
                free("the line cut before the PIN", "enter-pin", FaultsTest::cut, "center-unreachable"),
                free("the line cut before the order", "confirm", FaultsTest::cut, "center-unreachable"),
                card("a resident who is refused", "kyohi-jiro", "resident-refused"),
                free(
                        "the order refused",
                        "confirm",
                        (visitor, screen) -> {
                            visitor.world.center().faults().close("保守点検のため");
                            return true;
                        },
                        "center-closed"),
                // the document
                free(
                        "signed by a stranger",
                        "confirm",
                        tamper(t -> t.signBy(Tampering.Signer.STRANGER)),
                        "document-untrusted"),
                free(
                        "signed with the TLS key",
                        "confirm",
                        tamper(t -> t.signBy(Tampering.Signer.TLS_SERVER)),
                        "document-untrusted"),
                free(
                        "an expired signer",
                        "confirm",
                        tamper(t -> t.signBy(Tampering.Signer.EXPIRED)),
                        "document-untrusted"),
                free("expired itself", "confirm", altered("expires", "2020-01-01T00:00:00Z"), "document-out-of-time"),
                free("for another visit", "confirm", altered("visit", "00".repeat(16)), "document-misbound"),
                free("for another resident", "confirm", altered("certificate", "00".repeat(32)), "document-misbound"),
                free("for another text", "confirm", altered("t", "00".repeat(32)), "document-misbound"),
                free("at another fee", "confirm", altered("fee", 200), "document-misbound"),
                free("of another kiosk", "confirm", altered("kiosk", "K-9999"), "document-misbound"),
                free(
                        "with another page",
                        "confirm",
                        tamper(t -> t.alterPages(pages -> List.of(new byte[] {1, 2, 3}))),
                        "document-misbound"),
                // the printer
                free(
                        "no paper when it counts",
                        "confirm",
                        (visitor, screen) -> {
                            visitor.world.printer().paper(0);
                            visitor.awaitObstacle(Obstacle.PRINTER_OUT_OF_PAPER);
                            return true;
                        },
                        "printer-not-ready"),
                paid(
                        "the door opened after half the money",
                        Map.of("pay", (visitor, screen) -> {
                            visitor.drop(100);
                            visitor.world.printer().openDoor();
                            return false;
                        }),
                        "printer-not-ready",
                        100,
                        0),
                paid(
                        "a jam before the first side, given up",
                        Map.of(
                                "pay",
                                usualAfter((visitor, screen) -> {
                                    visitor.world.printer().jamAtSide(1);
                                    return true;
                                }),
                                "print",
                                (visitor, screen) -> {
                                    visitor.awaitPrinterStopped();
                                    visitor.world.printer().clearJam(AfterJam.ABORT);
                                    return false;
                                }),
                        "not-printed",
                        500,
                        0),
                paid(
                        "a jam on the back, given up",
                        Map.of(
                                "pay",
                                usualAfter((visitor, screen) -> {
                                    visitor.world.printer().jamAtSide(2);
                                    return true;
                                }),
                                "print",
                                (visitor, screen) -> {
                                    visitor.awaitPrinterStopped();
                                    visitor.world.printer().clearJam(AfterJam.ABORT);
                                    return false;
                                }),
                        "print-unknown",
                        200,
                        300),
                paid(
                        "a jam that is cleared",
                        Map.of(
                                "pay",
                                usualAfter((visitor, screen) -> {
                                    visitor.world.printer().jamAtSide(2);
                                    return true;
                                }),
                                "print",
                                (visitor, screen) -> {
                                    visitor.awaitPrinterStopped();
                                    visitor.world.printer().clearJam(AfterJam.RESUME);
                                    return false;
                                }),
                        "delivered",
                        200,
                        0),
                // the money
                paid(
                        "cancelled after paying half",
                        Map.of("pay", (visitor, screen) -> {
                            visitor.drop(100);
                            return cancel(visitor, visitor.client.screen());
                        }),
                        "cancelled",
                        100,
                        0),
                paid(
                        "a hopper that is empty when the change is due",
                        Map.of("pay", usualAfter((visitor, screen) -> {
                            visitor.drop(100);
                            visitor.world.cash().fillHopper(1);
                            return true;
                        })),
                        "delivered",
                        100,
                        200),
                paid(
                        "the answer to the pay-out lost",
                        Map.of("pay", usualAfter((visitor, screen) -> {
                            visitor.world.cash().inject(167, BusFault.LOSE_REPLY);
                            return true;
                        })),
                        "delivered",
                        200,
                        0),
                // slow, not wrong
                paid(
                        "a slow center",
                        Map.of("enter-pin", usualAfter((visitor, screen) -> {
                            visitor.world.center().faults().delay(Duration.ofMillis(700));
                            return true;
                        })),
                        "delivered",
                        200,
                        0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void visit_metByAFault_endsWithTheReasonAndTheMoneyAccountedFor(Case fault)
            throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, fault.card(), fault.acts());
        visitor.awaitStage(Stage.WELCOME);
        Result result = visitor.play();
        boolean delivered = fault.end().equals("delivered");
        boolean latches = fault.end().equals("document-misbound");
        int sheets =
                world.printer().printed().stream().mapToInt(job -> job.sheets()).sum();
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
                () -> assertEquals(latches, world.kiosk().screen().visit().stage() == Stage.LATCHED, "latched"));
    }

    static Stream<Integer> everyCommand() {
        return IntStream.rangeClosed(1, 19).boxed();
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
                                return cancel(each, screen); // asked to place it again, the resident gives up
                            }
                            torn[0] = true;
                            each.world.readers().place(card);
                            return false;
                        },
                        "take-card",
                        FaultsTest::cancelAndTake,
                        "choose-document",
                        FaultsTest::cancel));
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

    private static boolean cancelAndTake(Visitor visitor, Element screen) throws IOException {
        visitor.tap(screen, "[data-do=cancel]");
        return false;
    }

    @Test
    void document_askedForBeforeTheResidentLeft_isNeverTheNextOnes() throws IOException, InterruptedException {
        Visitor first = new Visitor(
                world,
                HANAKO,
                Map.of(
                        "confirm",
                        (visitor, screen) -> {
                            visitor.world.center().faults().delay(Duration.ofMillis(800));
                            return true;
                        },
                        "fetch-document",
                        FaultsTest::cancel));
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
