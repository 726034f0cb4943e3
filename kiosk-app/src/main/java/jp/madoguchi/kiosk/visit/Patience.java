package jp.madoguchi.kiosk.visit;

import java.time.Duration;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Flow;
import jp.madoguchi.kiosk.flow.Step;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * How long the kiosk waits at a screen on which nothing is touched, before the flow is told {@code TimeUp}: first in silence, then with
 * a warning and a way to have all of it again. Zero in silence: no limit at all. A person with an aid has twice the silence.
 *
 * @param silence from the last touch to the warning, or to the end where nobody needs a warning
 * @param warning until the end; zero where the end needs none
 */
public record Patience(Duration silence, Duration warning) {
    /** Nobody is served: then what somebody chose and left, aids or a language, is taken back. */
    static final Duration LEFT_ALONE = Duration.ofMinutes(2);

    private static final Patience ENDLESS = new Patience(Duration.ZERO, Duration.ZERO);

    /**
     * With this visit, where it stands now.
     *
     * @param greeting what the kiosk speaks while nobody is served
     */
    static Patience with(Visit visit, Language greeting, Flow flow) {
        Stage stage = visit.stage();
        if (stage.idle()) {
            boolean left = !visit.aids().isEmpty() || visit.language() != greeting;
            return left ? new Patience(LEFT_ALONE, Duration.ZERO) : ENDLESS;
        }
        if (stage.patience().isZero()) {
            return ENDLESS;
        }
        if (!visit.waitsForAPerson()) {
            return new Patience(stage.patience(), Duration.ZERO);
        }
        boolean ends = ends(visit, flow);
        Duration silence = stage.patience(ends && !visit.aids().isEmpty());
        return new Patience(silence, ends ? Stage.WARNING : Duration.ZERO);
    }

    /** Whether the time that is up would take the screen away. A card that still lies there is called for instead, and is not kept waiting. */
    private static boolean ends(Visit visit, Flow flow) {
        Step step = flow.apply(visit, new Event.TimeUp());
        return step.over() || step.next().stage() != visit.stage();
    }

    boolean endless() {
        return silence.isZero();
    }
}
