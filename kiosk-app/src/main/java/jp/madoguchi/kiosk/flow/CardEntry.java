package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.ASK_CENTER;
import static jp.madoguchi.kiosk.terms.Stage.CHECK_PIN;
import static jp.madoguchi.kiosk.terms.Stage.ENTER_PIN;
import static jp.madoguchi.kiosk.terms.Stage.INSPECT_CARD;
import static jp.madoguchi.kiosk.terms.Stage.PLACE_CARD;
import static jp.madoguchi.kiosk.terms.Stage.READ_CARD;
import static jp.madoguchi.kiosk.terms.Stage.TAKE_CARD;

import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Event.CardFailed;
import jp.madoguchi.kiosk.flow.Event.CardPlaced;
import jp.madoguchi.kiosk.flow.Event.CardRead;
import jp.madoguchi.kiosk.flow.Event.CardTaken;
import jp.madoguchi.kiosk.flow.Event.CardUnfit;
import jp.madoguchi.kiosk.flow.Event.ChallengeArrived;
import jp.madoguchi.kiosk.flow.Event.PartChanged;
import jp.madoguchi.kiosk.flow.Event.PinAccepted;
import jp.madoguchi.kiosk.flow.Event.PinBlocked;
import jp.madoguchi.kiosk.flow.Event.PinEntered;
import jp.madoguchi.kiosk.flow.Event.PinIncomplete;
import jp.madoguchi.kiosk.flow.Event.PinUncertain;
import jp.madoguchi.kiosk.flow.Event.PinWrong;
import jp.madoguchi.kiosk.flow.Event.TimeUp;
import jp.madoguchi.kiosk.flow.Event.TokenNotServed;
import jp.madoguchi.kiosk.flow.Event.Welcomed;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * From an empty reader to a resident whom the center knows and whose card is back in the hand: the part that every
 * service with a card shares.
 */
final class CardEntry {
    private static final int MOST_PLACEMENTS = 10;

    private CardEntry() {}

