package jp.madoguchi.workbench.screens;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which screens a command takes: what its options have in common. */
final class Choice {
    @Option(
            names = "--lang",
            paramLabel = "CODE",
            split = ",",
            converter = Spoken.class,
            description = "languages, e.g. ja,en; all unless said")
    private List<Language> languages = List.of(Language.values());

    @Option(
            names = "--aids",
            paramLabel = "AIDS",
            converter = Together.class,
            description =
                    "aids at once, e.g. large,contrast; more than once for one after the other; \"each\": none, each alone, all")
    private List<Sets> aids = List.of();

    @Option(names = "--orientation", paramLabel = "NAME", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<Orientation> orientations = List.of();

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            description = "those with these words in their name, e.g. ended-pin")
    private String only = "";

    /** What is looked at unless the options say otherwise is up to the command. */
    List<ScreenState> of(Selection selection, Set<Set<Aid>> otherwise, List<Orientation> usually) {
        Set<Set<Aid>> chosen = new LinkedHashSet<>();
        aids.forEach(each -> chosen.addAll(each.each()));
        return selection
                .all(chosen.isEmpty() ? otherwise : chosen, orientations.isEmpty() ? usually : orientations)
                .stream()
                .filter(state -> languages.contains(state.sample().language()))
                .filter(state -> state.sample().name().contains(only))
                .toList();
    }

    private static final class Spoken implements ITypeConverter<Language> {
        @Override
        public Language convert(String code) {
            return Language.ofCode(code).orElseThrow(() -> new TypeConversionException("no language " + code));
        }
    }

    /** What one option names. A name of its own: a list of sets picocli would fill by the values of the sets. */
    private record Sets(Set<Set<Aid>> each) {}

    private static final class Together implements ITypeConverter<Sets> {
        @Override
        public Sets convert(String said) {
            if (said.equals("each")) {
                return new Sets(new LinkedHashSet<>(Selection.aids()));
            }
            Set<Aid> together = EnumSet.noneOf(Aid.class);
            for (String slug : said.split(",", -1)) {
                together.add(Aid.ofSlug(slug).orElseThrow(() -> new TypeConversionException("no aid " + slug)));
            }
            return new Sets(Set.of(together));
        }
    }
}
