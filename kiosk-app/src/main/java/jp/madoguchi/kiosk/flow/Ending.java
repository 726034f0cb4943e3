package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.ENDED;
import static jp.madoguchi.kiosk.terms.Stage.PRINT_SLIP;
import static jp.madoguchi.kiosk.terms.Stage.RETURN_MONEY;

import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Stage;

/** How a visit comes to its end: money first, then the reason, then the card. */
final class Ending {
    private Ending() {}

    /** Ends with a screen that says why; no money is in. */
    static Step end(Visit visit, EndReason reason) {
        return end(visit, new End(reason));
    }

    private static Step end(Visit visit, End end) {
        // A slip that came out in the next visit would lie among that resident's papers.
        Stage last = visit.paper().slip() == Paper.Slip.ON_ITS_WAY ? PRINT_SLIP : ENDED;
        return ClaimSlip.ask(Step.to(visit.ending(end).at(last), new Effect.ReleaseCard(), new Effect.Forget()));
    }

    static Step cancel(Visit visit, Event.Cancelled event) {
        return end(visit, EndReason.CANCELLED);
    }

    static Step timeUp(Visit visit, Event.TimeUp event) {
        return end(visit, EndReason.TIME_UP);
    }

    static Step refused(Visit visit, Event.CenterRefused event) {
        return end(visit, new End(reason(event.refusal()), event.circumstances()));
    }

    static Step centerFailed(Visit visit, Event.CenterFailed event) {
        return end(visit, reason(event.trouble()));
    }

    /** Ends without a screen when nothing has happened that needs one: no card lies there, no money was moved. */
    static Step leave(Visit visit, EndReason reason) {
        boolean nothing = !visit.card().present() && visit.money().equals(Money.NONE);
        return nothing ? over(visit.ending(reason)) : end(visit, reason);
    }

    static Step over(Visit visit) {
        EndReason reason = visit.end().map(End::reason).orElse(EndReason.CANCELLED);
        return Step.over(visit, new Effect.Finish(new Outcome(reason, visit.money())));
    }

    /** The resident has read the screen, or has left: over, unless the card still lies there, or money or the slip is still on its way. */
    static Step acknowledged(Visit visit, Event.Acknowledged event) {
        if (!visit.money().leaving().isZero()) {
            return Step.to(visit);
        }
        if (ClaimSlip.isOnItsWay(visit)) {
            return Step.to(visit.at(PRINT_SLIP));
        }
        return visit.card().present() ? forgotten(visit) : over(visit);
    }

    /** The card that was still waited for: now the visit is over. Else the screen stays until it is read. */
    static Step cardTaken(Visit visit, Event.CardTaken event) {
        boolean awaited = visit.card().hint() == Hint.FORGOTTEN;
        Visit taken = visit.with(visit.card().present(false));
        return awaited ? acknowledged(taken, new Event.Acknowledged()) : Step.to(taken);
    }

    /** Like an acknowledgement, but a claim that stands on no slip stays on the screen until somebody says that it has been read. */
    static Step unread(Visit visit, Event event) {
        return ClaimSlip.isOnTheScreenAlone(visit) ? Step.to(visit) : acknowledged(visit, new Event.Acknowledged());
    }

    private static Step forgotten(Visit visit) {
        return Step.to(visit.with(visit.card().hint(Hint.FORGOTTEN)));
    }

    /** Ends a visit during which the slot may be open: shuts it; what is in goes back once every coin has been told. */
    static Step shutAndReturn(Visit visit, EndReason reason) {
        return Step.to(visit.ending(reason).at(RETURN_MONEY), new Effect.ShutSlot());
    }

    /** Nobody can say what went in: no more is taken, and what is known goes back. */
    static Step uncounted(Visit visit, Event.MoneyUncounted event) {
        return Step.to(visit.uncounted().at(RETURN_MONEY), new Effect.ShutSlot());
    }

    /** The same when the slots are being shut already. */
    static Step uncountedAtLast(Visit visit, Event.MoneyUncounted event) {
        return Step.to(visit.uncounted().at(RETURN_MONEY));
    }

    /** What goes on goes on; the resident is told at its end. */
    static Step uncountedLate(Visit visit, Event.MoneyUncounted event) {
        return ClaimSlip.ask(Step.to(visit.uncounted()));
    }

    /** Gives back everything in hand; without any, the visit ends at once. */
    static Step returnAll(Visit visit, EndReason reason) {
        Visit ending = visit.ending(reason);
        Yen all = visit.money().inHand();
        if (!all.isZero()) {
            return Step.to(ending.at(RETURN_MONEY).with(visit.money().leave(all)), new Effect.PayOut(all));
        }
        return visit.money().leaving().isZero() ? end(ending, reason) : Step.to(ending.at(RETURN_MONEY));
    }

