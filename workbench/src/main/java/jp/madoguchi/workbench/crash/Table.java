package jp.madoguchi.workbench.crash;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows summed up by where the program was stopped. */
final class Table {
    private Table() {}

    private static final class Line {
        private int before;
        private int midst;
        private int after;
        private int other;
        private int violations;
        private final Map<String, Integer> outcomes = new TreeMap<>();

        void count(String moment) {
            switch (moment) {
                case "before" -> before++;
                case "midst" -> midst++;
                case "after" -> after++;
                default -> other++;
            }
        }
    }

    /** A line for each step's name, the start's own steps apart. */
    static String of(List<Row> rows) {
        Map<String, Line> lines = new TreeMap<>();
        for (Row row : rows) {
            row.stopped().ifPresent(where -> count(lines, "", where, row));
            row.early().ifPresent(where -> count(lines, "(start) ", where, row));
        }
        String head = String.format(
                "%-34s %7s %7s %7s %7s  %-10s %s%n",
                "stopped at", "before", "midst", "after", "other", "violations", "the resident was left with");
        return head
                + lines.entrySet().stream()
                        .map(each -> words(each.getKey(), each.getValue()))
                        .collect(Collectors.joining());
    }

    private static void count(Map<String, Line> lines, String prefix, String where, Row row) {
        String[] words = where.split(" #\\d+ ", 2);
        Line line = lines.computeIfAbsent(prefix + words[0], each -> new Line());
        line.count(words.length > 1 ? words[1] : "");
        line.violations += row.violations().size();
        line.outcomes.merge(row.outcome(), 1, Integer::sum);
    }

    private static String words(String name, Line line) {
        String outcomes = line.outcomes.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                "%-34s %7d %7d %7d %7d  %-10s %s%n",
                name,
                line.before,
                line.midst,
                line.after,
                line.other,
                line.violations == 0 ? "none" : Integer.toString(line.violations),
                outcomes);
    }
}
