package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.dots;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.center.CenterFaults;
import jp.madoguchi.simulators.center.Operation;
import jp.madoguchi.simulators.center.Reason;
import jp.madoguchi.simulators.center.Tampering;
import jp.madoguchi.simulators.printer.AfterJam;
import jp.madoguchi.workbench.screens.Walk;

/**
 * One way in which a visit that is made in the browser comes to its end without a paper.
 *
 * @param stage to which everything is as usual
 * @param deed what happens there; when it ends the visit, it waits until it has
 * @param mend puts the world right again
 */
record Refusal(EndReason end, String card, String stage, Deed deed, Deed mend) {
    static final String RESIDENT = "aomori-hanako";
    private static final String OF_ANOTHER_TOWN = "mishinkoku-toya";
    /** Copies of cards: what is done to them stays on them. */
    static final String COPY = "copy";

    private static final String NEW_PIN = "5937";

    /** What happens to somebody at the screen. */
    @FunctionalInterface
    interface Deed {
        Deed NOTHING = scene -> {};

        void in(Scene scene) throws IOException;
    }

    /** Where it happens. */
    record Scene(Workbench world, Page page, Walk walk, String language, Path cards) {
        private CenterFaults center() {
            return world.center().faults();
        }

        private void awaitObstacle(Obstacle obstacle) {
            page.waitForCondition(
                    () -> world.kiosk().screen().visit().readiness().all().contains(obstacle));
        }

        /** Lays a card on the reader, and waits until it is being read. */
        private void place(JpkiCard card) {
            world.readers().place(card);
            page.waitForSelector("main:not([data-stage=place-card])");
        }

        private void awaitEnd() {
            KioskBrowser.at(page, "ended");
        }

        private void press(String action) {
            page.click("[data-do=" + action + "]");
        }

        private void begin(String service) {
            page.click("#" + service + "-languages summary");
            page.click("[data-do=begin][data-service=" + service + "][data-lang=" + language + "]");
            KioskBrowser.at(page, "place-card");
        }

        private void enter(String pin) {
            KioskBrowser.press(page, pin);
            dots(page, pin.length());
            press("pin-entered");
        }
    }

    @Override
    public String toString() {
        return end.code() + " " + end.slug() + " at " + stage;
    }

    private static Refusal card(EndReason end, String card) {
        return new Refusal(end, card, "welcome", Deed.NOTHING, Deed.NOTHING);
    }

    private static Refusal at(EndReason end, String stage, Deed deed, Deed mend) {
        return new Refusal(end, RESIDENT, stage, deed, mend);
    }

    private static Refusal at(EndReason end, String stage, Deed deed) {
        return at(end, stage, deed, Deed.NOTHING);
    }

    private static Refusal said(EndReason end, Operation operation, Reason reason) {
        return at(
                end,
                "enter-pin",
                scene -> scene.center().refuse(operation, reason),
                scene -> scene.center().accept(operation));
    }

    private static Refusal forged(EndReason end, Consumer<Tampering> how) {
        return at(
                end,
                "confirm",
                scene -> how.accept(scene.center().tampering()),
                scene -> scene.center().tampering().stop());
    }

    /** A card with faults of its own lies on the reader once the PIN is asked for. */
    private static Deed placed(Fault... faults) {
        return scene -> {
            JpkiCard card = scene.world().cards().open(RESIDENT);
            card.script(faults);
            scene.place(card);
        };
    }

    private static Deed jammed(int side) {
        return scene -> {
            scene.world().printer().jamAtSide(side);
            scene.walk().to("print");
            scene.page().waitForSelector("[data-trouble]");
            scene.world().printer().clearJam(AfterJam.ABORT);
        };
    }

    private static Deed changePin(Fault... faults) {
        return scene -> {
            scene.begin("pin-change");
            JpkiCard card = scene.world().cards().open(copied(scene, RESIDENT, "", ""));
            card.script(faults);
            scene.place(card);
            KioskBrowser.at(scene.page(), "enter-pin");
            scene.enter("1234");
            KioskBrowser.at(scene.page(), "enter-new-pin");
            scene.enter(NEW_PIN);
            KioskBrowser.at(scene.page(), "repeat-new-pin");
            scene.enter(NEW_PIN);
            scene.awaitEnd();
        };
    }

    private static Refusal wrongThrice(EndReason end, String card) {
        return at(end, "place-card", scene -> {
            scene.place(scene.world().cards().open(copied(scene, card, "", "")));
            KioskBrowser.at(scene.page(), "enter-pin");
            for (int left = 3; left > 0; left--) {
                String screen = KioskBrowser.attribute(scene.page(), "data-screen");
                scene.enter("9999");
                scene.page()
                        .waitForSelector("main[data-stage=ended], main[data-stage=enter-pin]:not([data-screen='"
                                + screen + "'])");
            }
            scene.awaitEnd();
        });
    }

