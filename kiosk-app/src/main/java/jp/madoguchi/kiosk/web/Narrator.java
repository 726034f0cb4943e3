package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Piece;
import jp.madoguchi.kiosk.voice.Sayings;

/**
 * Who speaks on a screen.
 *
 * @param language of the screen
 * @param guide key of the text that tells, after the screen, what the hand does now; a screen may have none
 * @param volume from 0 to 1, as the staff have set it
 */
record Narrator(Language language, String guide, double volume) {
    /** Under which name a rendering finds its narrator; without one the screen is mute. */
    static final String NAME = "narrator";

    /** What {@code data-say} holds: a line for each sound, its name and the caption that stands while it is heard. */
    static String script(List<Piece> said) {
        return said.stream()
                .map(piece -> piece.recording().name() + " " + piece.caption())
                .collect(Collectors.joining("\n"));
    }

    Sayings sayings() {
        return Sayings.of(language);
    }
}