    /** Declares the card's stages in {@code table}; once the card is taken the visit goes on at {@code after}. */
    static void declare(FlowTable table, Stage after) {
        table.in(PLACE_CARD)
                .on(CardPlaced.class, (visit, event) -> read(visit))
                .on(PartChanged.class, CardEntry::partChanged)
                .on(Event.Cancelled.class, (visit, event) -> Ending.leave(visit, EndReason.CANCELLED))
                .on(TimeUp.class, (visit, event) -> Ending.leave(visit, EndReason.TIME_UP));
        table.in(READ_CARD)
                .on(CardRead.class, CardEntry::enterPin)
                .on(TokenNotServed.class, CardEntry::notServed)
                .on(CardUnfit.class, (visit, event) -> Ending.end(visit, event.why()))
                .on(CardFailed.class, CardEntry::notRead)
                .on(CardTaken.class, (visit, event) -> placeAgain(visit))
                .on(Event.Cancelled.class, Ending::cancel)
                .on(TimeUp.class, (visit, event) -> Ending.end(visit, EndReason.CARD_UNREADABLE));
        table.in(ENTER_PIN)
                .on(ChallengeArrived.class, (visit, event) -> Step.to(visit.with(event.challenge())))
                .on(PinEntered.class, CardEntry::checkPin)
                .on(Event.CenterRefused.class, Ending::refused)
                .on(Event.CenterFailed.class, Ending::centerFailed)
                .on(Event.WentBack.class, CertificateCheck::backToTheCertificates)
                .on(CardTaken.class, CardEntry::removed)
                .on(Event.Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(CHECK_PIN)
                .on(ChallengeArrived.class, (visit, event) -> signIn(visit.with(event.challenge()), event.challenge()))
                .on(PinAccepted.class, CardEntry::authenticate)
                .on(Event.CertificateOpened.class, CertificateCheck::opened)
                .on(PinWrong.class, CardEntry::wrongPin)
                .on(PinBlocked.class, CardEntry::blocked)
                .on(CardUnfit.class, (visit, event) -> Ending.end(visit, event.why()))
                .on(PinUncertain.class, (visit, event) -> Ending.end(visit, EndReason.CARD_REMOVED_AT_PIN))
                .on(CardFailed.class, (visit, event) -> Ending.end(visit, failed(event.failure())))
                .on(Event.CenterRefused.class, Ending::refused)
                .on(Event.CenterFailed.class, Ending::centerFailed)
                .ignore("the card is being asked; its answer comes within seconds", Event.Cancelled.class)
                .on(PinIncomplete.class, (visit, event) -> Step.to(visit.at(ENTER_PIN)))
                .on(TimeUp.class, CardEntry::noAnswer);
        table.in(ASK_CENTER)
                .on(Welcomed.class, (visit, event) -> welcomed(visit, event, after))
                .on(Event.CenterRefused.class, Ending::refused)
                .on(Event.CenterFailed.class, Ending::centerFailed)
                .on(Event.Cancelled.class, Ending::cancel)
                .on(TimeUp.class, (visit, event) -> Ending.end(visit, EndReason.CENTER_UNCERTAIN));
        table.in(TAKE_CARD)
                .on(
                        CardTaken.class,
                        (visit, event) ->
                                Step.to(visit.at(after).with(visit.card().present(false))))
                .on(Event.Cancelled.class, Ending::cancel)
                .on(TimeUp.class, CardEntry::forgotten);
    }

    /** A visit begins; a card that lies there already is read at once. */
    static Step begin(Visit visit, Event.Begin event) {
        if (!event.service().possible(visit.readiness())) {
            return Step.to(visit); // the tap was made on a screen that offered it
        }
        Visit begun = visit.with(event.language()).with(event.service());
        if (event.service() == Service.PRACTICE) {
            return Step.to(Practice.begin(begun));
        }
        return visit.card().present() ? read(begun) : Step.to(begun.at(PLACE_CARD));
    }

    private static Step read(Visit visit) {
        Visit placed = visit.with(visit.card().placed());
        return switch (visit.service()) {
            case PRACTICE -> Step.to(visit); // has a table of its own, which reads no card
            case ISSUING -> Step.to(placed.at(READ_CARD), new Effect.ReadCard());
            case CERTIFICATE_CHECK, PIN_CHANGE -> Step.to(placed.at(INSPECT_CARD), new Effect.InspectCard());
        };
    }

    private static Step partChanged(Visit visit, PartChanged event) {
        Visit next = visit.with(visit.readiness().with(event.part(), event.obstacles()));
        boolean ofStaff = event.part() == Part.STAFF; // who has begun is given time to finish
        boolean lost = !ofStaff && visit.service().needs(event.part()) && !next.ready(event.part());
        return lost ? Ending.leave(next, missing(event.part())) : Step.to(next);
    }

    private static EndReason missing(Part part) {
        return switch (part) {
            case CARD_READER -> EndReason.READER_FAILED;
            case PRINTER -> EndReason.PRINTER_NOT_READY;
            case CASH -> EndReason.CASH_NOT_READY;
            case CENTER -> EndReason.CENTER_UNREACHABLE;
            case LEDGER -> EndReason.LEDGER_FAILED;
            case STAFF -> EndReason.WITHDRAWN;
        };
    }

    private static Step enterPin(Visit visit, CardRead event) {
        Visit next = visit.with(visit.card().read(event.token(), event.certificateEnds(), event.triesLeft()));
        return event.triesLeft() == 0
                ? blocked(next, new PinBlocked(false))
                : Step.to(next.at(ENTER_PIN), new Effect.OpenVisit());
    }

    private static Step wrongPin(Visit visit, PinWrong event) {
        Visit wrong = visit.with(visit.card().wrongPin(event.triesLeft()))
                .checked(check ->
                        check.token(token -> token.withTries(CertificateKind.AUTHENTICATION, event.triesLeft())));
        return Step.to(wrong.at(ENTER_PIN));
    }

    static Step blocked(Visit visit, PinBlocked event) {
        if (visit.service() == Service.CERTIFICATE_CHECK) {
            return CertificateCheck.blocked(visit, CertificateKind.AUTHENTICATION);
        }
        if (visit.card().phone()) {
            return Ending.end(visit, EndReason.PHONE_PIN_BLOCKED);
        }
        return Ending.end(visit, event.now() ? EndReason.PIN_BLOCKED_NOW : EndReason.PIN_BLOCKED);
    }

    /** With a fresh challenge the card can sign at once; one on its way is waited for; an old one is renewed. */
    private static Step checkPin(Visit visit, PinEntered event) {
        if (visit.service() == Service.PIN_CHANGE) {
            return PinChanging.currentEntered(visit);
        }
        Visit checking = visit.at(CHECK_PIN).with(visit.card().hint(Hint.NONE));
        if (visit.service() == Service.CERTIFICATE_CHECK) {
            return Step.to(checking, new Effect.OpenCertificate(CertificateKind.AUTHENTICATION));
        }
        if (visit.challenge().isEmpty()) {
            return Step.to(checking);
        }
        Challenge challenge = visit.challenge().get();
        return challenge.freshAt(event.at())
                ? signIn(checking, challenge)
                : Step.to(checking.withoutChallenge(), new Effect.OpenVisit());
    }

    private static Step signIn(Visit visit, Challenge challenge) {
        return Step.to(visit, new Effect.SignIn(challenge));
    }

    private static Step authenticate(Visit visit, PinAccepted event) {
        Visit signed = visit.with(visit.card().signedUntil(event.certificateEnds()));
        return Step.to(signed.at(ASK_CENTER), new Effect.ReleaseCard(), new Effect.Authenticate());
    }

    /** Without a challenge the PIN has not left the pad: it is the center that does not answer. */
    private static Step noAnswer(Visit visit, TimeUp event) {
        boolean asked = visit.service() == Service.CERTIFICATE_CHECK
                || visit.challenge().isPresent();
        return Ending.end(visit, !asked ? EndReason.CENTER_UNCERTAIN : EndReason.CARD_REMOVED_AT_PIN);
    }

    static Step notRead(Visit visit, CardFailed event) {
        return switch (event.failure()) {
            case REMOVED, UNRESPONSIVE, RESET -> placeAgain(visit);
            case GARBLED, READER_GONE -> Ending.end(visit, failed(event.failure()));
        };
    }

    /** A card that trembles or sits askew is tried again and again, but not for ever: others wait. */
    static Step placeAgain(Visit visit) {
        Visit lost = visit.with(visit.card().lost());
        return lost.card().placedAgain() < MOST_PLACEMENTS
                ? Step.to(lost.at(PLACE_CARD), new Effect.ReleaseCard())
                : Ending.end(lost, EndReason.CARD_UNREADABLE);
    }

    /** A reader that goes takes the card with it: then nobody has lifted it too early. */
    static Step removed(Visit visit, CardTaken event) {
        if (visit.service() == Service.CERTIFICATE_CHECK) {
            return CertificateCheck.cardTaken(visit, event);
        }
        return Ending.end(
                visit.with(visit.card().present(false)),
                visit.readiness().ready(Part.CARD_READER) ? EndReason.CARD_REMOVED : EndReason.READER_FAILED);
    }

    private static Step welcomed(Visit visit, Welcomed event, Stage after) {
        Choice choice = Choice.among(event.catalogue());
        if (choice.nothing()) {
            return Ending.end(visit, EndReason.NOTHING_OFFERED);
        }
        Visit menu = visit.with(choice).with(Applications.of(event.catalogue()));
        return Registering.welcomed(Step.to(menu.at(visit.card().present() ? TAKE_CARD : after)));
    }

    /** First asked for once more, then the visit ends: nobody goes on in it with a card that somebody else lifts. */
    private static Step forgotten(Visit visit, TimeUp event) {
        return visit.card().hint() == Hint.FORGOTTEN
                ? Ending.timeUp(visit, event)
                : Step.to(visit.with(visit.card().hint(Hint.FORGOTTEN)));
    }

    private static Step notServed(Visit visit, TokenNotServed event) {
        return Ending.end(visit.with(visit.card().known(event.kind())), notServed(event.kind()));
    }

    private static EndReason notServed(TokenKind kind) {
        return switch (kind) {
            case JUKI_CARD -> EndReason.JUKI_CARD;
            case IPHONE -> EndReason.PHONE_NOT_SERVED;
            case MY_NUMBER_CARD, ANDROID_PHONE, UNKNOWN -> EndReason.TOKEN_UNKNOWN;
        };
    }

    static EndReason failed(CardFailure failure) {
        return switch (failure) {
            case REMOVED, RESET -> EndReason.CARD_REMOVED;
            case UNRESPONSIVE, GARBLED -> EndReason.CARD_UNREADABLE;
            case READER_GONE -> EndReason.READER_FAILED;
        };
    }
}
