package jp.madoguchi.kiosk.staff;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.Language;

/**
 * What staff have set.
 *
 * @param greeting in which language the kiosk speaks while nobody is served
 * @param volume of the voice, 0 to 5
 * @param brightness of the screen, 1 to 5
 * @param stopped why the service is stopped; empty while it is not
 */
public record DeskSettings(Language greeting, int volume, int brightness, Optional<StopReason> stopped) {
    public static final DeskSettings FIRST = new DeskSettings(Language.JA, 3, 4, Optional.empty());
    public static final int LOUDEST = 5;
    public static final int BRIGHTEST = 5;

    public DeskSettings {
        if (volume < 0 || volume > LOUDEST || brightness < 1 || brightness > BRIGHTEST) {
            throw new IllegalArgumentException("volume is 0 to 5, brightness 1 to 5");
        }
    }

    DeskSettings with(Optional<StopReason> why) {
        return new DeskSettings(greeting, volume, brightness, why);
    }
}
