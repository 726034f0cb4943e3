package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_DOCUMENT;
import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_FITTING;
import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_OPTIONS;
import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_PURPOSE;
import static jp.madoguchi.kiosk.terms.Stage.CONFIRM;
import static jp.madoguchi.kiosk.terms.Stage.ENTER_PIN;
import static jp.madoguchi.kiosk.terms.Stage.PAY;
import static jp.madoguchi.kiosk.terms.Stage.PLACE_CARD;
import static jp.madoguchi.kiosk.terms.Stage.TAKE_CARD;
import static jp.madoguchi.kiosk.terms.Stage.TAKE_PAPER;

import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Service;

/**
 * Practice (練習): the screens of a visit without card, center, money or paper. Most moves here are a {@link Pretence}, which makes a
 * visit of a visit and has no way to ask for an {@link Effect}; those that may be the last are steps, and {@link KioskFlow} lets none
 * pass that asks for one. Whoever is still there moves each screen on: only stages with a patience of their own are used.
 */
public final class Practice {
    private static final String NOWHERE = "00000";
    private static final LocalText TOWN = new LocalText("見本市", "Mihon City");
    private static final Set<Class<? extends Event>> REAL = Set.of(
            Event.CoinInserted.class,
            Event.MoneyUncounted.class,
            Event.PaidOut.class,
            Event.DocumentMisbound.class,
            Event.Withdrawn.class,
            Event.LedgerFailed.class,
            Event.DefectFound.class);

    /** What can be had in a town that does not exist. */
    static final Catalogue CATALOGUE = new Catalogue(
            List.of(),
            List.of(
                    offer(
                            DocumentKind.RESIDENCE_RECORD,
                            300,
                            new OfferOption(OfferOption.SCOPE, List.of("self", "household"), "self"),
                            no("domicile"),
                            no("relationship"),
                            no(OfferOption.MY_NUMBER)),
                    offer(DocumentKind.SEAL_REGISTRATION, 300)),
            List.of());

    public static final FlowTable TABLE = table();

    /** A move that asks nothing of the outside world. */
    @FunctionalInterface
    private interface Pretence<E extends Event> {
        Visit apply(Visit visit, E event);
    }

    private Practice() {}

    private static FlowTable table() {
        FlowTable table = new FlowTable();
        table.in(PLACE_CARD).on(Event.Acknowledged.class, pretend((visit, event) -> visit.at(ENTER_PIN)));
        table.in(ENTER_PIN).on(Event.PinEntered.class, pretend((visit, event) -> visit.at(TAKE_CARD)));
        table.in(TAKE_CARD)
                .on(Event.Acknowledged.class, pretend((visit, event) -> leaving(visit) ? visit : toMenu(visit)))
                .on(Event.CardTaken.class, Practice::cardTaken)
                .on(Event.TimeUp.class, Practice::forgotten);
        table.in(CHOOSE_DOCUMENT)
                .on(Event.DocumentChosen.class, pretend(Practice::choose))
                .on(Event.PurposeWanted.class, pretend((visit, event) -> ForPurpose.wanted(visit)));
        table.in(CHOOSE_PURPOSE)
                .on(Event.PurposeChosen.class, pretend(ForPurpose::chosen))
                .on(Event.WentBack.class, pretend((visit, event) -> ForPurpose.toMenu(visit)));
        table.in(CHOOSE_FITTING)
                .on(Event.DocumentChosen.class, pretend(Practice::choose))
                .on(Event.WentBack.class, pretend((visit, event) -> visit.at(CHOOSE_PURPOSE)));
        table.in(CHOOSE_OPTIONS)
                .on(
                        Event.OptionsChosen.class,
                        pretend((visit, event) ->
                                ResidentMoves.chooseOptions(visit, event).next()))
                .on(Event.WentBack.class, pretend((visit, event) -> visit.at(ForPurpose.menu(visit))));
        table.in(CONFIRM)
                .on(Event.Confirmed.class, pretend((visit, event) -> visit.at(PAY)))
                .on(Event.WentBack.class, pretend((visit, event) -> visit.at(CHOOSE_OPTIONS)));
        table.in(PAY).on(Event.CoinPretended.class, pretend(Practice::pay));
        table.in(TAKE_PAPER).on(Event.Acknowledged.class, Practice::leave);
        return everywhere(table);
    }

