package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_OPTIONS;
import static jp.madoguchi.kiosk.terms.Stage.CONFIRM;
import static jp.madoguchi.kiosk.terms.Stage.COUNT_MONEY;
import static jp.madoguchi.kiosk.terms.Stage.FETCH_DOCUMENT;
import static jp.madoguchi.kiosk.terms.Stage.GIVE_CHANGE;
import static jp.madoguchi.kiosk.terms.Stage.OPEN_SLOT;
import static jp.madoguchi.kiosk.terms.Stage.PAY;
import static jp.madoguchi.kiosk.terms.Stage.PRINT;
import static jp.madoguchi.kiosk.terms.Stage.PRINT_RECEIPT;
import static jp.madoguchi.kiosk.terms.Stage.TAKE_PAPER;

import java.util.Optional;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;

/** The moves of {@link ResidentFlow} after the card: choosing, paying, printing. */
final class ResidentMoves {
    private ResidentMoves() {}

    // ── choosing ──

    static Step chooseDocument(Visit visit, Event.DocumentChosen event) {
        Optional<Choice> chosen = visit.choice().choose(event.offer());
        return Step.to(
                chosen.map(choice -> visit.at(CHOOSE_OPTIONS).with(choice)).orElse(visit));
    }

    /** A menu that only says why there is nothing ends the visit once it has been read. */
    static Step readThatThereIsNothing(Visit visit, Event.Acknowledged event) {
        return visit.choice().offers().isEmpty() ? Ending.leave(visit, EndReason.NOTHING_OFFERED) : Step.to(visit);
    }

    static Step chooseOptions(Visit visit, Event.OptionsChosen event) {
        Optional<Choice> chosen = visit.choice().with(event.options(), event.members(), event.copies());
        return Step.to(chosen.map(choice -> visit.at(CONFIRM).with(choice)).orElse(visit));
    }

    static Move<Event.WentBack> backTo(Stage stage) {
        return (visit, event) -> Step.to(visit.at(stage));
    }

    /** Paper, toner and change are asked before the center and before money. */
    static Step order(Visit visit, Event.Confirmed event) {
        return missing(visit)
                .map(reason -> Ending.end(visit, reason))
                .orElseGet(() -> Step.to(visit.at(FETCH_DOCUMENT), new Effect.RequestDocument(order(visit))));
    }

    private static DocumentOrder order(Visit visit) {
        return visit.choice().order(visit.request());
    }

    private static Optional<EndReason> missing(Visit visit) {
        if (!visit.ready(Part.LEDGER)) {
            return Optional.of(EndReason.LEDGER_FAILED);
        }
        if (!visit.ready(Part.PRINTER)) {
            return Optional.of(EndReason.PRINTER_NOT_READY);
        }
        boolean cashNeeded = !visit.choice().fee().isZero();
        return cashNeeded && !visit.ready(Part.CASH) ? Optional.of(EndReason.CASH_NOT_READY) : Optional.empty();
    }

    /** It was in time when money was asked for; where none was, only a clock can have moved. */
    static Step outOfTime(Visit visit, Event.DocumentOutOfTime event) {
        boolean paid = !visit.choice().fee().isZero();
        return Ending.returnAll(visit, paid ? EndReason.PAID_TOO_LATE : EndReason.DOCUMENT_OUT_OF_TIME);
    }

    // ── paying ──

    static Step askForMoney(Visit visit, Event.DocumentArrived event) {
        Visit ready = visit.with(visit.paper().ofPages(event.pages()));
        Optional<EndReason> missing = missing(ready);
        if (missing.isPresent()) {
            return Ending.end(ready, missing.get());
        }
        return ready.choice().fee().isZero()
                ? print(ready)
                : Step.to(
                        ready.at(OPEN_SLOT), new Effect.OpenSlot(ready.choice().fee()));
    }

    static Step slotTakes(Visit visit, Event.SlotTakes event) {
        return Step.to(visit.with(visit.money().taking(event.money())));
    }

    /** A quick coin may be told before the slot is known to be open. */
    static Step slotOpened(Visit visit, Event.SlotOpened event) {
        return enoughOrMore(visit.at(PAY));
    }

    static Step countTowardsFee(Visit visit, Event.CoinInserted event) {
        return enoughOrMore(visit.with(visit.money().insert(event.coin())));
    }

    private static Step enoughOrMore(Visit counted) {
        boolean enough = counted.money().inHand().compareTo(counted.choice().fee()) >= 0;
        return enough ? Step.to(counted.at(COUNT_MONEY), new Effect.ShutSlot()) : Step.to(counted);
    }

