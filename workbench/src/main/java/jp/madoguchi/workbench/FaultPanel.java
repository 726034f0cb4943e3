package jp.madoguchi.workbench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.center.Tampering;
import jp.madoguchi.simulators.printer.AfterJam;
import jp.madoguchi.simulators.printer.IppOperation;
import jp.madoguchi.simulators.printer.WireFault;

/** The faults that somebody at the desk can cause, and which of them last. One thread at a time. */
final class FaultPanel {
    private static final String SECOND_READER = Workbench.READER + " bis";
    private static final int DISPENSE = 167;
    private static final int CREDITS = 229;

    private final Workbench world;
    private final Set<String> lasting = new HashSet<>();
    private final List<PanelFault> faults;
    private Optional<JpkiCard> placed = Optional.empty();

    FaultPanel(Workbench world) {
        this.world = world;
        List<PanelFault> all = new ArrayList<>();
        card(all);
        printer(all);
        cash(all);
        center(all);
        this.faults = List.copyOf(all);
    }

    /** The card whose next commands the card faults meet. */
    void placed(Optional<JpkiCard> card) {
        placed = card;
    }

    /** What the page shows of them. */
    List<Map<String, Object>> state() {
        return faults.stream()
                .map(fault -> Map.<String, Object>of(
                        "slug", fault.slug(),
                        "device", fault.device(),
                        "words", fault.words(),
                        "lasting", fault.mend().isPresent(),
                        "on", lasting.contains(fault.slug())))
                .toList();
    }

    /**
     * Lets a fault happen; a lasting one that is there already is put right.
     *
     * @throws IllegalArgumentException when there is none of this name, or it cannot happen now
     */
    void press(String slug) throws IOException {
        PanelFault fault = faults.stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault " + slug));
        if (lasting.remove(slug)) {
            fault.mend().orElseThrow().move(world);
        } else {
            fault.strike().move(world);
            fault.mend().ifPresent(mend -> lasting.add(slug));
        }
    }

    private void card(List<PanelFault> all) {
        String device = "Card and reader";
        all.add(PanelFault.once(
                device, "card-torn", "lift the card at its next command", scripted(new Fault.Torn(next()))));
        all.add(PanelFault.once(
                device, "card-answer-lost", "lose the card's next answer", scripted(new Fault.AnswerLost(next()))));
        all.add(PanelFault.once(
                device,
                "card-verify-lost",
                "lose the answer to the PIN",
                scripted(new Fault.AnswerLost(Fault.When.verify()))));
        all.add(PanelFault.once(
                device, "card-garbage", "garbage for the next answer", scripted(Fault.overlong(next()))));
        all.add(PanelFault.lasting(
                device,
                "card-slow",
                "half a second for each command",
                scripted(new Fault.Slow(Fault.When.always(), Duration.ofMillis(500))),
                here -> placed.ifPresent(JpkiCard::script)));
        all.add(PanelFault.once(
                device,
                "card-reset",
                "another program resets the card",
                here -> here.readers().resetByAnotherProgram(Workbench.READER)));
        all.add(PanelFault.lasting(
                device,
                "reader-unplugged",
                "unplug the reader",
                here -> here.readers().remove(Workbench.READER),
                here -> here.readers().add(Workbench.READER)));
        all.add(PanelFault.lasting(
                device,
                "reader-second",
                "plug in a second reader of that name",
                here -> here.readers().add(SECOND_READER),
                here -> here.readers().remove(SECOND_READER)));
        all.add(PanelFault.lasting(
                device,
                "reader-service",
                "stop the PC/SC service",
                here -> here.readers().run(false),
                here -> here.readers().run(true)));
    }

    private static Fault.When next() {
        return Fault.When.command(1);
    }

    private PanelFault.Hand scripted(Fault fault) {
        return here -> placed.orElseThrow(() -> new IllegalArgumentException("place a card first"))
                .script(fault);
    }

