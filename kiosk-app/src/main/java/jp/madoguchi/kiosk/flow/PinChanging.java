package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.CHANGE_PIN;
import static jp.madoguchi.kiosk.terms.Stage.ENTER_NEW_PIN;
import static jp.madoguchi.kiosk.terms.Stage.ENTER_PIN;
import static jp.madoguchi.kiosk.terms.Stage.REPEAT_NEW_PIN;

import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Event.Cancelled;
import jp.madoguchi.kiosk.flow.Event.CardFailed;
import jp.madoguchi.kiosk.flow.Event.CardInspected;
import jp.madoguchi.kiosk.flow.Event.CardTaken;
import jp.madoguchi.kiosk.flow.Event.DefectFound;
import jp.madoguchi.kiosk.flow.Event.LedgerFailed;
import jp.madoguchi.kiosk.flow.Event.NewPinFit;
import jp.madoguchi.kiosk.flow.Event.NewPinUnfit;
import jp.madoguchi.kiosk.flow.Event.PinBlocked;
import jp.madoguchi.kiosk.flow.Event.PinChangeRefused;
import jp.madoguchi.kiosk.flow.Event.PinChangeUncertain;
import jp.madoguchi.kiosk.flow.Event.PinChanged;
import jp.madoguchi.kiosk.flow.Event.PinEntered;
import jp.madoguchi.kiosk.flow.Event.PinIncomplete;
import jp.madoguchi.kiosk.flow.Event.PinUncertain;
import jp.madoguchi.kiosk.flow.Event.PinWrong;
import jp.madoguchi.kiosk.flow.Event.TimeUp;
import jp.madoguchi.kiosk.flow.Event.WentBack;
import jp.madoguchi.kiosk.flow.Event.Withdrawn;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.PinFlaw;

/**
 * Changing the PIN of the user-authentication certificate (利用者証明用電子証明書の暗証番号の変更): the old one, the new one, the new one
 * once more, and only then one exchange with the card. Until that exchange nothing on the card is touched; of an exchange whose answer
 * is lost it is said that nobody knows.
 */
final class PinChanging {
    private PinChanging() {}

    /** Declares its own stages in {@code table}; those before are {@link CardEntry}'s, those after {@link Ending}'s. */
    static void declare(FlowTable table) {
        table.in(ENTER_NEW_PIN)
                .on(PinEntered.class, (visit, event) -> Step.to(plain(visit), new Effect.WeighNewPin()))
                .on(NewPinFit.class, (visit, event) -> Step.to(plain(visit).at(REPEAT_NEW_PIN)))
                .on(NewPinUnfit.class, PinChanging::anew)
                .on(PinIncomplete.class, (visit, event) -> Step.to(visit))
                .on(WentBack.class, (visit, event) -> Step.to(plain(visit).at(ENTER_PIN)))
                .on(CardTaken.class, CardEntry::removed)
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(REPEAT_NEW_PIN)
                .on(PinEntered.class, (visit, event) -> Step.to(visit.at(CHANGE_PIN), new Effect.ChangePin()))
                .on(WentBack.class, (visit, event) -> Step.to(visit.at(ENTER_NEW_PIN)))
                .on(CardTaken.class, CardEntry::removed)
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(CHANGE_PIN)
                .on(NewPinUnfit.class, PinChanging::anew)
                .on(PinIncomplete.class, (visit, event) -> whileItLies(visit.at(ENTER_PIN)))
                .on(PinChanged.class, (visit, event) -> Ending.end(visit, EndReason.PIN_CHANGED))
                .on(PinWrong.class, PinChanging::wrongPin)
                .on(PinBlocked.class, CardEntry::blocked)
                .on(PinChangeRefused.class, (visit, event) -> Ending.end(visit, EndReason.PIN_CHANGE_REFUSED))
                .on(PinUncertain.class, (visit, event) -> Ending.end(visit, EndReason.CARD_REMOVED_AT_PIN))
                .on(PinChangeUncertain.class, (visit, event) -> Ending.end(visit, EndReason.PIN_CHANGE_UNCERTAIN))
                .on(CardFailed.class, (visit, event) -> Ending.end(visit, CardEntry.failed(event.failure())))
                .ignore("the card is being asked; its answer comes within seconds", Cancelled.class)
                .ignore("what the card answers decides", Withdrawn.class)
                .ignore("what the card answers decides", LedgerFailed.class)
                .on(DefectFound.class, (visit, event) -> Ending.end(visit, EndReason.PIN_CHANGE_UNCERTAIN))
                .on(TimeUp.class, (visit, event) -> Ending.end(visit, EndReason.PIN_CHANGE_UNCERTAIN));
    }

    /** The card was looked at: how many tries it has left is told before the first of its digits is typed. */
    static Step inspected(Visit visit, CardInspected event) {
        TokenFacts token = event.token();
        Visit known = visit.with(visit.card().inspected(token));
        return switch (token.kind()) {
            case MY_NUMBER_CARD -> ofMyNumberCard(known, token);
            case JUKI_CARD -> Ending.end(known, EndReason.PIN_CHANGE_JUKI_CARD);
            case ANDROID_PHONE, IPHONE -> Ending.end(known, EndReason.PIN_CHANGE_PHONE);
            case UNKNOWN -> Ending.end(known, EndReason.TOKEN_UNKNOWN);
        };
    }

    private static Step ofMyNumberCard(Visit visit, TokenFacts token) {
        if (token.pinTries().isEmpty()) {
            return Ending.end(visit, EndReason.NO_CERTIFICATE);
        }
        return token.pinTries().getAsInt() == 0
                ? CardEntry.blocked(visit, new PinBlocked(false))
                : Step.to(visit.at(ENTER_PIN));
    }

    /** The old PIN waits in its pad until the card is asked. */
    static Step currentEntered(Visit visit) {
        return Step.to(plain(visit).at(ENTER_NEW_PIN));
    }

    private static Visit plain(Visit visit) {
        return visit.with(visit.card().hint(Hint.NONE));
    }

    private static Step anew(Visit visit, NewPinUnfit event) {
        return whileItLies(visit.at(ENTER_NEW_PIN).with(visit.card().hint(hint(event.flaw()))));
    }

    private static Hint hint(PinFlaw flaw) {
        return switch (flaw) {
            case UNLIKE -> Hint.PIN_UNLIKE;
            case UNCHANGED -> Hint.PIN_UNCHANGED;
            case WEAK -> Hint.PIN_WEAK;
        };
    }

    /** From the old PIN on again: what the card does not know it cannot change. */
    private static Step wrongPin(Visit visit, PinWrong event) {
        Visit wrong = visit.at(ENTER_PIN).with(visit.card().wrongPin(event.triesLeft()));
        return wrong.card().present() ? Step.to(wrong) : Ending.end(wrong, EndReason.CARD_REMOVED_AT_PIN);
    }

    /** Nobody is asked for the PIN of a card that has left meanwhile. */
    private static Step whileItLies(Visit next) {
        return next.card().present() ? Step.to(next) : CardEntry.removed(next, new CardTaken());
    }
}