    /** A pay-out was answered: what did not come out becomes a claim. */
    static Visit settled(Visit visit, Event.PaidOut event) {
        return visit.with(visit.money().settle(event.outcome()));
    }

    static Effect[] claimFor(Visit before, Visit after) {
        Yen owed = after.money().owed();
        return owed.equals(before.money().owed()) ? new Effect[0] : new Effect[] {new Effect.Claim(owed)};
    }

    /** Nobody can say any more what becomes of {@code amount}: it is owed, and the visit ends. */
    static Step owe(Visit visit, Yen amount, EndReason reason) {
        Visit owing = visit.with(visit.money().owe(amount));
        return end(owing, reason).and(claimFor(visit, owing));
    }

    /** The program or its ledger failed somewhere in a visit, or it has to stop: it is undone, and the money given back. */
    static Step broken(Visit visit, EndReason reason) {
        if (visit.stage().idle()) {
            return Step.to(visit);
        }
        return visit.money().inHand().isZero() && visit.money().leaving().isZero()
                ? end(visit, reason)
                : shutAndReturn(visit, reason);
    }

    static EndReason reason(Refusal refusal) {
        return switch (refusal) {
            case CERTIFICATE_UNKNOWN_ISSUER -> EndReason.CERTIFICATE_UNKNOWN_ISSUER;
            case CERTIFICATE_EXPIRED -> EndReason.CERTIFICATE_EXPIRED;
            case CERTIFICATE_NOT_YET_VALID -> EndReason.CERTIFICATE_NOT_YET_VALID;
            case CERTIFICATE_UNSUITABLE -> EndReason.CERTIFICATE_UNSUITABLE;
            case CERTIFICATE_REVOKED -> EndReason.CERTIFICATE_REVOKED;
            case CERTIFICATE_SUSPENDED -> EndReason.CERTIFICATE_SUSPENDED;
            case CERTIFICATE_UNKNOWN_YET -> EndReason.CERTIFICATE_UNKNOWN_YET;
            case RESIDENT_UNKNOWN -> EndReason.RESIDENT_UNKNOWN;
            case RESIDENT_REFUSED -> EndReason.RESIDENT_REFUSED;
            case NOT_OFFERED -> EndReason.NOT_OFFERED;
            case FEE_CHANGED -> EndReason.FEE_CHANGED;
            case CERTIFICATE_STATUS_UNAVAILABLE -> EndReason.CERTIFICATE_STATUS_UNAVAILABLE;
            case RESIDENT_UNDER_15 -> EndReason.RESIDENT_UNDER_15;
            case RESIDENT_TRANSFERRED_OUT -> EndReason.RESIDENT_TRANSFERRED_OUT;
            case RESIDENT_DECEASED -> EndReason.RESIDENT_DECEASED;
            case OUTSIDE_HOURS, MUNICIPALITY_STOPPED -> EndReason.OFFICE_CLOSED;
            case CLOSED -> EndReason.CENTER_CLOSED;
            case UNAVAILABLE -> EndReason.CENTER_UNREACHABLE;
            case UNKNOWN_VISIT,
                    VISIT_AUTHENTICATED,
                    NOT_AUTHENTICATED,
                    WRONG_NONCE,
                    NONCE_EXPIRED,
                    REQUEST_CONFLICT,
                    REGISTRATION_PENDING -> EndReason.CENTER_LOST_VISIT;
            case MALFORMED,
                    WRONG_KIOSK,
                    WRONG_CENTER,
                    WRONG_VISIT,
                    CLOCK_SKEW,
                    WRONG_KEY,
                    WRONG_CERTIFICATE,
                    BAD_SIGNATURE,
                    OUTCOME_CONFLICT,
                    CHECKPOINT_CONFLICT -> EndReason.CENTER_REFUSED_KIOSK;
            case UNRECOGNISED -> EndReason.CENTER_REFUSED_OTHERWISE;
        };
    }

    static EndReason reason(CenterTrouble trouble) {
        return switch (trouble) {
            case UNREACHABLE -> EndReason.CENTER_UNREACHABLE;
            case UNCERTAIN -> EndReason.CENTER_UNCERTAIN;
            case UNTRUSTED -> EndReason.CENTER_UNTRUSTED;
            case GARBLED -> EndReason.CENTER_GARBLED;
        };
    }
}