    private static void printer(List<PanelFault> all) {
        String device = "Printer";
        all.add(PanelFault.lasting(
                device,
                "printer-door",
                "open the door",
                here -> here.printer().openDoor(),
                here -> here.printer().closeDoor()));
        all.add(PanelFault.lasting(
                device,
                "printer-jam",
                "jam at the first side",
                here -> here.printer().jamAtSide(1),
                here -> here.printer().clearJam(AfterJam.RESUME)));
        all.add(PanelFault.lasting(
                device,
                "printer-jam-back",
                "jam at the second side, sheet lost",
                here -> here.printer().jamAtSide(2),
                here -> here.printer().clearJam(AfterJam.ABORT)));
        all.add(PanelFault.lasting(
                device,
                "printer-toner",
                "low toner",
                here -> here.printer().lowToner(true),
                here -> here.printer().lowToner(false)));
        all.add(PanelFault.lasting(
                device,
                "printer-offline",
                "switch it off line",
                here -> here.printer().offline(),
                here -> here.printer().online()));
        all.add(PanelFault.lasting(
                device,
                "printer-cable",
                "pull its cable",
                here -> here.printer().line(false),
                here -> here.printer().line(true)));
        all.add(PanelFault.lasting(
                device,
                "printer-power",
                "cut its power",
                here -> here.printer().powerOff(),
                here -> here.printer().powerOn()));
        all.add(PanelFault.once(
                device,
                "printer-create-lost",
                "lose its answer to Create-Job",
                here -> here.printer().inject(IppOperation.CREATE_JOB, WireFault.LOSE_REPLY)));
        all.add(PanelFault.once(
                device,
                "printer-send-lost",
                "lose its answer to Send-Document",
                here -> here.printer().inject(IppOperation.SEND_DOCUMENT, WireFault.LOSE_REPLY)));
    }

    private static void cash(List<PanelFault> all) {
        String device = "Cash unit";
        all.add(PanelFault.lasting(
                device,
                "coin-jam",
                "a coin gets stuck",
                here -> here.cash().jam(),
                here -> here.cash().clearJam()));
        all.add(PanelFault.once(
                device, "cash-power", "a short power cut", here -> here.cash().powerReset()));
        all.add(PanelFault.lasting(
                device,
                "cash-cable",
                "pull the serial cable",
                here -> here.cash().unplug(),
                here -> here.cash().plugIn()));
        all.add(PanelFault.once(
                device, "hopper-empty", "empty the hopper", here -> here.cash().fillHopper(0)));
        all.add(PanelFault.once(
                device,
                "hopper-full",
                "fill the hopper with 50 coins",
                here -> here.cash().fillHopper(50)));
        all.add(PanelFault.once(
                device,
                "cash-pay-out-lost",
                "lose the answer to the next pay-out",
                here -> here.cash().inject(DISPENSE, BusFault.LOSE_REPLY)));
        all.add(PanelFault.once(
                device,
                "cash-noise",
                "noise on the next coin report",
                here -> here.cash().inject(CREDITS, BusFault.CORRUPT_REPLY)));
    }

    private static void center(List<PanelFault> all) {
        String device = "Center";
        all.add(PanelFault.lasting(
                device,
                "center-line",
                "cut the line",
                here -> here.center().faults().cut(),
                here -> here.center().faults().restore()));
        all.add(PanelFault.lasting(
                device,
                "center-slow",
                "two seconds for each answer",
                here -> here.center().faults().delay(Duration.ofSeconds(2)),
                here -> here.center().faults().delay(Duration.ZERO)));
        all.add(PanelFault.lasting(
                device,
                "center-closed",
                "close for maintenance",
                here -> here.center()
                        .faults()
                        .close(
                                "保守点検のため、証明書の発行を休んでいます。",
                                "Closed for maintenance: no certificates are issued.",
                                hourAfter(Instant.now())),
                here -> here.center().faults().open()));
        all.add(PanelFault.once(
                device,
                "center-registrations",
                "the offices answer every 本籍地利用登録",
                here -> here.center().answerRegistrations()));
        all.add(tampering(
                "document-stranger", "a stranger signs the documents", how -> how.signBy(Tampering.Signer.STRANGER)));
        all.add(tampering(
                "document-misbound",
                "documents of another visit (the kiosk latches off)",
                how -> how.alterManifest(members -> {
                    members.put("visit", "00".repeat(16));
                    return members;
                })));
    }

    /** On the minute, as a center would say it. */
    private static Instant hourAfter(Instant now) {
        return now.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
    }

    private static PanelFault tampering(String slug, String words, Consumer<Tampering> how) {
        return PanelFault.lasting(
                "Center",
                slug,
                words,
                here -> how.accept(here.center().faults().tampering()),
                here -> here.center().faults().tampering().stop());
    }
}
