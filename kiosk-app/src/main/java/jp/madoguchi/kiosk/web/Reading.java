package jp.madoguchi.kiosk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.voice.Piece;
import jp.madoguchi.kiosk.voice.Sayings;
import org.jspecify.annotations.Nullable;

/**
 * Reads a screen from top to bottom, as a person would who lends somebody their eyes: every word that stands there is said by the element that
 * holds it, and those of something that can be touched all by that. What is left out is left out here, and by rule. One thread.
 */
final class Reading {
    static final String SAY = "data-say";

    private static final String FIRST = Stage.WELCOME.slug();

    private static final Set<String> TOUCHABLE = Set.of("button", "a", "label", "summary");
    private static final Set<String> FACT = Set.of("dt", "dd");
    /** Where somebody is timed, all of it is one sentence. */
    private static final String TIMER = "timer";

    /** An element names what the voice says after its words and nobody needs who sees: where the thing is. */
    private static final String HEAR = "data-hear";

    /** Aids for the eye within a word. */
    private static final Set<String> RUBY = Set.of("ruby", "rb");

    private static final Set<String> READINGS = Set.of("rt", "rp");

    /**
     * What is not read: the name of the counter and the number of the machine, which stand on every screen; what is said again in another
     * language; what is for the staff; the other name of a box that says its state.
     */
    private static final Set<String> UNREAD = Set.of("brand", "kiosk", "also", "further", "staff", "hide");

    /** What stands for a part that is masked. */
    private static final Pattern MASK = Pattern.compile("（●+）|, ●+$");

    /** An element that is open. */
    private static final class Node {
        final int tag;
        final String name;
        final Function<String, @Nullable String> attributes;
        final @Nullable Node parent;
        final StringBuilder words = new StringBuilder();
        final List<Piece> said = new ArrayList<>();
        final List<Piece> group = new ArrayList<>();
        final List<Piece> note = new ArrayList<>();
        Sayings sayings;
        boolean silent;
        int members;

        Node(
                int tag,
                String name,
                Function<String, @Nullable String> attributes,
                @Nullable Node parent,
                Sayings sayings) {
            this.tag = tag;
            this.name = name;
            this.attributes = attributes;
            this.parent = parent;
            this.sayings = sayings;
        }

        Optional<String> attribute(String attribute) {
            return Optional.ofNullable(attributes.apply(attribute));
        }

        boolean of(String style) {
            return attribute("class").stream()
                    .anyMatch(styles -> List.of(styles.split(" ")).contains(style));
        }

        boolean touchable() {
            return TOUCHABLE.contains(name);
        }

        Optional<Node> within(Set<String> names) {
            for (Node node = this; node != null; node = node.parent) {
                if (names.contains(node.name)) {
                    return Optional.of(node);
                }
            }
            return Optional.empty();
        }
    }

    private final Narrator narrator;
    private final Map<Integer, Map<String, String>> scripts = new HashMap<>();
    private @Nullable Node open;

    Reading(Narrator narrator) {
        this.narrator = narrator;
    }

    /** What each tag is to be given, by its place. */
    Map<Integer, Map<String, String>> scripts() {
        return scripts;
    }

    /** @param tag its place, by which {@link #scripts} knows it */
    void open(int tag, String name, Function<String, @Nullable String> attributes) {
        Node above = open;
        Node node = new Node(tag, name, attributes, above, above == null ? narrator.sayings() : above.sayings);
        if (above != null && !RUBY.contains(name) && !READINGS.contains(name)) {
            flush(above);
        }
        node.sayings = tongue(node);
        node.silent = (above != null && above.silent) || unread(node);
        open = node;
        if (name.equals("main")) {
            main(node);
        }
        instead(node).ifPresent(key -> {
            speaker(node).said.addAll(node.sayings.text(key));
            node.silent = true;
        });
    }

    void text(String words) {
        Node node = open;
        while (node != null && RUBY.contains(node.name)) {
            node = node.parent;
        }
        if (node != null && !READINGS.contains(node.name)) {
            node.words.append(words);
        }
    }

    void close() {
        Node node = open;
        if (node == null) {
            return; // a fragment that ends more than it began
        }
        open = node.parent;
        if (RUBY.contains(node.name) || READINGS.contains(node.name)) {
            return;
        }
        flush(node);
        if (node.said.isEmpty()
                && !node.silent
                && node.attribute("role").filter("status"::equals).isPresent()) {
            node.attribute("aria-label").ifPresent(label -> node.said.addAll(node.sayings.say(label)));
        }
        if (node.name.equals("label")) {
            group(node);
        } else if (node.name.equals("dd")) {
            fact(node);
        } else if (node.name.equals("dt") && node.parent != null) {
            node.parent.group.addAll(node.said);
            return;
        }
        if (node.touchable() && node.attribute("disabled").isPresent()) {
            node.said.addAll(node.sayings.text("voice.not-yet"));
        }
        if (!node.said.isEmpty()) {
            node.attribute(HEAR).ifPresent(text -> node.said.addAll(node.sayings.text("voice." + text)));
            put(node.tag, SAY, node.said);
        }
    }

