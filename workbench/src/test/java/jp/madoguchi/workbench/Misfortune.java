package jp.madoguchi.workbench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.center.Tampering;
import jp.madoguchi.simulators.printer.AfterJam;
import jp.madoguchi.workbench.Visitor.Act;
import org.jsoup.nodes.Element;

/**
 * One misfortune of a visit.
 *
 * @param end the reason on the last screen
 * @param returned in the tray afterwards, in yen
 * @param owed shown as a claim
 */
record Misfortune(String name, String card, Map<String, Act> acts, String end, int returned, int owed) {
    private static final String HANAKO = "aomori-hanako";

    @Override
    public String toString() {
        return name;
    }

    private static Misfortune card(String name, String card, String end) {
        return new Misfortune(name, card, Map.of(), end, 0, 0);
    }

    private static Misfortune free(String name, String stage, Act act, String end) {
        return new Misfortune(name, HANAKO, Map.of(stage, act), end, 0, 0);
    }

    private static Misfortune paid(String name, Map<String, Act> acts, String end, int returned, int owed) {
        return new Misfortune(name, HANAKO, acts, end, returned, owed);
    }

    private static Act usualAfter(Act act) {
        return (visitor, screen) -> {
            boolean ignored = act.at(visitor, screen);
            return true;
        };
    }

    private static Act tamper(Consumer<Tampering> how) {
        return (visitor, screen) -> {
            how.accept(visitor.world().center().faults().tampering());
            return true;
        };
    }

    private static Act altered(String member, Object value) {
        return tamper(tampering -> tampering.alterManifest(members -> {
            members.put(member, value);
            return members;
        }));
    }

    static boolean cancel(Visitor visitor, Element screen) throws IOException {
        visitor.tap(screen, "[data-do=cancel]");
        return false;
    }

    private static boolean note(Visitor visitor, Element screen) throws InterruptedException {
        visitor.insertNote();
        return false;
    }

    private static boolean take(Visitor visitor, Element screen) {
        visitor.world().readers().take();
        return false;
    }

    private static boolean cut(Visitor visitor, Element screen) throws InterruptedException {
        visitor.world().center().faults().cut();
        visitor.awaitObstacle(Obstacle.CENTER_UNREACHABLE);
        visitor.awaitUntil(
                "the cut line", () -> CutLine.isKnown(visitor.world().center().url()));
        return true;
    }

    static Stream<Misfortune> all() {
        return Stream.of(
                // the card
                card("a bank card", "special-bank", "not-jpki-card"),
                card("a Juki card", "special-juki", "juki-card"),
                card("a Juki card that shows its certificate", "special-juki-open", "juki-card"),
                card("an iPhone", "special-iphone", "phone-not-served"),
                card("a phone whose certificate has ended", "special-android-expired", "certificate-expired"),
                new Misfortune(
                        "a wrong password of a phone three times",
                        "special-android",
                        Map.of("enter-pin", (visitor, screen) -> {
                            visitor.enter(screen, "9999");
                            return false;
                        }),
                        "phone-pin-blocked",
                        0,
                        0),
                new Misfortune(
                        "a phone lifted while its password is typed",
                        "special-android",
                        Map.of("enter-pin", Misfortune::take),
                        "card-removed",
                        0,
                        0),
                new Misfortune("none, with a phone", "special-android", Map.of(), "delivered", 200, 0),
                card("a blocked PIN", "special-blocked", "pin-blocked"),
                card("an expired certificate", "special-expired", "certificate-expired"),
                card("a certificate of an unknown CA", "special-unknown-ca", "certificate-unknown-issuer"),
                free("the card pulled while the PIN is typed", "enter-pin", Misfortune::take, "card-removed"),
                free(
                        "a wrong PIN three times",
                        "enter-pin",
                        (visitor, screen) -> {
                            visitor.enter(screen, "9999");
                            return false;
                        },
                        "pin-blocked-now"),
                free("cancelled at the PIN", "enter-pin", Misfortune::cancel, "cancelled"),
                free("cancelled at the choice", "choose-document", Misfortune::cancel, "cancelled"),
                // the center
                free("the line cut before the PIN", "enter-pin", Misfortune::cut, "center-unreachable"),
                free("the line cut before the order", "confirm", Misfortune::cut, "center-unreachable"),
                card("a resident who is refused", "kyohi-jiro", "resident-refused"),
                free(
                        "the order refused",
                        "confirm",
                        (visitor, screen) -> {
                            visitor.world().center().faults().close("保守点検のため");
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
                            visitor.world().printer().paper(0);
                            visitor.awaitObstacle(Obstacle.PRINTER_OUT_OF_PAPER);
                            return true;
                        },
                        "printer-not-ready"),
                paid(
                        "the door opened after half the money",
                        Map.of("pay", (visitor, screen) -> {
                            visitor.drop(100);
                            visitor.world().printer().openDoor();
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
                                    visitor.world().printer().jamAtSide(1);
                                    return true;
                                }),
                                "print",
                                (visitor, screen) -> {
                                    visitor.awaitPrinterStopped();
                                    visitor.world().printer().clearJam(AfterJam.ABORT);
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
                                    visitor.world().printer().jamAtSide(2);
                                    return true;
                                }),
                                "print",
                                (visitor, screen) -> {
                                    visitor.awaitPrinterStopped();
                                    visitor.world().printer().clearJam(AfterJam.ABORT);
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
                                    visitor.world().printer().jamAtSide(2);
                                    return true;
                                }),
                                "print",
                                (visitor, screen) -> {
                                    visitor.awaitPrinterStopped();
                                    visitor.world().printer().clearJam(AfterJam.RESUME);
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
                            return cancel(visitor, visitor.client().screen());
                        }),
                        "cancelled",
                        100,
                        0),
                paid(
                        "a hopper that is empty when the change is due",
                        Map.of("pay", usualAfter((visitor, screen) -> {
                            visitor.drop(100);
                            visitor.world().cash().fillHopper(3, 1);
                            visitor.world().cash().fillHopper(4, 0);
                            return true;
                        })),
                        "delivered",
                        100,
                        200),
                paid(
                        "a hopper that is empty, and another that pays the rest in ¥10 coins",
                        Map.of("pay", usualAfter((visitor, screen) -> {
                            visitor.drop(100);
                            visitor.world().cash().fillHopper(3, 1);
                            return true;
                        })),
                        "delivered",
                        300,
                        0),
                paid("a note instead of coins", Map.of("pay", Misfortune::note), "delivered", 700, 0),
                paid(
                        "a note whose routing is lost",
                        Map.of("pay", (visitor, screen) -> {
                            visitor.world().cash().inject(154, BusFault.LOSE_REQUEST);
                            return note(visitor, screen);
                        }),
                        "delivered",
                        700,
                        0),
                paid(
                        "the answer to the pay-out lost",
                        Map.of("pay", usualAfter((visitor, screen) -> {
                            visitor.world().cash().inject(167, BusFault.LOSE_REPLY);
                            return true;
                        })),
                        "delivered",
                        200,
                        0),
                // slow, not wrong
                paid(
                        "a slow center",
                        Map.of("enter-pin", usualAfter((visitor, screen) -> {
                            visitor.world().center().faults().delay(Duration.ofMillis(700));
                            return true;
                        })),
                        "delivered",
                        200,
                        0));
    }
}
