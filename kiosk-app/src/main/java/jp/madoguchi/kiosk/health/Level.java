package jp.madoguchi.kiosk.health;

import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.kiosk.terms.Slug;

/** How much there is of what is used up, as far as the device says. */
public enum Level {
    ENOUGH(new Words("あります", "enough")),
    LOW(new Words("残り少なくなっています", "low")),
    OUT(new Words("ありません", "out")),
    UNKNOWN(new Words("分かりません", "unknown"));

    private final Words words;

    Level(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }

    /** {@code low}. */
    public String slug() {
        return Slug.of(this);
    }
}