    /** In which language an element speaks: やさしい日本語 and Japanese have one tag, so a button says which. */
    private static Sayings tongue(Node node) {
        return node.attribute("data-language")
                .or(() -> node.attribute("data-lang"))
                .flatMap(Language::ofCode)
                .or(() -> node.attribute("lang")
                        .filter(lang -> !lang.equals(tagAbove(node)))
                        .flatMap(Reading::ofTag))
                .map(Sayings::of)
                .orElse(node.sayings);
    }

    private static Optional<Language> ofTag(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static String tagAbove(Node node) {
        for (Node above = node.parent; above != null; above = above.parent) {
            Optional<String> tag = above.attribute("lang");
            if (tag.isPresent()) {
                return tag.get();
            }
        }
        return "";
    }

    private static boolean unread(Node node) {
        return node.attribute("hidden").isPresent()
                || node.attribute("aria-hidden").filter("true"::equals).isPresent()
                || node.name.equals("svg")
                || node.name.equals("progress")
                || node.name.equals("head")
                || (node.name.equals("span") && shutAway(node))
                || (node.name.equals("bdi") && node.of("plain")) // personal: no recordings, and nobody else's to hear
                || UNREAD.stream().anyMatch(node::of);
    }

    /** The words of an opened drawer stand in for those of a shut one, and lead back to them. */
    private static boolean shutAway(Node node) {
        return node.parent != null && node.parent.name.equals("summary") && node.of("open");
    }

    /** What is said in place of what stands there. Of a secret only that a key was pressed is ever said, and how many were. */
    private static Optional<String> instead(Node node) {
        if (node.name.equals("svg")
                && node.attribute("role").filter("img"::equals).isPresent()) {
            return Optional.of("voice.code");
        }
        if (node.attribute("data-pin").filter(label -> label.matches("[0-9]")).isPresent()) {
            return Optional.of("voice.digit");
        }
        return node.attribute("data-key").map(key -> "voice.letter");
    }

    private void main(Node node) {
        String stage = node.attribute("data-stage").orElse("");
        put(node.tag, "data-guide", node.sayings.text(narrator.guide()));
        put(node.tag, "data-how", how(node, stage));
        put(node.tag, "data-over", node.sayings.text("voice.over"));
        put(node.tag, "data-chosen", node.sayings.text("voice.chosen"));
        put(node.tag, "data-unchosen", node.sayings.text("voice.unchosen"));
        put(node.tag, "data-nothing", node.sayings.text("voice.nothing"));
        put(node.tag, "data-volume", Double.toString(narrator.volume()));
    }

    /** How the voice is used; at the first screen, where nobody has chosen a language yet, also in a second one. */
    private List<Piece> how(Node main, String stage) {
        List<Piece> how = new ArrayList<>(main.sayings.text("voice.how"));
        if (stage.equals(FIRST)) {
            how.addAll(Sayings.of(narrator.language().japanese() ? Language.EN : Language.JA)
                    .text(Guide.AT + stage));
        }
        return how;
    }

    private void flush(Node node) {
        String words = node.of("masked") ? MASK.matcher(node.words).replaceAll("") : node.words.toString();
        node.words.setLength(0);
        if (words.isBlank() || node.silent) {
            return;
        }
        List<Piece> said = node.sayings.say(words).stream().map(this::announced).toList();
        Optional<Node> legend = node.within(Set.of("legend"));
        Optional<Node> fieldset = node.within(Set.of("fieldset"));
        if (legend.isPresent() && fieldset.isPresent()) {
            (node.name.equals("small") ? fieldset.get().note : fieldset.get().group).addAll(said);
        } else {
            speaker(node).said.addAll(said);
        }
    }

    /** That something stands on the screen alone is told in the language of the screen, whatever it is written in. */
    private Piece announced(Piece piece) {
        return piece.known()
                ? piece
                : new Piece(narrator.sayings().text("voice.on-screen").get(0).recording(), piece.caption(), false);
    }

    /**
     * A choice says what it is a choice of; the first of them also what is to be known about it. People, whose names are not said, are
     * counted.
     */
    private static void group(Node label) {
        label.within(Set.of("fieldset")).ifPresent(fieldset -> {
            List<Piece> own = List.copyOf(label.said);
            label.said.clear();
            label.said.addAll(fieldset.group);
            label.said.addAll(fieldset.note);
            if (fieldset.of("members")) {
                label.said.addAll(label.sayings.say(Integer.toString(++fieldset.members)));
            }
            label.said.addAll(own);
            fieldset.note.clear();
        });
    }

    /** What can be touched, a row of facts and a timer say all that stands in them at once. */
    private static Node speaker(Node node) {
        return node.within(TOUCHABLE)
                .or(() -> node.within(FACT))
                .or(() -> Optional.ofNullable(node.parent)
                        .filter(above ->
                                above.attribute("role").filter(TIMER::equals).isPresent()))
                .orElse(node);
    }

    /** A value says what it is the value of: when it alone changes, it alone is said. */
    private static void fact(Node value) {
        Node row = value.parent;
        if (row != null && !value.said.isEmpty()) {
            value.said.addAll(0, row.group);
        }
    }

    private void put(int tag, String attribute, List<Piece> said) {
        put(tag, attribute, Narrator.script(said));
    }

    private void put(int tag, String attribute, String value) {
        scripts.computeIfAbsent(tag, place -> new HashMap<>()).put(attribute, value);
    }
}
