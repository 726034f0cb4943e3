package jp.madoguchi.kiosk.health;

import java.util.Locale;
import java.util.ResourceBundle;
import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Slug;

/** The screens' own texts for what an operator reads elsewhere: one thing has one name. */
public final class ScreenText {
    private static final ResourceBundle JAPANESE = texts("ja");
    private static final ResourceBundle ENGLISH = texts("en");

    private ScreenText() {}

    /** What is in the way. */
    public static Words what(Obstacle obstacle) {
        return of("obstacle." + Slug.of(obstacle) + ".what");
    }

    /** What whoever stands before the machine does about it. */
    public static Words action(Obstacle obstacle) {
        return of("obstacle." + Slug.of(obstacle) + ".do");
    }

    /** Throws when there is no such text: a defect. */
    static Words of(String key) {
        return new Words(JAPANESE.getString(key), ENGLISH.getString(key));
    }

    static boolean has(String key) {
        return JAPANESE.containsKey(key);
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "jp.madoguchi.ui.messages_" + language,
                Locale.ROOT,
                ScreenText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