    private static Refusal registering(EndReason end, Deed deed, Deed mend) {
        return new Refusal(
                end,
                OF_ANOTHER_TOWN,
                "choose-document",
                scene -> {
                    deed.in(scene);
                    scene.press("register");
                    for (String line : List.of("write-domicile", "write-head")) {
                        KioskBrowser.at(scene.page(), line);
                        scene.page().click("[data-key='か']");
                        scene.page().waitForSelector("[data-do=written]:enabled");
                        scene.press("written");
                    }
                    KioskBrowser.at(scene.page(), "confirm-registration");
                    scene.press("confirm");
                },
                mend);
    }

    /** A copy of a card, with something else in what describes it. */
    private static String copied(Scene scene, String card, String words, String others) throws IOException {
        Path copy = Files.createDirectories(scene.cards().resolve(COPY));
        try (Stream<Path> files = Files.list(scene.cards().resolve(card))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                Files.writeString(
                        copy.resolve(file.getFileName().toString()),
                        words.isEmpty() ? text : text.replace(words, others),
                        StandardCharsets.ISO_8859_1);
            }
        }
        return COPY;
    }

    static Stream<Refusal> all() {
        return Stream.of(ofTheCard(), ofThePinChange(), ofTheCertificate(), ofTheCenter(), ofTheResident(), ofTheRest())
                .flatMap(each -> each);
    }

    private static Stream<Refusal> ofTheCard() {
        return Stream.of(
                at(EndReason.CANCELLED, "enter-pin", scene -> {
                    scene.press("cancel");
                    scene.awaitEnd();
                }),
                at(EndReason.CARD_REMOVED, "enter-pin", scene -> {
                    scene.world().readers().take();
                    scene.awaitEnd();
                }),
                at(EndReason.CARD_REMOVED_AT_PIN, "place-card", placed(new Fault.AnswerLost(Fault.When.verify()))),
                at(EndReason.CARD_UNREADABLE, "place-card", placed(Fault.overlong(Fault.When.command(3)))),
                at(
                        EndReason.READER_FAILED,
                        "enter-pin",
                        scene -> {
                            scene.world().readers().remove(Workbench.READER);
                            scene.awaitEnd();
                        },
                        scene -> scene.world().readers().add(Workbench.READER)),
                card(EndReason.NOT_JPKI_CARD, "special-bank"),
                card(EndReason.JUKI_CARD, "special-juki"),
                card(EndReason.PHONE_NOT_SERVED, "special-iphone"),
                at(
                        EndReason.TOKEN_UNKNOWN,
                        "place-card",
                        scene -> scene.place(
                                scene.world().cards().open(copied(scene, RESIDENT, "JPKIAPICCTOKEN2", "JPKIAPXXX")))),
                at(EndReason.NO_CERTIFICATE, "place-card", scene -> {
                    String copy = copied(scene, RESIDENT, "", "");
                    Files.delete(scene.cards().resolve(copy).resolve("auth.pem"));
                    scene.place(scene.world().cards().open(copy));
                }),
                card(EndReason.PIN_BLOCKED, "special-blocked"),
                wrongThrice(EndReason.PIN_BLOCKED_NOW, RESIDENT),
                wrongThrice(EndReason.PHONE_PIN_BLOCKED, "special-android"));
    }

    private static Stream<Refusal> ofThePinChange() {
        return Stream.of(
                at(EndReason.PIN_CHANGED, "welcome", changePin()),
                at(EndReason.PIN_CHANGE_UNCERTAIN, "welcome", changePin(new Fault.AnswerLost(Fault.When.change()))),
                at(
                        EndReason.PIN_CHANGE_REFUSED,
                        "welcome",
                        changePin(new Fault.Answers(Fault.When.change(), new byte[] {0x69, (byte) 0x85}))),
                new Refusal(
                        EndReason.PIN_CHANGE_JUKI_CARD,
                        "special-juki",
                        "welcome",
                        scene -> scene.begin("pin-change"),
                        Deed.NOTHING),
                new Refusal(
                        EndReason.PIN_CHANGE_PHONE,
                        "special-android",
                        "welcome",
                        scene -> scene.begin("pin-change"),
                        Deed.NOTHING));
    }

    private static Stream<Refusal> ofTheCertificate() {
        return Stream.of(
                card(EndReason.CERTIFICATE_EXPIRED, "special-expired"),
                card(EndReason.CERTIFICATE_UNKNOWN_ISSUER, "special-unknown-ca"),
                card(EndReason.CERTIFICATE_REVOKED, "shikko-nanae"),
                card(EndReason.CERTIFICATE_SUSPENDED, "teishi-yae"),
                card(EndReason.CERTIFICATE_UNKNOWN_YET, "shinki-kumi"),
                said(EndReason.CERTIFICATE_NOT_YET_VALID, Operation.AUTHENTICATE, Reason.CERTIFICATE_NOT_YET_VALID),
                said(EndReason.CERTIFICATE_UNSUITABLE, Operation.AUTHENTICATE, Reason.CERTIFICATE_UNSUITABLE),
                said(
                        EndReason.CERTIFICATE_STATUS_UNAVAILABLE,
                        Operation.AUTHENTICATE,
                        Reason.CERTIFICATE_STATUS_UNAVAILABLE));
    }

    private static Stream<Refusal> ofTheCenter() {
        return Stream.of(
                at(
                        EndReason.CENTER_UNREACHABLE,
                        "enter-pin",
                        scene -> {
                            scene.center().cut();
                            scene.awaitObstacle(Obstacle.CENTER_UNREACHABLE);
                            scene.page.waitForCondition(
                                    () -> CutLine.isKnown(scene.world.center().url()));
                        },
                        scene -> scene.center().restore()),
                at(
                        EndReason.CENTER_UNCERTAIN,
                        "enter-pin",
                        scene -> scene.center().guard(new CenterFaults.Guard() {
                            @Override
                            public boolean goes(Operation operation) {
                                return operation != Operation.AUTHENTICATE;
                            }
                        }),
                        scene -> scene.center().guard(CenterFaults.Guard.NOBODY)),
                at(
                        EndReason.CENTER_CLOSED,
                        "confirm",
                        scene -> scene.center().close("保守点検のため"),
                        scene -> scene.center().open()),
                at(
                        EndReason.CENTER_GARBLED,
                        "enter-pin",
                        scene -> scene.center().alterAnswer(Operation.AUTHENTICATE, said -> Map.of()),
                        scene -> scene.center().leaveAnswer(Operation.AUTHENTICATE)),
                said(EndReason.CENTER_REFUSED_KIOSK, Operation.AUTHENTICATE, Reason.CLOCK_SKEW),
                said(EndReason.CENTER_LOST_VISIT, Operation.REQUEST_DOCUMENT, Reason.UNKNOWN_VISIT));
    }

    private static Stream<Refusal> ofTheResident() {
        return Stream.of(
                said(EndReason.RESIDENT_UNKNOWN, Operation.AUTHENTICATE, Reason.RESIDENT_UNKNOWN),
                card(EndReason.RESIDENT_REFUSED, "kyohi-jiro"),
                card(EndReason.RESIDENT_UNDER_15, "futaba-wakaba"),
                card(EndReason.RESIDENT_TRANSFERRED_OUT, "tenshutsu-saburo"),
                card(EndReason.RESIDENT_DECEASED, "mukashi-goro"),
                said(EndReason.NOT_OFFERED, Operation.REQUEST_DOCUMENT, Reason.NOT_OFFERED),
                said(EndReason.FEE_CHANGED, Operation.REQUEST_DOCUMENT, Reason.FEE_CHANGED),
                said(EndReason.OFFICE_CLOSED, Operation.REQUEST_DOCUMENT, Reason.OUTSIDE_HOURS),
                registering(
                        EndReason.REGISTRATION_NOT_OFFERED,
                        scene -> scene.center().refuse(Operation.FILE_REGISTRATION, Reason.NOT_OFFERED),
                        scene -> scene.center().accept(Operation.FILE_REGISTRATION)),
                registering(
                        EndReason.REGISTRATION_CONFLICT,
                        scene -> scene.center().refuse(Operation.FILE_REGISTRATION, Reason.REQUEST_CONFLICT),
                        scene -> scene.center().accept(Operation.FILE_REGISTRATION)));
    }

    private static Stream<Refusal> ofTheRest() {
        return Stream.of(
                forged(EndReason.DOCUMENT_UNTRUSTED, how -> how.signBy(Tampering.Signer.STRANGER)),
                forged(
                        EndReason.DOCUMENT_OUT_OF_TIME,
                        how -> how.alterManifest(members -> {
                            members.put("expires", "2020-01-01T00:00:00Z");
                            return members;
                        })),
                at(
                        EndReason.PRINTER_NOT_READY,
                        "confirm",
                        scene -> {
                            scene.world().printer().openDoor();
                            scene.awaitObstacle(Obstacle.PRINTER_DOOR_OPEN);
                        },
                        scene -> scene.world().printer().closeDoor()),
                at(
                        EndReason.CASH_NOT_READY,
                        "confirm",
                        scene -> {
                            scene.world().cash().unplug();
                            scene.awaitObstacle(Obstacle.CASH_UNREACHABLE);
                        },
                        scene -> scene.world().cash().plugIn()),
                at(EndReason.NOT_PRINTED, "pay", jammed(1)),
                at(EndReason.PRINT_UNKNOWN, "pay", jammed(2)));
    }
}
