package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Aid;

/** What the assistance panel offers, and which of it is on. */
final class AidsModel {
    /** In the order of the panel; the voice only where it has been recorded. */
    static final List<Aid> OFFERED = List.of(Aid.VOICE, Aid.LARGE, Aid.CONTRAST, Aid.LOW, Aid.CALM, Aid.SHUFFLE);

    private AidsModel() {}

    static List<View> offered(Set<Aid> on, boolean voice) {
        return OFFERED.stream()
                .filter(aid -> voice || aid != Aid.VOICE)
                .map(aid -> new View().with("name", aid.slug()).with("on", on.contains(aid)))
                .toList();
    }

    /** As styles and scripts find them: {@code large contrast}. */
    static String slugs(Set<Aid> on) {
        return on.stream().sorted().map(Aid::slug).collect(Collectors.joining(" "));
    }
}
