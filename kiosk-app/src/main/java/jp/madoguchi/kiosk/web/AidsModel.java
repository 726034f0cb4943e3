package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;

/** What the assistance panel offers, and which of it is on. */
final class AidsModel {
    /** In the order of the panel. */
    static final List<Aid> OFFERED =
            List.of(Aid.VOICE, Aid.LARGE, Aid.CONTRAST, Aid.LOW, Aid.RUBY, Aid.CALM, Aid.SHUFFLE);

    private AidsModel() {}

    /** The voice only where it has been recorded. Furigana in Japanese alone; easy Japanese has its readings in brackets. */
    private static boolean helps(Aid aid, Language language, boolean recorded) {
        return switch (aid) {
            case VOICE -> recorded;
            case RUBY -> language == Language.JA;
            default -> true;
        };
    }

    static List<View> offered(Set<Aid> on, Language language, boolean recorded) {
        return OFFERED.stream()
                .filter(aid -> helps(aid, language, recorded))
                .map(aid -> new View().with("name", aid.slug()).with("on", on.contains(aid)))
                .toList();
    }

    /** As styles and scripts find them: {@code large contrast}. */
    static String slugs(Set<Aid> on, Language language) {
        return on.stream()
                .filter(aid -> helps(aid, language, true))
                .sorted()
                .map(Aid::slug)
                .collect(Collectors.joining(" "));
    }
}
