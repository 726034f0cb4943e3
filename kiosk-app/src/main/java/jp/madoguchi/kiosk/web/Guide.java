package jp.madoguchi.kiosk.web;

import java.util.EnumSet;
import java.util.Set;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;

/** What the hand does now, for whoever does not see where: the key of a text. Not every stage has one. */
final class Guide {
    /** What only the voice says of this stage. */
    static final String AT = "voice.at.";

    /** Where somebody who practises does something else than in earnest. */
    private static final Set<Stage> PRETENDED = EnumSet.of(Stage.PLACE_CARD, Stage.TAKE_CARD, Stage.PAY);

    private Guide() {}

    static String of(Visit visit) {
        boolean practises = visit.service() == Service.PRACTICE && !PracticeModel.hasToBeTaken(visit);
        if (onlyEnds(visit, practises)) {
            return AT + Stage.ENDED.slug();
        }
        return AT + visit.stage().slug() + (practises && PRETENDED.contains(visit.stage()) ? ".practice" : "");
    }

    /** Whether the one way on from here is the end. */
    private static boolean onlyEnds(Visit visit, boolean practises) {
        return switch (visit.stage()) {
            case CHOOSE_DOCUMENT -> visit.choice().offers().isEmpty();
            case TAKE_PAPER -> practises;
            default -> false;
        };
    }
}
