package jp.madoguchi.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads Prometheus' text format, version 0.0.4, by its specification and refuses everything else: every metric has HELP and TYPE
 * once and before its samples, which stand together; no sample comes twice; a histogram's buckets grow, end with +Inf, and that one is the
 * count.
 */
public final class Exposition {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (.+)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(?:\\{(.*)\\})? ([+-]?(?:[0-9.]+(?:[eE][+-]?[0-9]+)?|Inf)|NaN)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

    /** One line with a value. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** One metric and its lines. */
    public record Metric(String name, String help, String type, List<Sample> samples) {}

    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private String help = "";

    private Exposition() {}

    /** Every metric, by its name. */
    public static Map<String, Metric> read(String page) {
        assertTrue(page.endsWith("\n"), "the last line ends as well");
        Exposition reading = new Exposition();
        String current = "";
        for (String line : page.lines().toList()) {
            current = reading.line(line, current);
        }
        reading.metrics.values().forEach(Exposition::check);
        return reading.metrics;
    }

    private String line(String line, String current) {
        Matcher said = HELP.matcher(line);
        if (said.matches()) {
            assertFalse(metrics.containsKey(said.group(1)), "told twice: " + line);
            help = said.group(2);
            return said.group(1);
        }
        Matcher type = TYPE.matcher(line);
        if (type.matches()) {
            assertEquals(current, type.group(1), "TYPE follows HELP");
            metrics.put(current, new Metric(current, help, type.group(2), new ArrayList<>()));
            return current;
        }
        assertFalse(line.startsWith("#"), line);
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        Metric metric = metrics.get(current);
        assertNotNull(metric, line);
        String suffix = sample.group(1)
                .substring(Math.min(current.length(), sample.group(1).length()));
        boolean belongs = sample.group(1).startsWith(current)
                && (metric.type().equals("histogram")
                        ? List.of("_bucket", "_sum", "_count").contains(suffix)
                        : metric.type().equals("summary")
                                ? List.of("", "_sum", "_count").contains(suffix)
                                : suffix.isEmpty());
        assertTrue(belongs, line + " stands under " + current);
        Map<String, String> labels = labels(sample.group(2) == null ? "" : sample.group(2), line);
        assertTrue(seen.add(sample.group(1) + new TreeMap<>(labels)), "twice: " + line);
        metric.samples().add(new Sample(sample.group(1), labels, number(sample.group(3))));
        return current;
    }

    private static Map<String, String> labels(String text, String line) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length() && label.find(end) && label.start() == end) {
            assertTrue(labels.put(label.group(1), label.group(2)) == null, "a label twice: " + line);
            end = label.end();
        }
        assertEquals(text.length(), end, line);
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static void check(Metric metric) {
        if (metric.type().equals("counter")) {
            assertTrue(metric.name().endsWith("_total"), metric.name());
            metric.samples().forEach(sample -> assertTrue(sample.value() >= 0, metric.name()));
        }
        if (metric.type().equals("histogram")) {
            metric.samples().stream()
                    .collect(Collectors.groupingBy(sample -> {
                        Map<String, String> others = new TreeMap<>(sample.labels());
                        others.remove("le");
                        return others;
                    }))
                    .values()
                    .forEach(series -> checkBuckets(metric.name(), series));
        }
    }

    private static void checkBuckets(String name, List<Sample> series) {
        double bound = Double.NEGATIVE_INFINITY;
        double count = 0;
        for (Sample sample : series) {
            if (sample.name().endsWith("_bucket")) {
                double next = number(sample.labels().getOrDefault("le", ""));
                assertTrue(next > bound && sample.value() >= count, name + " " + series);
                bound = next;
                count = sample.value();
            } else if (sample.name().endsWith("_count")) {
                assertEquals(Double.POSITIVE_INFINITY, bound, name);
                assertEquals(count, sample.value(), name);
            }
        }
    }
}
