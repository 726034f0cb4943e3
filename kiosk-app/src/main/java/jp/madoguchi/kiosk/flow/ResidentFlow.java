package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_DOCUMENT;
import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_OPTIONS;
import static jp.madoguchi.kiosk.terms.Stage.CLOSED;
import static jp.madoguchi.kiosk.terms.Stage.CONFIRM;
import static jp.madoguchi.kiosk.terms.Stage.COUNT_MONEY;
import static jp.madoguchi.kiosk.terms.Stage.ENDED;
import static jp.madoguchi.kiosk.terms.Stage.FETCH_DOCUMENT;
import static jp.madoguchi.kiosk.terms.Stage.GIVE_CHANGE;
import static jp.madoguchi.kiosk.terms.Stage.LATCHED;
import static jp.madoguchi.kiosk.terms.Stage.OPEN_SLOT;
import static jp.madoguchi.kiosk.terms.Stage.PAY;
import static jp.madoguchi.kiosk.terms.Stage.PRINT;
import static jp.madoguchi.kiosk.terms.Stage.PRINT_RECEIPT;
import static jp.madoguchi.kiosk.terms.Stage.RETURN_MONEY;
import static jp.madoguchi.kiosk.terms.Stage.TAKE_PAPER;
import static jp.madoguchi.kiosk.terms.Stage.WELCOME;

import jp.madoguchi.kiosk.flow.Event.Acknowledged;
import jp.madoguchi.kiosk.flow.Event.AidsChosen;
import jp.madoguchi.kiosk.flow.Event.Begin;
import jp.madoguchi.kiosk.flow.Event.Cancelled;
import jp.madoguchi.kiosk.flow.Event.CardFailed;
import jp.madoguchi.kiosk.flow.Event.CardInspected;
import jp.madoguchi.kiosk.flow.Event.CardPlaced;
import jp.madoguchi.kiosk.flow.Event.CardRead;
import jp.madoguchi.kiosk.flow.Event.CardTaken;
import jp.madoguchi.kiosk.flow.Event.CardUnfit;
import jp.madoguchi.kiosk.flow.Event.CashFailed;
import jp.madoguchi.kiosk.flow.Event.CenterFailed;
import jp.madoguchi.kiosk.flow.Event.CenterNews;
import jp.madoguchi.kiosk.flow.Event.CenterRefused;
import jp.madoguchi.kiosk.flow.Event.CertificateOpened;
import jp.madoguchi.kiosk.flow.Event.ChallengeArrived;
import jp.madoguchi.kiosk.flow.Event.ClaimSlipPrinted;
import jp.madoguchi.kiosk.flow.Event.CoinInserted;
import jp.madoguchi.kiosk.flow.Event.CoinPretended;
import jp.madoguchi.kiosk.flow.Event.Confirmed;
import jp.madoguchi.kiosk.flow.Event.DefectFound;
import jp.madoguchi.kiosk.flow.Event.DocumentArrived;
import jp.madoguchi.kiosk.flow.Event.DocumentChosen;
import jp.madoguchi.kiosk.flow.Event.DocumentMisbound;
import jp.madoguchi.kiosk.flow.Event.DocumentOutOfTime;
import jp.madoguchi.kiosk.flow.Event.DocumentPrinted;
import jp.madoguchi.kiosk.flow.Event.DocumentUntrusted;
import jp.madoguchi.kiosk.flow.Event.LedgerFailed;
import jp.madoguchi.kiosk.flow.Event.LineMissing;
import jp.madoguchi.kiosk.flow.Event.LineWritten;
import jp.madoguchi.kiosk.flow.Event.MoneyUncounted;
import jp.madoguchi.kiosk.flow.Event.MoreTime;
import jp.madoguchi.kiosk.flow.Event.NewPinFit;
import jp.madoguchi.kiosk.flow.Event.NewPinUnfit;
import jp.madoguchi.kiosk.flow.Event.OpeningAsked;
import jp.madoguchi.kiosk.flow.Event.OptionsChosen;
import jp.madoguchi.kiosk.flow.Event.PageTurned;
import jp.madoguchi.kiosk.flow.Event.PaidOut;
import jp.madoguchi.kiosk.flow.Event.PartChanged;
import jp.madoguchi.kiosk.flow.Event.PasswordEntered;
import jp.madoguchi.kiosk.flow.Event.PinAccepted;
import jp.madoguchi.kiosk.flow.Event.PinBlocked;
import jp.madoguchi.kiosk.flow.Event.PinChangeRefused;
import jp.madoguchi.kiosk.flow.Event.PinChangeUncertain;
import jp.madoguchi.kiosk.flow.Event.PinChanged;
import jp.madoguchi.kiosk.flow.Event.PinEntered;
import jp.madoguchi.kiosk.flow.Event.PinIncomplete;
import jp.madoguchi.kiosk.flow.Event.PinUncertain;
import jp.madoguchi.kiosk.flow.Event.PinWrong;
import jp.madoguchi.kiosk.flow.Event.PrinterStopped;
import jp.madoguchi.kiosk.flow.Event.PurposeChosen;
import jp.madoguchi.kiosk.flow.Event.PurposeWanted;
import jp.madoguchi.kiosk.flow.Event.ReceiptPrinted;
import jp.madoguchi.kiosk.flow.Event.RegistrationFiled;
import jp.madoguchi.kiosk.flow.Event.RegistrationWanted;
import jp.madoguchi.kiosk.flow.Event.RegistrationsRefused;
import jp.madoguchi.kiosk.flow.Event.RegistrationsTold;
import jp.madoguchi.kiosk.flow.Event.RegistrationsUntold;
import jp.madoguchi.kiosk.flow.Event.SidesPrinted;
import jp.madoguchi.kiosk.flow.Event.SlipAsked;
import jp.madoguchi.kiosk.flow.Event.SlipPrinted;
import jp.madoguchi.kiosk.flow.Event.SlotOpened;
import jp.madoguchi.kiosk.flow.Event.SlotShut;
import jp.madoguchi.kiosk.flow.Event.SlotTakes;
import jp.madoguchi.kiosk.flow.Event.SpeakLanguage;
import jp.madoguchi.kiosk.flow.Event.StatusTold;
import jp.madoguchi.kiosk.flow.Event.TimeUp;
import jp.madoguchi.kiosk.flow.Event.TokenNotServed;
import jp.madoguchi.kiosk.flow.Event.Welcomed;
import jp.madoguchi.kiosk.flow.Event.WentBack;
import jp.madoguchi.kiosk.flow.Event.Withdrawn;
import jp.madoguchi.kiosk.terms.EndReason;

