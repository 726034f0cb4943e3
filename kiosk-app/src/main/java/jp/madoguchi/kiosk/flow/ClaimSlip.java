package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.ENDED;
import static jp.madoguchi.kiosk.terms.Stage.PRINT_SLIP;
import static jp.madoguchi.kiosk.terms.Stage.TAKE_PAPER;

import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.terms.EndReason;

/**
 * The number of a claim on paper, for who cannot write it down. It is asked for once, when a visit has come to its last screen and its
 * money no longer moves; the screen shows the number all the while, and until somebody has read it if there is no slip.
 */
final class ClaimSlip {
    private ClaimSlip() {}

    /** Something has come up that whoever read the last screen before did not know of. */
    static Step ask(Step step) {
        Visit visit = step.next();
        if (visit.stage() == PRINT_SLIP && isOnItsWay(visit)) {
            return new Step(visit.at(ENDED), step.effects(), step.over());
        }
        boolean last = visit.stage() == ENDED || visit.stage() == TAKE_PAPER;
        boolean due = last
                && visit.paper().claimSlip() == Slip.NONE
                && visit.money().leaving().isZero()
                && !roomIsEmpty(visit);
        return due ? visit.claim().map(claim -> ask(step, claim)).orElse(step) : step;
    }

    private static Step ask(Step step, OpenClaim claim) {
        Visit visit = step.next();
        Visit waiting = visit.with(visit.paper().withClaimSlip(Slip.ON_ITS_WAY))
                .with(visit.card().hint(Hint.NONE));
        return new Step(waiting, step.effects(), step.over()).and(new Effect.PrintClaimSlip(claim));
    }

    /** Nobody would take it, and whoever came next would. */
    private static boolean roomIsEmpty(Visit visit) {
        return visit.end().filter(end -> end.reason() == EndReason.COIN_LEFT).isPresent();
    }

    static Step printed(Visit visit, Event.ClaimSlipPrinted event) {
        Slip slip = event.outcome() instanceof PrintOutcome.Printed ? Slip.PRINTED : Slip.FAILED;
        return Step.to(visit.with(visit.paper().withClaimSlip(slip)));
    }

    /** Who waits for it has read the number: the visit is over, whatever became of the slip. */
    static Step answered(Visit visit, Event.ClaimSlipPrinted event) {
        return isOnItsWay(visit)
                ? Ending.acknowledged(printed(visit, event).next().at(ENDED), new Event.Acknowledged())
                : Step.to(visit); // it is another slip that is waited for
    }

    /** It would come out among the next resident's papers. */
    static boolean isOnItsWay(Visit visit) {
        return visit.paper().claimSlip() == Slip.ON_ITS_WAY;
    }

    /** Whether the number stands nowhere but on the screen. */
    static boolean isOnTheScreenAlone(Visit visit) {
        return visit.claims() && visit.paper().claimSlip() != Slip.PRINTED;
    }
}
