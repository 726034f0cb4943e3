package jp.madoguchi.workbench.screens;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Which screens are looked at in which language, with which aids, on which display: all, or a few in which any two of these meet.
 * Grows by itself with the languages, the aids and the samples. One thread.
 */
final class Selection {
    /** Of the few: what {@code ./kiosk test} has time for. */
    static final int MOST = 250;

    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final List<Orientation> ORIENTATIONS = List.of(Orientation.values());
    private static final List<Aid> AIDS = List.of(Aid.values());

    // Factors of a row of the few; each aid is one, chosen or not.
    private static final int KIND = 0;
    private static final int LANGUAGE = 1;
    private static final int ORIENTATION = 2;
    private static final int FIRST_AID = 3;

    private static final Set<Language> NARROW = EnumSet.of(Language.EN, Language.VI, Language.PT);

    /** Of the gallery as the kiosk has it: made once for all tests, for it draws every screen that there is. */
    private static final class Usual {
        static final Selection SELECTION = new Selection(new ScreenGallery());
    }

    private final ScreenGallery gallery;
    private final List<Sample> unlike;
    private final Map<Sample, Integer> lengths = new HashMap<>();

    /** Stages by the shape of what they most often show: those that only say that one has to wait are one kind. */
    private final Map<Stage, String> shapes = new EnumMap<>(Stage.class);

    static Selection usual() {
        return Usual.SELECTION;
    }

    Selection(ScreenGallery gallery) {
        this.gallery = gallery;
        Map<String, Sample> byWords = new LinkedHashMap<>();
        for (Sample sample : gallery.samples()) {
            Element body = Jsoup.parse(gallery.bare(sample, Set.of())).body();
            byWords.putIfAbsent(sample.language() + " " + sample.stage() + " " + body.text(), sample);
            lengths.put(sample, body.text().length());
            shapes.computeIfAbsent(sample.stage(), stage -> shape(body));
        }
        unlike = List.copyOf(byWords.values());
    }

    private static String shape(Element body) {
        return body.select("main *:not(svg *)").stream()
                .map(each -> each.normalName() + "." + each.className() + "." + each.attr("data-do"))
                .collect(Collectors.joining(" "));
    }

    ScreenGallery gallery() {
        return gallery;
    }

    /** Samples that say something else than each other. */
    List<Sample> samples() {
        return unlike;
    }

    /** Of each, the one that says it in the most letters of those languages whose letters are narrow, and of the others. */
    List<Sample> longest() {
        Map<String, Sample> longest = new LinkedHashMap<>();
        for (Sample sample : unlike) {
            longest.merge(
                    sample.name() + NARROW.contains(sample.language()),
                    sample,
                    (one, other) -> length(one) >= length(other) ? one : other);
        }
        return List.copyOf(longest.values());
    }

    private int length(Sample sample) {
        return lengths.getOrDefault(sample, 0);
    }

    /** No aid, each alone, and all at once. */
    static List<Set<Aid>> aids() {
        Set<Set<Aid>> aids = new LinkedHashSet<>();
        aids.add(EnumSet.noneOf(Aid.class));
        for (Aid aid : Aid.values()) {
            aids.add(EnumSet.of(aid));
        }
        aids.add(EnumSet.allOf(Aid.class));
        return List.copyOf(aids);
    }

    /** Every sample in every language with each of these aids, display by display. */
    List<ScreenState> all(Collection<Set<Aid>> aids, Collection<Orientation> orientations) {
        return orientations.stream()
                .flatMap(orientation -> aids.stream()
                        .flatMap(each -> unlike.stream().map(sample -> new ScreenState(sample, each, orientation))))
                .toList();
    }

    /**
     * At most {@link #MOST}, display by display. Every kind of screen meets every language, every display, every aid and its
     * absence, and these each other. Of a kind's samples each time another is taken; what room is left goes to those that were not.
     */
    List<ScreenState> few() {
        List<String> kinds = shapes.values().stream().distinct().toList();
        List<ScreenState> few = new ArrayList<>();
        Map<String, Deque<Sample>> waiting = new HashMap<>();
        for (Sample sample : unlike) {
            waiting.computeIfAbsent(kind(sample) + sample.language(), none -> new ArrayDeque<>())
                    .add(sample);
        }
        for (int[] row : Pairwise.rows(sizes(kinds), pair -> never(kinds, waiting, pair))) {
            Deque<Sample> samples =
                    Objects.requireNonNull(waiting.get(kinds.get(row[KIND]) + LANGUAGES.get(row[LANGUAGE])));
            Sample sample = samples.removeFirst();
            samples.addLast(sample);
            few.add(state(sample, row));
        }
        addMissingStages(few);
        fill(few);
        few.sort(Comparator.comparing(ScreenState::orientation));
        return few;
    }

    private static int[] sizes(List<String> kinds) {
        int[] sizes = new int[FIRST_AID + Aid.values().length];
        Arrays.fill(sizes, 2);
        sizes[KIND] = kinds.size();
        sizes[LANGUAGE] = Language.values().length;
        sizes[ORIENTATION] = Orientation.values().length;
        return sizes;
    }

    /** While nobody is served the kiosk speaks one language. */
    private static boolean never(List<String> kinds, Map<String, Deque<Sample>> samples, Pairwise.Pair pair) {
        return pair.first() == KIND
                && pair.second() == LANGUAGE
                && !samples.containsKey(kinds.get(pair.one()) + LANGUAGES.get(pair.other()));
    }

    private static ScreenState state(Sample sample, int[] row) {
        Set<Aid> aids = EnumSet.noneOf(Aid.class);
        for (int i = 0; i < AIDS.size(); i++) {
            if (row[FIRST_AID + i] == 1) {
                aids.add(AIDS.get(i));
            }
        }
        return new ScreenState(sample, aids, ORIENTATIONS.get(row[ORIENTATION]));
    }

    /** Those that look like others, and were not among them. */
    private void addMissingStages(List<ScreenState> few) {
        Set<Stage> seen = few.stream().map(state -> state.sample().stage()).collect(Collectors.toSet());
        for (Sample sample : unlike) {
            if (seen.add(sample.stage())) {
                few.add(new ScreenState(sample, Set.of(), Orientation.UPRIGHT));
            }
        }
    }

    /** Each in the language whose turn it is, evenly from the first sample to the last. */
    private void fill(List<ScreenState> few) {
        Set<String> seen = few.stream().map(state -> state.sample().name()).collect(Collectors.toSet());
        Map<String, List<Sample>> others = unlike.stream()
                .filter(sample -> !seen.contains(sample.name()))
                .collect(Collectors.groupingBy(Sample::name, TreeMap::new, Collectors.toList()));
        List<List<Sample>> byName = List.copyOf(others.values());
        int room = Math.min(MOST - few.size(), byName.size());
        for (int i = 0; i < room; i++) {
            List<Sample> spoken = byName.get(i * byName.size() / room);
            few.add(new ScreenState(
                    spoken.get(i % spoken.size()),
                    aids().get(i % aids().size()),
                    ORIENTATIONS.get(i % ORIENTATIONS.size())));
        }
    }

    private String kind(Sample sample) {
        return Optional.ofNullable(shapes.get(sample.stage())).orElseThrow();
    }
}