/**
 * One resident, one certificate, from the welcome screen to the paper in the hand; and, with the same card entry and the same
 * ending, the other services, each declared by a file of its own. What each row does is a pure move in {@link CardEntry},
 * {@link CertificateCheck}, {@link PinChanging}, {@link ResidentMoves} or {@link Ending}.
 */
public final class ResidentFlow {
    public static final FlowTable TABLE = table();

    private ResidentFlow() {}

    private static FlowTable table() {
        FlowTable table = new FlowTable();
        table.in(WELCOME)
                .on(Begin.class, CardEntry::begin)
                .on(CoinInserted.class, ResidentMoves::coinOfNobody)
                .on(TimeUp.class, ResidentMoves::nobodyStayed);
        table.in(CLOSED)
                .on(Begin.class, CardEntry::begin)
                .on(CoinInserted.class, ResidentMoves::coinOfNobody)
                .on(TimeUp.class, ResidentMoves::nobodyStayed);
        table.in(LATCHED)
                .on(CoinInserted.class, ResidentMoves::coinOfNobody)
                .on(TimeUp.class, ResidentMoves::nobodyStayed);
        CardEntry.declare(table, CHOOSE_DOCUMENT);
        Registering.declare(table);
        CertificateCheck.declare(table);
        ForPurpose.declare(table);
        PinChanging.declare(table);

        table.in(CHOOSE_DOCUMENT)
                .on(DocumentChosen.class, ResidentMoves::chooseDocument)
                .on(PurposeWanted.class, ForPurpose::wanted)
                .on(RegistrationWanted.class, Registering::wanted)
                .on(Acknowledged.class, ResidentMoves::readThatThereIsNothing)
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(CHOOSE_OPTIONS)
                .on(OptionsChosen.class, ResidentMoves::chooseOptions)
                .on(WentBack.class, (visit, event) -> Step.to(visit.at(ForPurpose.menu(visit))))
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(CONFIRM)
                .on(Confirmed.class, ResidentMoves::order)
                .on(WentBack.class, ResidentMoves.backTo(CHOOSE_OPTIONS))
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(FETCH_DOCUMENT)
                .on(DocumentArrived.class, ResidentMoves::askForMoney)
                .on(DocumentUntrusted.class, (visit, event) -> Ending.end(visit, EndReason.DOCUMENT_UNTRUSTED))
                .on(DocumentOutOfTime.class, (visit, event) -> Ending.end(visit, EndReason.DOCUMENT_OUT_OF_TIME))
                .on(DocumentMisbound.class, (visit, event) -> Ending.end(visit.latch(), EndReason.DOCUMENT_MISBOUND))
                .on(CenterRefused.class, Ending::refused)
                .on(CenterFailed.class, Ending::centerFailed)
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, (visit, event) -> Ending.end(visit, EndReason.CENTER_UNCERTAIN));

