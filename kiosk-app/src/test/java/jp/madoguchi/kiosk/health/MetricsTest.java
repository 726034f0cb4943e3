package jp.madoguchi.kiosk.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.staff.ManualPace;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What Prometheus reads. Writes the table of {@code docs/metrics.md} when {@code -Dmadoguchi.write=true}. */
class MetricsTest {
    private static final Path PAGE = Path.of("../docs/metrics.md");
    private static final Path RULES = Path.of("../docs/alerts.yml");
    private static final String BEGIN = "<!-- Written by MetricsTest -->\n";
    private static final String END = "<!-- to here -->\n";

    private final AtomicLong nanos = new AtomicLong();
    private final Vitals vitals = new Vitals();
    private final VisitRunner runner = new VisitRunner(
            KioskFlow.FLOW,
            new SecureRandom(),
            Runnable::run,
            (delay, call) -> () -> {},
            new ManualPace()::nanos,
            new Heard());
    private Health health = Samples.ready();
    private final Metrics metrics = new Metrics(() -> health, vitals, runner.screen(), nanos::get);

    private Map<String, Exposition.Metric> page() {
        return Exposition.read(new String(metrics.page(), UTF_8));
    }

    private double value(String name, String... labels) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        List<Exposition.Sample> found = page().values().stream()
                .map(Exposition.Metric::samples)
                .flatMap(Collection::stream)
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(wanted.entrySet()))
                .toList();
        assertEquals(1, found.size(), name + wanted);
        return found.get(0).value();
    }

    @Test
    void kiosk_thatIsWell_saysSo() {
        assertEquals(1, value("madoguchi_state", "state", "ready"));
        assertEquals(0, value("madoguchi_state", "state", "closed"));
        assertEquals(1, value("madoguchi_part_ready", "part", "printer"));
        assertEquals(1, value("madoguchi_paper", "level", "enough"));
        assertEquals(48, value("madoguchi_hopper_coins", "yen", "100"));
        assertEquals(0, value("madoguchi_claims_open"));
        assertEquals(
                (double) health.certificateEnds().getEpochSecond(),
                value("madoguchi_certificate_end_timestamp_seconds"));
        assertEquals(1, value("madoguchi_info", "kiosk", "K-0001"));
        assertEquals(1, value("madoguchi_audit_written"));
        assertEquals(1234, value("madoguchi_audit_entry"));
        assertTrue(value("madoguchi_audit_checkpoint_acknowledged_timestamp_seconds") > 1e9);
    }

    @Test
    void kiosk_thatIsBroken_saysWhatIs() {
        health = Samples.closed();
        assertEquals(1, value("madoguchi_state", "state", "closed"));
        assertEquals(0, value("madoguchi_part_ready", "part", "printer"));
        assertEquals(1, value("madoguchi_obstacle", "code", "PRINT-06"));
        assertEquals(0, value("madoguchi_obstacle", "code", "PRINT-05"));
        assertEquals(1, value("madoguchi_device_failure", "code", "CASH-11"));
        assertEquals(1, value("madoguchi_paper", "level", "out"));
        assertEquals(1, value("madoguchi_toner", "level", "low"));
        assertEquals(2, value("madoguchi_claims_open"));
        assertEquals(700, value("madoguchi_claims_open_yen"));
        assertEquals(1, value("madoguchi_claims_uncertain"));
        assertEquals(0, value("madoguchi_audit_written"));
        assertEquals(3, value("madoguchi_audit_checkpoints_unsent"));
        assertEquals(0, value("madoguchi_audit_checkpoint_acknowledged_timestamp_seconds"));
        health = Samples.stuck();
        assertEquals(1, value("madoguchi_stuck", "part", "print"));
        assertEquals(0, value("madoguchi_stuck", "part", "web"));
    }

    private void comeAndGoAfterFourSeconds() {
        comeAndGoAfterFourSeconds(Service.ISSUING);
    }

    private void comeAndGoAfterFourSeconds(Service service) {
        runner.begin(Mockito.mock(Hands.class), false);
        runner.watch(metrics::follow);
        for (Part part : Part.values()) {
            runner.post(new Event.PartChanged(part, Set.of()));
        }
        nanos.set(Duration.ofMinutes(5).toNanos());
        runner.post(new Event.Begin(Language.EN, service));
        assertEquals(Stage.PLACE_CARD, runner.screen().visit().stage());
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        runner.post(new Event.Cancelled());
    }

    @Test
    void visit_begunAndEnded_isCountedAndTimed() {
        assertEquals(0, value("madoguchi_visits_begun_total"));
        comeAndGoAfterFourSeconds();
        assertEquals(1, value("madoguchi_visits_begun_total"));
        assertEquals(1, value("madoguchi_stage_seconds_count", "stage", "place-card"));
        assertEquals(4, value("madoguchi_stage_seconds_sum", "stage", "place-card"));
        assertEquals(0, value("madoguchi_stage_seconds_bucket", "stage", "place-card", "le", "2.5"));
        assertEquals(1, value("madoguchi_stage_seconds_bucket", "stage", "place-card", "le", "5.0"));
        vitals.ended(EndReason.CANCELLED);
        vitals.ended(EndReason.CANCELLED);
        assertEquals(2, value("madoguchi_visits_total", "outcome", "cancelled"));
        assertEquals(0, value("madoguchi_visits_total", "code", "M-00"));
        assertTrue(
                page().values().stream()
                        .flatMap(metric -> metric.samples().stream())
                        .noneMatch(sample -> sample.labels().containsValue("welcome")),
                "waiting for somebody is no stage of a visit");
    }

    @Test
    void practice_isNoVisit() {
        comeAndGoAfterFourSeconds(Service.PRACTICE);
        assertEquals(0, value("madoguchi_visits_begun_total"));
        assertTrue(
                page().values().stream()
                        .flatMap(metric -> metric.samples().stream())
                        .noneMatch(sample -> sample.labels().containsKey("stage")),
                "no stage was stood at");
    }

    @Test
    void ledger_writes_areTimed() {
        metrics.wrote(Duration.ofMillis(3).toNanos());
        assertEquals(0, value("madoguchi_ledger_write_seconds_bucket", "le", "0.0025"));
        assertEquals(1, value("madoguchi_ledger_write_seconds_bucket", "le", "0.005"));
    }

    /** Nothing that a resident, a network or a device can make up ever becomes a series. */
    @Test
    void labels_areConstants_soThatSeriesAreBounded() {
        health = Samples.closed();
        Map<String, Set<String>> allowed = Map.ofEntries(
                Map.entry("outcome", slugs(EndReason.values())),
                Map.entry("stage", slugs(Stage.values())),
                Map.entry("state", slugs(State.values())),
                Map.entry("level", slugs(Level.values())),
                Map.entry("obstacle", slugs(Obstacle.values())),
                Map.entry(
                        "part",
                        Stream.concat(slugs(Part.values()).stream(), Pulse.NAMES.stream())
                                .collect(Collectors.toSet())),
                Map.entry(
                        "failure",
                        DeviceFailures.ALL.stream()
                                .map(failure -> Slug.of((Enum<?>) failure))
                                .collect(Collectors.toSet())),
                Map.entry("code", codes()),
                Map.entry("yen", Set.of("10", "50", "100", "500")),
                Map.entry("kiosk", Set.of("K-0001")));
        int series = 0;
        for (Exposition.Metric metric : page().values()) {
            if (!metric.name().startsWith("madoguchi_")) {
                continue;
            }
            series += metric.samples().size();
            metric.samples()
                    .forEach(sample -> sample.labels().forEach((label, value) -> {
                        if (!label.equals("le")) {
                            assertTrue(
                                    allowed.getOrDefault(label, Set.of()).contains(value),
                                    metric.name() + " " + label + " " + value);
                        }
                    }));
        }
        assertTrue(series < 400, series + " series before anybody came");
    }

    private static Set<String> slugs(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Slug::of).collect(Collectors.toSet());
    }

    private static Set<String> codes() {
        return Stream.of(
                        Arrays.stream(EndReason.values()).map(EndReason::code),
                        Arrays.stream(Obstacle.values()).map(Obstacle::code),
                        DeviceFailures.ALL.stream().map(failure -> failure.code()))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    @Test
    void page_ofTheMetrics_isWhatTheCodeSays() throws IOException {
        comeAndGoAfterFourSeconds();
        String written = Files.readString(PAGE);
        int from = written.indexOf(BEGIN) + BEGIN.length();
        String page = written.substring(0, from) + table() + written.substring(written.indexOf(END));
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "run the tests with -Dmadoguchi.write=true");
    }

    private String table() {
        StringBuilder table = new StringBuilder("| Metric | Type | Labels | Says |\n|---|---|---|---|\n");
        metrics.registry().scrape().forEach(snapshot -> {
            String name = snapshot.getMetadata().getName();
            if (name.startsWith("madoguchi_")) {
                Exposition.Metric metric = page().getOrDefault(name + "_total", page().get(name));
                assertNotNull(metric, name);
                table.append("| `")
                        .append(metric.name())
                        .append("` | ")
                        .append(metric.type())
                        .append(" | ");
                table.append(labels(metric)).append(" | ").append(metric.help()).append(" |\n");
            }
        });
        return table.toString();
    }

    private static String labels(Exposition.Metric metric) {
        Set<String> labels = new LinkedHashSet<>();
        metric.samples().forEach(sample -> labels.addAll(sample.labels().keySet()));
        labels.remove("le");
        return labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
    }

    /** An alert on a metric or a value that does not exist would never fire. */
    @Test
    void alerts_nameOnlyWhatThereIs() throws IOException {
        metrics.wrote(1);
        String rules = Files.readString(RULES);
        Map<String, Exposition.Metric> page = page();
        Set<String> names = page.values().stream()
                .flatMap(metric -> Stream.concat(
                        Stream.of(metric.name()), metric.samples().stream().map(Exposition.Sample::name)))
                .collect(Collectors.toSet());
        var named = Pattern.compile("madoguchi_[a-z_]+").matcher(rules);
        int found = 0;
        while (named.find()) {
            found++;
            assertTrue(names.contains(named.group()), named.group());
        }
        assertTrue(found > 8, "the rules are about this program");
        var value = Pattern.compile("\\{([a-z]+)=\"([a-zA-Z0-9-]+)\"").matcher(rules);
        while (value.find()) {
            String label = value.group(1);
            String of = value.group(2);
            assertTrue(
                    label.equals("job")
                            || page.values().stream()
                                    .flatMap(metric -> metric.samples().stream())
                                    .anyMatch(
                                            sample -> of.equals(sample.labels().get(label))),
                    value.group());
        }
    }
}
