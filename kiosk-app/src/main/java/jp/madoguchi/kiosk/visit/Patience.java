package jp.madoguchi.kiosk.visit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.FlowTable;
import jp.madoguchi.kiosk.flow.Step;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * How long the kiosk waits at a screen on which nothing is touched, before the flow is told {@code TimeUp}: first in silence, then with
 * a warning and a way to have all of it again. Zero in silence: no limit at all. A person with an aid has twice the silence.
 *
 * @param silence from the last touch to the warning, or to the end where nobody needs a warning
 * @param warning until the end; zero where the end needs none
 */
public record Patience(Duration silence, Duration warning) {
    /** Nobody is served: then the aids that somebody chose and left are taken back. */
    static final Duration LEFT_ALONE = Duration.ofMinutes(2);

    private static final Patience ENDLESS = new Patience(Duration.ZERO, Duration.ZERO);

    /** Where a device or the center is waited for, or a card has been forgotten: no touch makes that quicker, and none may delay it. */
    private static final Set<Stage> NOT_FOR_A_PERSON = EnumSet.of(
            Stage.READ_CARD,
            Stage.CHECK_PIN,
            Stage.ASK_CENTER,
            Stage.TAKE_CARD,
            Stage.INSPECT_CARD,
            Stage.CHECK_PASSWORD,
            Stage.FETCH_DOCUMENT,
            Stage.ASK_REGISTRATIONS,
            Stage.FILE_REGISTRATION,
            Stage.OPEN_SLOT);

    /** With this visit, where it stands now. */
    static Patience with(Visit visit, FlowTable table) {
        Stage stage = visit.stage();
        if (stage.idle()) {
            return visit.aids().isEmpty() ? ENDLESS : new Patience(LEFT_ALONE, Duration.ZERO);
        }
        if (stage.patience().isZero()) {
            return ENDLESS;
        }
        if (NOT_FOR_A_PERSON.contains(stage)) {
            return new Patience(stage.patience(), Duration.ZERO);
        }
        boolean ends = ends(visit, table);
        Duration silence =
                ends && !visit.aids().isEmpty() ? stage.patience().multipliedBy(Stage.WITH_AN_AID) : stage.patience();
        return new Patience(silence, ends ? Stage.WARNING : Duration.ZERO);
    }

    /** Whether the time that is up would take the screen away. A card that still lies there is called for instead, and is not kept waiting. */
    private static boolean ends(Visit visit, FlowTable table) {
        Step step = table.apply(visit, new Event.TimeUp());
        return step.over() || step.next().stage() != visit.stage();
    }

    boolean endless() {
        return silence.isZero();
    }
}