        table.in(OPEN_SLOT)
                .on(SlotTakes.class, ResidentMoves::slotTakes)
                .on(SlotOpened.class, ResidentMoves::slotOpened)
                .on(CoinInserted.class, ResidentMoves::countIn)
                .on(CashFailed.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.CASH_NOT_READY))
                .on(MoneyUncounted.class, Ending::uncounted)
                .on(PartChanged.class, ResidentMoves::printerLostWhilePaying)
                .on(Cancelled.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.CANCELLED))
                .on(Withdrawn.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.WITHDRAWN))
                .on(TimeUp.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.CASH_NOT_READY));
        table.in(PAY)
                .on(SlotTakes.class, ResidentMoves::slotTakes)
                .on(CoinInserted.class, ResidentMoves::countTowardsFee)
                .on(CashFailed.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.CASH_NOT_READY))
                .on(MoneyUncounted.class, Ending::uncounted)
                .on(PartChanged.class, ResidentMoves::printerLostWhilePaying)
                .on(Cancelled.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.CANCELLED))
                .on(Withdrawn.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.WITHDRAWN))
                .on(TimeUp.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.TIME_UP))
                .on(LedgerFailed.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.LEDGER_FAILED))
                .on(DefectFound.class, (visit, event) -> Ending.shutAndReturn(visit, EndReason.DEFECT));
        table.in(COUNT_MONEY)
                .on(CoinInserted.class, ResidentMoves::countIn)
                .on(SlotShut.class, (visit, event) -> ResidentMoves.giveChange(visit))
                .on(CashFailed.class, (visit, event) -> ResidentMoves.giveChange(visit))
                .on(MoneyUncounted.class, Ending::uncountedAtLast)
                .ignore("the fee is in: the devices bring this to its end", Withdrawn.class);
        table.in(GIVE_CHANGE)
                .on(PaidOut.class, ResidentMoves::changeGiven)
                .on(MoneyUncounted.class, Ending::uncountedLate)
                .ignore("the fee is in: the devices bring this to its end", Withdrawn.class);

        table.in(PRINT)
                .on(MoneyUncounted.class, Ending::uncountedLate)
                .on(SidesPrinted.class, ResidentMoves::progress)
                .on(PrinterStopped.class, ResidentMoves::stopped)
                .on(DocumentPrinted.class, ResidentMoves::documentPrinted)
                .on(DocumentUntrusted.class, (visit, event) -> Ending.returnAll(visit, EndReason.DOCUMENT_UNTRUSTED))
                .on(DocumentOutOfTime.class, ResidentMoves::outOfTime)
                .on(
                        DocumentMisbound.class,
                        (visit, event) -> Ending.returnAll(visit.latch(), EndReason.DOCUMENT_MISBOUND))
                .ignore("what the printer answers decides", Withdrawn.class)
                .ignore("what the printer answers decides", LedgerFailed.class)
                .ignore("what the printer answers decides", DefectFound.class);
        table.in(PRINT_RECEIPT)
                .on(MoneyUncounted.class, Ending::uncountedLate)
                .on(ReceiptPrinted.class, ResidentMoves::receiptPrinted)
                .ignore("the document is delivered; the receipt's answer comes", Withdrawn.class)
                .ignore("the document is delivered; the receipt's answer comes", LedgerFailed.class)
                .ignore("the document is delivered; the receipt's answer comes", DefectFound.class);
        table.in(TAKE_PAPER)
                .on(MoneyUncounted.class, Ending::uncountedLate)
                .on(CardTaken.class, Ending::cardTaken)
                .on(Acknowledged.class, Ending::acknowledged)
                .on(Withdrawn.class, Ending::unread)
                .on(TimeUp.class, Ending::unread)
                .ignore("the document is delivered; only the farewell is left", DefectFound.class)
                .ignore("the document is delivered; only the farewell is left", LedgerFailed.class);

        table.in(RETURN_MONEY)
                .on(MoneyUncounted.class, Ending::uncountedLate)
                .on(CoinInserted.class, ResidentMoves::countIn)
                .on(SlotShut.class, (visit, event) -> Ending.returnAll(visit, EndReason.CANCELLED))
                .on(CashFailed.class, (visit, event) -> Ending.returnAll(visit, EndReason.CASH_NOT_READY))
                .on(PaidOut.class, ResidentMoves::moneyReturned)
                .ignore("the money is on its way back already", Withdrawn.class)
                .ignore("the money is on its way back already", LedgerFailed.class)
                .ignore("the money is on its way back already", DefectFound.class);
        table.in(ENDED)
                .on(CoinInserted.class, ResidentMoves::coinAtTheEnd)
                .on(MoneyUncounted.class, Ending::uncountedLate)
                .on(CardTaken.class, Ending::cardTaken)
                .on(Acknowledged.class, Ending::acknowledged)
                .on(Withdrawn.class, Ending::unread)
                .on(TimeUp.class, Ending::unread)
                .ignore("the visit has ended for a reason already", DefectFound.class)
                .ignore("the visit has ended for a reason already", LedgerFailed.class);

        return everywhere(table);
    }

    /** What holds at every stage whose own rows say nothing else. */
    private static FlowTable everywhere(FlowTable table) {
        return table.anywhere(SpeakLanguage.class, (visit, event) -> Step.to(visit.with(event.language())))
                .anywhere(AidsChosen.class, (visit, event) -> Step.to(visit.with(event.aids())))
                .anywhere(
                        CardPlaced.class,
                        (visit, event) -> Step.to(visit.with(visit.card().present(true))))
                .anywhere(
                        CardTaken.class,
                        (visit, event) -> Step.to(visit.with(visit.card().present(false))))
                .anywhere(
                        PartChanged.class,
                        (visit, event) -> Step.to(visit.with(visit.readiness().with(event.part(), event.obstacles()))))
                .anywhere(RegistrationsTold.class, Registering::told)
                .anywhere(StatusTold.class, CertificateCheck::statusTold)
                .anywhere(SlipPrinted.class, CertificateCheck::slipPrinted)
                .anywhere(ClaimSlipPrinted.class, ClaimSlip::printed)
                .anywhere(
                        CenterNews.class,
                        (visit, event) -> Step.to(visit.with(visit.readiness().with(event.news()))))
                .anywhere(CoinInserted.class, ResidentMoves::strayCoin)
                .anywhere(PaidOut.class, ResidentMoves::strayCoinReturned)
                .anywhere(DocumentMisbound.class, (visit, event) -> Step.to(visit.latch()))
                .anywhere(Withdrawn.class, (visit, event) -> Ending.broken(visit, EndReason.WITHDRAWN))
                .anywhere(LedgerFailed.class, (visit, event) -> Ending.broken(visit, EndReason.LEDGER_FAILED))
                .anywhere(DefectFound.class, (visit, event) -> Ending.broken(visit, EndReason.DEFECT))
                .elsewhere("nothing changes: the kiosk waits as long again", MoreTime.class)
                .elsewhere("a stale tap: a visit is under way, or none can begin", Begin.class)
                .elsewhere("a picture of money is none: only who practises is shown one", CoinPretended.class)
                .elsewhere(
                        "a stale tap: the screen has moved on",
                        PinEntered.class,
                        PurposeWanted.class,
                        PurposeChosen.class,
                        DocumentChosen.class,
                        OptionsChosen.class,
                        RegistrationWanted.class,
                        LineWritten.class,
                        Confirmed.class,
                        PageTurned.class,
                        OpeningAsked.class,
                        PasswordEntered.class,
                        SlipAsked.class,
                        WentBack.class,
                        Cancelled.class,
                        Acknowledged.class)
                .elsewhere(
                        "a late answer of the card: the visit no longer waits for it",
                        CardRead.class,
                        CardInspected.class,
                        CertificateOpened.class,
                        TokenNotServed.class,
                        CardUnfit.class,
                        CardFailed.class,
                        PinAccepted.class,
                        PinIncomplete.class,
                        PinWrong.class,
                        PinBlocked.class,
                        PinUncertain.class,
                        NewPinFit.class,
                        NewPinUnfit.class,
                        PinChanged.class,
                        PinChangeRefused.class,
                        PinChangeUncertain.class)
                .elsewhere(
                        "a late answer of the center: the visit no longer waits for it",
                        ChallengeArrived.class,
                        Welcomed.class,
                        RegistrationsUntold.class,
                        RegistrationsRefused.class,
                        LineMissing.class,
                        RegistrationFiled.class,
                        CenterRefused.class,
                        CenterFailed.class,
                        DocumentArrived.class,
                        DocumentUntrusted.class,
                        DocumentOutOfTime.class)
                .elsewhere(
                        "the slot is not in use: no money hangs on it",
                        SlotOpened.class,
                        SlotTakes.class,
                        SlotShut.class,
                        CashFailed.class,
                        MoneyUncounted.class)
                .elsewhere(
                        "a late word of the printer: what it tells was counted as unknown",
                        SidesPrinted.class,
                        PrinterStopped.class,
                        DocumentPrinted.class,
                        ReceiptPrinted.class)
                .elsewhere("the devices end this stage, not the clock", TimeUp.class);
    }
}
