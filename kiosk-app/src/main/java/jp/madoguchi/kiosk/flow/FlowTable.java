package jp.madoguchi.kiosk.flow;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * A flow as a table: for each stage and each event a move, or the reason why the event is ignored there. A pair that is
 * declared for its stage goes before what is declared for the event anywhere.
 */
public final class FlowTable implements Flow {
    /** What the table says of one pair. */
    sealed interface Entry {
        /** The name that diagram and messages use is the method's own. */
        record Moves(Move<Event> move) implements Entry {}

        record Ignored(String reason) implements Entry {}
    }

    private final Map<Stage, Map<Class<? extends Event>, Entry>> stages = new EnumMap<>(Stage.class);
    private final Map<Class<? extends Event>, Entry> anywhere = new HashMap<>();

    /** Opens the rows of one stage. */
    In in(Stage stage) {
        return new In(stages.computeIfAbsent(stage, each -> new HashMap<>()));
    }

    /** A move for every stage that does not say otherwise. */
    <E extends Event> FlowTable anywhere(Class<E> event, Move<E> move) {
        put(anywhere, event, new Entry.Moves(typed(event, move)));
        return this;
    }

    /** These events mean nothing in a stage that does not say otherwise. */
    @SafeVarargs
    final FlowTable elsewhere(String reason, Class<? extends Event>... events) {
        for (Class<? extends Event> event : events) {
            put(anywhere, event, new Entry.Ignored(reason));
        }
        return this;
    }

    Optional<Entry> entry(Stage stage, Class<? extends Event> event) {
        Entry declared = stages.getOrDefault(stage, Map.of()).get(event);
        return Optional.ofNullable(declared != null ? declared : anywhere.get(event));
    }

    @Override
    public Optional<String> ignored(Visit visit, Event event) {
        return entry(visit.stage(), event.getClass())
                .filter(Entry.Ignored.class::isInstance)
                .map(entry -> ((Entry.Ignored) entry).reason());
    }

    /** The step that this event makes. An ignored event stays where it is. Throws on a pair that nobody declared. */
    @Override
    public Step apply(Visit visit, Event event) {
        Entry entry = entry(visit.stage(), event.getClass())
                .orElseThrow(() -> new IllegalStateException(
                        visit.stage() + " says nothing of " + event.getClass().getSimpleName()));
        return entry instanceof Entry.Moves moves ? moves.move().apply(visit, event) : Step.to(visit);
    }

    private static void put(Map<Class<? extends Event>, Entry> row, Class<? extends Event> event, Entry entry) {
        if (row.put(event, entry) != null) {
            throw new IllegalStateException("declared twice: " + event.getSimpleName());
        }
    }

    private static <E extends Event> Move<Event> typed(Class<E> type, Move<E> move) {
        return (visit, event) -> move.apply(visit, type.cast(event));
    }

    /** The rows of one stage. */
    static final class In {
        private final Map<Class<? extends Event>, Entry> row;

        private In(Map<Class<? extends Event>, Entry> row) {
            this.row = row;
        }

        <E extends Event> In on(Class<E> event, Move<E> move) {
            put(row, event, new Entry.Moves(typed(event, move)));
            return this;
        }

        In ignore(String reason, Class<? extends Event> event) {
            put(row, event, new Entry.Ignored(reason));
            return this;
        }
    }
}
