package jp.madoguchi.kiosk.health;

import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;

/** A whole kiosk in one word. */
public enum State {
    /** Some part has not answered yet since the program started, and no other is in the way. */
    STARTING(new Words("準備をしています", "starting")),
    READY(new Words("使えます", "ready")),
    SERVING(new Words("ご利用中です", "serving")),
    /** Something that the service needs is missing. */
    CLOSED(new Words("止まっています", "closed")),
    /** Off until operators and staff have acted (docs/binding.md). */
    LATCHED(new Words("安全のため止めています", "latched off")),
    /** A part of the program itself does not move: the service manager starts it anew. */
    STUCK(new Words("プログラムが動いていません", "stuck"));

    private final Words words;

    State(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }

    /** {@code ready}. */
    public String slug() {
        return Slug.of(this);
    }

    static State of(Stage stage, Readiness readiness, boolean stuck) {
        if (stuck) {
            return STUCK;
        }
        return switch (stage) {
            case LATCHED -> LATCHED;
            case WELCOME -> READY;
            case CLOSED -> readiness.all().stream().allMatch(Obstacle.NOT_ASKED_YET::equals) ? STARTING : CLOSED;
            default -> SERVING;
        };
    }
}