    static Step countIn(Visit visit, Event.CoinInserted event) {
        return Step.to(visit.with(visit.money().insert(event.coin())));
    }

    static Step printerLostWhilePaying(Visit visit, Event.PartChanged event) {
        Visit next = visit.with(visit.readiness().with(event.part(), event.obstacles()));
        return next.ready(Part.PRINTER) ? Step.to(next) : Ending.shutAndReturn(next, EndReason.PRINTER_NOT_READY);
    }

    static Step giveChange(Visit visit) {
        Yen change = visit.money().inHand().minus(visit.choice().fee());
        return change.isZero()
                ? print(visit)
                : Step.to(visit.at(GIVE_CHANGE).with(visit.money().leave(change)), new Effect.PayOut(change));
    }

    static Step changeGiven(Visit visit, Event.PaidOut event) {
        Visit settled = Ending.settled(visit, event);
        return print(settled).and(Ending.claimFor(visit, settled));
    }

    /** A coin fell where none was asked for: it is given back at once, whatever else goes on. */
    static Step strayCoin(Visit visit, Event.CoinInserted event) {
        Yen coin = event.coin();
        return Step.to(visit.with(visit.money().insert(coin).leave(coin)), new Effect.PayOut(coin));
    }

    /** A coin that was told only now, to an empty room: nothing is paid out into it. The claim stands on the screen. */
    static Step coinOfNobody(Visit visit, Event.CoinInserted event) {
        return Ending.owe(visit.with(visit.money().insert(event.coin())), event.coin(), EndReason.COIN_LEFT);
    }

    /** Somebody chose aids and went away: whoever comes next finds the screen as it always is. */
    static Step nobodyStayed(Visit visit, Event.TimeUp event) {
        return Step.over(visit);
    }

    /** The screen of a coin that nobody was there for stays before an empty room, also when more of them are told. */
    static Step coinAtTheEnd(Visit visit, Event.CoinInserted event) {
        boolean nobody =
                visit.end().filter(end -> end.reason() == EndReason.COIN_LEFT).isPresent();
        return nobody ? coinOfNobody(visit, event) : strayCoin(visit, event);
    }

    static Step strayCoinReturned(Visit visit, Event.PaidOut event) {
        Visit settled = Ending.settled(visit, event);
        return ClaimSlip.ask(Step.to(settled, Ending.claimFor(visit, settled)));
    }

    // ── printing ──

    private static Step print(Visit visit) {
        return Step.to(visit.at(PRINT), new Effect.PrintDocument(order(visit)));
    }

    static Step progress(Visit visit, Event.SidesPrinted event) {
        return Step.to(visit.with(visit.paper().done(event.sides())));
    }

    static Step stopped(Visit visit, Event.PrinterStopped event) {
        return Step.to(visit.with(visit.paper().stoppedBy(event.troubles())));
    }

    static Step documentPrinted(Visit visit, Event.DocumentPrinted event) {
        if (event.outcome() instanceof PrintOutcome.Printed) {
            Visit printed = visit.at(PRINT_RECEIPT)
                    .with(visit.paper().done(visit.paper().sides(visit.choice().copies())));
            return Step.to(printed, new Effect.PrintReceipt(order(visit), visit.money()));
        }
        return event.outcome() instanceof PrintOutcome.NotPrinted
                ? Ending.returnAll(visit, EndReason.NOT_PRINTED)
                : printUnknown(visit);
    }

    /** Neither printed again nor refunded by itself: the fee is a claim that staff settle. */
    static Step printUnknown(Visit visit) {
        return Ending.owe(visit.with(visit.paper().lost()), visit.money().inHand(), EndReason.PRINT_UNKNOWN);
    }

    static Step receiptPrinted(Visit visit, Event.ReceiptPrinted event) {
        boolean receipt = event.outcome() instanceof PrintOutcome.Printed;
        Visit delivered = visit.ending(EndReason.DELIVERED)
                .at(TAKE_PAPER)
                .with(visit.paper().withReceipt(receipt));
        return ClaimSlip.ask(Step.to(delivered, new Effect.Forget()));
    }

    // ── undoing ──

    static Step moneyReturned(Visit visit, Event.PaidOut event) {
        Visit settled = Ending.settled(visit, event);
        return Ending.returnAll(settled, EndReason.CANCELLED).and(Ending.claimFor(visit, settled));
    }
}
