package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_DOCUMENT;
import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_FITTING;
import static jp.madoguchi.kiosk.terms.Stage.CHOOSE_PURPOSE;

import jp.madoguchi.kiosk.flow.Event.Cancelled;
import jp.madoguchi.kiosk.flow.Event.DocumentChosen;
import jp.madoguchi.kiosk.flow.Event.PurposeChosen;
import jp.madoguchi.kiosk.flow.Event.PurposeWanted;
import jp.madoguchi.kiosk.flow.Event.RegistrationWanted;
import jp.madoguchi.kiosk.flow.Event.TimeUp;
import jp.madoguchi.kiosk.flow.Event.WentBack;
import jp.madoguchi.kiosk.terms.Stage;

/** Beside the menu: what is it for, and which of what can be had is usually asked for then. */
final class ForPurpose {
    private ForPurpose() {}

    /** Declares its stages in {@code table}. The menu asks for them with {@link #wanted}. */
    static void declare(FlowTable table) {
        table.in(CHOOSE_PURPOSE)
                .on(PurposeChosen.class, (visit, event) -> Step.to(chosen(visit, event)))
                .on(WentBack.class, (visit, event) -> Step.to(toMenu(visit)))
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(CHOOSE_FITTING)
                .on(DocumentChosen.class, ResidentMoves::chooseDocument)
                .on(RegistrationWanted.class, Registering::wanted)
                .on(WentBack.class, ResidentMoves.backTo(CHOOSE_PURPOSE))
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
    }

    /** A menu without anything to choose does not ask. */
    static Visit wanted(Visit visit) {
        return visit.choice().offers().isEmpty() ? visit : visit.at(CHOOSE_PURPOSE);
    }

    static Visit chosen(Visit visit, PurposeChosen event) {
        return visit.at(CHOOSE_FITTING).with(visit.choice().purpose(event.purpose()));
    }

    static Visit toMenu(Visit visit) {
        return visit.at(CHOOSE_DOCUMENT).with(visit.choice().withoutPurpose());
    }

    /** From the options: the menu, or what of it fits. */
    static Stage menu(Visit visit) {
        return visit.choice().purpose().isPresent() ? CHOOSE_FITTING : CHOOSE_DOCUMENT;
    }

    static Step wanted(Visit visit, PurposeWanted event) {
        return Step.to(wanted(visit));
    }
}