    private static FlowTable everywhere(FlowTable table) {
        table.anywhere(Event.Cancelled.class, Practice::leave)
                .anywhere(Event.TimeUp.class, Practice::leave)
                .anywhere(Event.SpeakLanguage.class, pretend((visit, event) -> visit.with(event.language())))
                .anywhere(Event.AidsChosen.class, pretend((visit, event) -> visit.with(event.aids())))
                .anywhere(
                        Event.CardPlaced.class,
                        pretend((visit, event) -> visit.with(visit.card().present(true))))
                .anywhere(
                        Event.CardTaken.class,
                        pretend((visit, event) -> visit.with(visit.card().present(false))))
                .anywhere(
                        Event.PartChanged.class,
                        pretend((visit, event) -> visit.with(visit.readiness().with(event.part(), event.obstacles()))))
                .anywhere(
                        Event.CenterNews.class,
                        pretend((visit, event) -> visit.with(visit.readiness().with(event.news()))))
                .elsewhere("nothing changes: the kiosk waits as long again", Event.MoreTime.class)
                .elsewhere(
                        "a stale tap: the screen has moved on",
                        Event.Begin.class,
                        Event.PinEntered.class,
                        Event.PurposeWanted.class,
                        Event.PurposeChosen.class,
                        Event.DocumentChosen.class,
                        Event.OptionsChosen.class,
                        Event.Confirmed.class,
                        Event.CoinPretended.class,
                        Event.WentBack.class,
                        Event.Acknowledged.class)
                .elsewhere(
                        "a tap on what is not practised: no screen offers it",
                        Event.RegistrationWanted.class,
                        Event.LineWritten.class,
                        Event.PageTurned.class,
                        Event.OpeningAsked.class,
                        Event.PasswordEntered.class,
                        Event.SlipAsked.class)
                .elsewhere(
                        "an answer to nothing: who practises asks no device and no center",
                        Event.CardRead.class,
                        Event.CardInspected.class,
                        Event.CertificateOpened.class,
                        Event.TokenNotServed.class,
                        Event.CardUnfit.class,
                        Event.CardFailed.class,
                        Event.PinAccepted.class,
                        Event.PinIncomplete.class,
                        Event.PinWrong.class,
                        Event.PinBlocked.class,
                        Event.PinUncertain.class,
                        Event.NewPinFit.class,
                        Event.NewPinUnfit.class,
                        Event.PinChanged.class,
                        Event.PinChangeRefused.class,
                        Event.PinChangeUncertain.class,
                        Event.ChallengeArrived.class,
                        Event.StatusTold.class,
                        Event.Welcomed.class,
                        Event.RegistrationsTold.class,
                        Event.RegistrationsUntold.class,
                        Event.RegistrationsRefused.class,
                        Event.LineMissing.class,
                        Event.RegistrationFiled.class,
                        Event.CenterRefused.class,
                        Event.CenterFailed.class,
                        Event.DocumentArrived.class,
                        Event.DocumentUntrusted.class,
                        Event.DocumentOutOfTime.class,
                        Event.SlotOpened.class,
                        Event.SlotTakes.class,
                        Event.SlotShut.class,
                        Event.CashFailed.class,
                        Event.SidesPrinted.class,
                        Event.PrinterStopped.class,
                        Event.DocumentPrinted.class,
                        Event.ReceiptPrinted.class,
                        Event.SlipPrinted.class,
                        Event.ClaimSlipPrinted.class);
        REAL.forEach(
                real -> table.elsewhere("something real: it has ended the practice before this table is asked", real));
        return table;
    }

    /** What cannot be practised away: real money, a document that must latch the service, the end of the program. */
    static boolean isReal(Event event) {
        return REAL.contains(event.getClass());
    }

    /** A visit that has begun: a card that lies there is not read. */
    static Visit begin(Visit visit) {
        return visit.at(PLACE_CARD).with(Choice.among(CATALOGUE));
    }

    /** Nobody practises any more, and nothing is left of it but how the person who stands there sees the screen. */
    static Visit left(Visit visit) {
        return Visit.waiting(
                        visit.id(),
                        visit.request(),
                        visit.language(),
                        visit.readiness(),
                        visit.card().present(),
                        visit.latched())
                .with(visit.aids());
    }

    private static <E extends Event> Move<E> pretend(Pretence<E> move) {
        return (visit, event) -> Step.to(move.apply(visit, event));
    }

    /** Over, unless a card lies there after all: it is somebody's, and has to be taken first. */
    private static Step leave(Visit visit, Event event) {
        return visit.card().present()
                ? Step.to(left(visit)
                        .with(visit.service())
                        .at(TAKE_CARD)
                        .with(visit.card().hint(Hint.FORGOTTEN)))
                : Step.over(visit);
    }

    /** Whether nothing is practised any more, and only a card is waited for. */
    public static boolean leaving(Visit visit) {
        return visit.service() == Service.PRACTICE && visit.choice().offers().isEmpty();
    }

    /** A real card is asked for once more, then the practice ends; where none lies, nothing was forgotten. */
    private static Step forgotten(Visit visit, Event.TimeUp event) {
        boolean asks = visit.card().present() && visit.card().hint() != Hint.FORGOTTEN;
        return asks ? Step.to(visit.with(visit.card().hint(Hint.FORGOTTEN))) : leave(visit, event);
    }

    private static Step cardTaken(Visit visit, Event.CardTaken event) {
        Visit taken = visit.with(visit.card().present(false));
        return leaving(visit) ? Step.over(taken) : Step.to(toMenu(taken));
    }

    private static Visit toMenu(Visit visit) {
        return visit.at(CHOOSE_DOCUMENT).with(visit.card().hint(Hint.NONE));
    }

    private static Visit choose(Visit visit, Event.DocumentChosen event) {
        return ResidentMoves.chooseDocument(visit, event).next();
    }

    /** Once it is enough, the specimen is there, and the change in nobody's hand. */
    private static Visit pay(Visit visit, Event.CoinPretended event) {
        Visit paid = visit.with(visit.money().insert(event.coin()));
        Yen fee = paid.choice().fee();
        return paid.money().inHand().compareTo(fee) < 0
                ? paid
                : paid.at(TAKE_PAPER).with(paid.paper().ofPages(1).withReceipt(true));
    }

    private static OfferOption no(String name) {
        return new OfferOption(name, List.of("no", "yes"), "no");
    }

    private static Offer offer(DocumentKind kind, int fee, OfferOption... options) {
        return new Offer(NOWHERE, TOWN, kind.wireName(), fee, 5, List.of(options));
    }
}
