package jp.madoguchi.kiosk.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.madoguchi.kiosk.terms.Stage;

/** Draws a flow as a Mermaid state diagram, from the steps that its table really makes. */
final class FlowDiagram {
    /** From every stage with something at stake they lead to the same two; drawn, they would hide the rest. */
    private static final Set<Class<? extends Event>> NOT_DRAWN =
            Set.of(Event.LedgerFailed.class, Event.DefectFound.class);

    private FlowDiagram() {}

    static String of(FlowTable table) {
        return of(table, Arrays.asList(Stage.values()));
    }

    /** Of a table that leads through these stages, from the first on. */
    static String of(FlowTable table, List<Stage> stages) {
        Map<String, TreeSet<String>> arrows = new TreeMap<>();
        for (Stage stage : stages) {
            for (Class<? extends Event> type : Samples.eventTypes()) {
                for (Visit visit : Samples.visitsAt(stage)) {
                    for (Event event : Samples.eventsOf(type)) {
                        if (!Samples.possible(visit, event)) {
                            continue;
                        }
                        Step step = table.apply(visit, event);
                        String to = step.over() ? "[*]" : step.next().stage().name();
                        if (!to.equals(stage.name()) && !NOT_DRAWN.contains(type)) {
                            arrows.computeIfAbsent(stage.name() + " --> " + to, each -> new TreeSet<>())
                                    .add(type.getSimpleName());
                        }
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> " + stages.get(0) + "\n");
        for (Stage stage : stages) {
            arrows.forEach((arrow, events) -> {
                if (arrow.startsWith(stage.name() + " ")) {
                    text.append("    ")
                            .append(arrow)
                            .append(" : ")
                            .append(String.join(", ", List.copyOf(events)))
                            .append('\n');
                }
            });
        }
        return text.toString();
    }
}
