package jp.madoguchi.kiosk.web;

import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.staff.DeskSettings;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.voice.Clips;

/**
 * The voice guidance of this kiosk.
 *
 * @param volume as the staff have set it, up to {@link DeskSettings#LOUDEST}
 */
record Voice(Clips clips, IntSupplier volume) {
    static final Voice NONE = new Voice(Clips.NONE, () -> 0);

    /** Who asked for a voice is not left with a silent one. */
    private static final int QUIETEST = 1;

    /** Who speaks on this screen, when somebody is asked to. */
    Optional<Narrator> narrator(Screen screen) {
        Language language = screen.visit().language();
        return screen.visit().aids().contains(Aid.VOICE) && clips.speak(language)
                ? Optional.of(new Narrator(
                        language,
                        Guide.of(screen.visit()),
                        (double) Math.max(QUIETEST, volume.getAsInt()) / DeskSettings.LOUDEST))
                : Optional.empty();
    }

    /** The languages in which it can speak, as a page lists them. */
    String languages() {
        return Stream.of(Language.values())
                .filter(clips::speak)
                .map(Language::code)
                .collect(Collectors.joining(" "));
    }
}
