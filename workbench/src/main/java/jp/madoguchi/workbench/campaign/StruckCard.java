package jp.madoguchi.workbench.campaign;

import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.card.SimulatedTerminals;

/** A card of which one command can be struck. */
final class StruckCard {
    /** The hand is there long before; the card is only asked to wait for it. */
    private static final Duration HAND = Duration.ofSeconds(10);

    private final Aim aim;
    private final SimulatedTerminals readers;
    private final String reader;
    private volatile Optional<Thread> moving = Optional.empty();

    StruckCard(Aim aim, SimulatedTerminals readers, String reader) {
        this.aim = aim;
        this.readers = readers;
        this.reader = reader;
    }

    /** Scripts the card; from here its commands count. */
    void script(JpkiCard card, Optional<Strike> strike) {
        aim.begin(Device.CARD);
        card.script(strike.filter(each -> each.blow().device() == Device.CARD)
                .map(each -> fault(each.blow()))
                .orElseGet(() -> new Fault.Slow(moment -> hit(moment, () -> {}), Duration.ZERO)));
    }

    /** Waits for a hand that is still on its way to the card. */
    void awaitHand() throws InterruptedException {
        if (moving.isPresent()) {
            moving.get().join(HAND.toMillis());
        }
    }

    private Fault fault(Blow blow) {
        return switch (blow) {
            case CARD_PULLED -> meanwhile(() -> readers.take(reader));
            case CARD_ANSWER_LOST -> new Fault.AnswerLost(moment -> hit(moment, () -> readers.take(reader)));
            case CARD_GARBLED -> Fault.overlong(moment -> hit(moment, () -> {}));
            case CARD_RESET -> meanwhile(() -> readers.resetByAnotherProgram(reader));
            case READER_UNPLUGGED -> meanwhile(() -> readers.remove(reader));
            case READER_SERVICE_STOPPED ->
                meanwhile(() -> {
                    readers.run(false);
                    readers.take(reader);
                });
            default -> throw new IllegalArgumentException(blow + " does not strike a card");
        };
    }

    /** The hand moves while the card thinks, and before it has acted. */
    private Fault meanwhile(Runnable hand) {
        return new Fault.Slow(moment -> hit(moment, hand), HAND);
    }

    private boolean hit(Fault.Moment moment, Runnable hand) {
        boolean hit = aim.next(Device.CARD, name(moment)).isPresent();
        if (hit) {
            // Not on this thread: it holds the card, and the reader must get at it.
            Thread thread = new Thread(hand, "hand");
            thread.setDaemon(true);
            moving = Optional.of(thread);
            thread.start();
        }
        return hit;
    }

    private static String name(Fault.Moment moment) {
        return switch (moment.ins()) {
            case 0xA4 -> "SELECT";
            case 0xB0, 0xB2 -> "READ";
            case 0x20 -> moment.length() > 5 ? "VERIFY" : "tries left?";
            case 0x2A -> "SIGN";
            default -> String.format("%02X", moment.ins());
        };
    }
}
