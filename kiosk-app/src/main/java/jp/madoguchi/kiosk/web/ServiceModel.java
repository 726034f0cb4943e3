package jp.madoguchi.kiosk.web;

import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;

/** What the screens that several services share say of theirs: where the card is placed, and where its PIN is typed. */
final class ServiceModel {
    private ServiceModel() {}

    static View of(Visit visit, Words words) {
        Service service = visit.service();
        return new View()
                .with("placeTitle", words.text(place(service) + "title"))
                .with("placeLead", words.text(place(service) + "lead"))
                .with("pinTitle", words.text(pin(visit) + "title"))
                .with("pinLead", words.text(pin(visit) + "lead"))
                .with("pinOn", words.text(on(visit)))
                .with("pinTold", told(visit))
                .with("pinFlaw", flaw(visit.card().hint(), words))
                .with("onlyLooks", service == Service.CERTIFICATE_CHECK);
    }

    private static String place(Service service) {
        return switch (service) {
            case ISSUING, PRACTICE -> "place-card.";
            case CERTIFICATE_CHECK -> "place-card.check.";
            case PIN_CHANGE -> "place-card.pin-change.";
        };
    }

    private static String pin(Visit visit) {
        if (visit.service() == Service.PIN_CHANGE) {
            return "enter-pin.change.";
        }
        return visit.card().phone() ? "enter-pin.phone." : "enter-pin.card.";
    }

    /** What the button says that goes on from a PIN. */
    private static String on(Visit visit) {
        return switch (visit.stage()) {
            case ENTER_NEW_PIN -> "do.written";
            case REPEAT_NEW_PIN -> "do.pin-change";
            default -> {
                boolean change = visit.service() == Service.PIN_CHANGE;
                yield change ? "do.written" : visit.card().phone() ? "do.password-entered" : "do.pin-entered";
            }
        };
    }

    /** Whether the tries that are left are told: where a PIN is changed always, elsewhere when they are few. */
    private static boolean told(Visit visit) {
        CardState card = visit.card();
        return ScreenModel.few(card)
                || (visit.service() == Service.PIN_CHANGE
                        && visit.stage() == Stage.ENTER_PIN
                        && card.triesLeft().isPresent());
    }

    /** Why the new PIN that was typed last was not taken; empty when nothing spoke against it. */
    private static String flaw(Hint hint, Words words) {
        return switch (hint) {
            case PIN_UNLIKE -> words.text("enter-new-pin.unlike");
            case PIN_UNCHANGED -> words.text("enter-new-pin.unchanged");
            case PIN_WEAK -> words.text("enter-new-pin.weak");
            case NONE, PLACE_AGAIN, WRONG_PIN, FORGOTTEN -> "";
        };
    }
}
