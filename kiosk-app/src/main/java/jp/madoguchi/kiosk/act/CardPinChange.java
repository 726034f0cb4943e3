package jp.madoguchi.kiosk.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.PinFlaw;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.PinChangePads;

/**
 * Gives a card its new PIN. What was typed is judged in its pads; it leaves them only for the card, and is wiped whatever the card
 * answers. Belongs to the card's thread.
 */
final class CardPinChange {
    private final Desk desk;
    private final PinChangePads pads;
    private final Audit audit;

    CardPinChange(Desk desk, Audit audit) {
        this.desk = desk;
        this.pads = desk.pads().ofChange();
        this.audit = audit;
    }

    /** Before the resident types it once more. One that will not do is wiped: the next is typed from its first digit. */
    Event weigh(VisitId visit) {
        if (desk.of(visit).isEmpty() || !pads.next().complete()) {
            return new Event.PinIncomplete();
        }
        Optional<PinFlaw> flaw = pads.flawOfNext();
        flaw.ifPresent(found -> pads.next().clear());
        return flaw.<Event>map(Event.NewPinUnfit::new).orElseGet(Event.NewPinFit::new);
    }

    /** No card is asked unless everything is there and nothing speaks against it, whatever was found before. */
    Event change(VisitId visit, Optional<CardSession> session) {
        if (desk.of(visit).isEmpty() || !pads.complete()) {
            return new Event.PinIncomplete();
        }
        Optional<PinFlaw> flaw = pads.flaw();
        if (flaw.isPresent()) {
            return new Event.NewPinUnfit(flaw.get());
        }
        try {
            return session.map(opened -> TypedSecrets.with(
                            List.of(pads.current(), pads.next()),
                            typed -> ask(visit, opened, typed.get(0), typed.get(1))))
                    .orElseGet(() -> new Event.CardFailed(CardFailure.REMOVED));
        } finally {
            pads.clear();
        }
    }

    /** The visit may be over by now; that its card was asked, and what came of it, is told all the same, be it that nobody knows. */
    private Event ask(VisitId visit, CardSession session, byte[] current, byte[] next) {
        String result = "UNKNOWN";
        try {
            Answer answer = answer(session.changePin(current, next));
            result = answer.result();
            return answer.event();
        } finally {
            audit.tell(AuditEvent.PIN_CHANGE, visit, Map.of(Detail.RESULT.key(), result));
        }
    }

    private record Answer(String result, Event event) {}

    private static Answer answer(PinChange outcome) {
        if (outcome instanceof PinChange.Changed) {
            return new Answer("CHANGED", new Event.PinChanged());
        }
        if (outcome instanceof PinChange.Wrong wrong) {
            return new Answer("WRONG_PIN", new Event.PinWrong(wrong.triesLeft()));
        }
        if (outcome instanceof PinChange.Blocked blocked) {
            return new Answer("BLOCKED", new Event.PinBlocked(blocked.now()));
        }
        if (outcome instanceof PinChange.Refused) {
            return new Answer("REFUSED", new Event.PinChangeRefused());
        }
        if (outcome instanceof PinChange.Failed failed) {
            return new Answer("NOT_ASKED", new Event.CardFailed(failed.failure()));
        }
        PinChange.Uncertain uncertain = (PinChange.Uncertain) outcome;
        return switch (uncertain.lost()) {
            case VERIFY -> new Answer("VERIFY_LOST", new Event.PinUncertain(uncertain.failure()));
            case CHANGE -> new Answer("CHANGE_LOST", new Event.PinChangeUncertain(uncertain.failure()));
        };
    }
}
