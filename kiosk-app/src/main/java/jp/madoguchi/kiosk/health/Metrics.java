package jp.madoguchi.kiosk.health;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.visit.Screen;

/**
 * Health as Prometheus reads it, and how visits went since the program started; docs/metrics.md is written from here. Values of
 * labels are constants of enums, codes of failures and the worth of coins: there is a bounded number of them, and none is of a
 * resident. Any thread, except {@link #follow}.
 */
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Supplier<Health> health;
    private final StageClock clock;
    private final Histogram ledgerWrites;

    /** Begins with what is shown. */
    public Metrics(Supplier<Health> health, Vitals vitals, Screen screen, LongSupplier nanoTime) {
        this.health = health;
        Counter begun = Counter.builder()
                .name("madoguchi_visits_begun_total")
                .help("Visits that somebody began.")
                .register(registry);
        Histogram stages = Histogram.builder()
                .name("madoguchi_stage_seconds")
                .help("How long visits stood at a stage (docs/flow.md).")
                .labelNames("stage")
                .classicOnly()
                .classicUpperBounds(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300)
                .register(registry);
        ledgerWrites = Histogram.builder()
                .name("madoguchi_ledger_write_seconds")
                .help("How long it took until a fact was durable.")
                .classicOnly()
                .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
                .register(registry);
        clock = new StageClock(
                screen,
                nanoTime,
                begun::inc,
                (stage, seconds) -> stages.labelValues(stage.slug()).observe(seconds));
        CounterWithCallback.builder()
                .name("madoguchi_visits_total")
                .help("Visits that ended, by how (docs/runbook.md).")
                .labelNames("outcome", "code")
                .callback(told -> {
                    for (EndReason reason : EndReason.values()) {
                        told.call((double) vitals.ends(reason), reason.slug(), reason.code());
                    }
                })
                .register(registry);
        registerHealth();
        JvmMemoryMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        ProcessMetrics.builder().register(registry);
    }

    private void registerHealth() {
        gauge("madoguchi_info", "The kiosk; always 1.", List.of("kiosk"), told -> told.call(1, now().kiosk()));
        oneOf("madoguchi_state", "state", "1 for the state in which the kiosk is.", State.values(), Health::state);
        gauge(
                "madoguchi_state_since_timestamp_seconds",
                "When the state was last another one.",
                now -> seconds(now.since()));
        gauge(
                "madoguchi_part_ready",
                "Whether a part is in nobody's way.",
                List.of("part"),
                told -> now().inOrder().forEach((part, how) -> told.call(truth(how.ready()), Slug.of(part))));
        gauge("madoguchi_obstacle", "1 for what is in the way of service.", List.of("obstacle", "code"), told -> {
            Health now = now();
            for (Obstacle obstacle : Obstacle.values()) {
                told.call(truth(now.obstacles().contains(obstacle)), Slug.of(obstacle), obstacle.code());
            }
        });
        gauge(
                "madoguchi_device_failure",
                "1 for what a device reports of itself, warnings too (docs/failure-codes.md).",
                List.of("part", "failure", "code"),
                told -> {
                    Health now = now();
                    for (DeviceFailure failure : DeviceFailures.ALL) {
                        Part part = DeviceFailures.part(failure);
                        boolean reported = now.part(part).failures().contains(failure);
                        told.call(truth(reported), Slug.of(part), Slug.of((Enum<?>) failure), failure.code());
                    }
                });
        oneOf("madoguchi_paper", "level", "1 for how much paper there is.", Level.values(), Health::paper);
        oneOf("madoguchi_toner", "level", "1 for how much toner there is.", Level.values(), Health::toner);
        gauge("madoguchi_hopper_coins", "Coins that are certain to be there for change.", List.of("yen"), told -> {
            now().hoppers().forEach((yen, coins) -> told.call(coins, String.valueOf(yen)));
        });
        gauge(
                "madoguchi_claims_open",
                "Claims that nobody has settled yet.",
                now -> now.owed().claims());
        gauge(
                "madoguchi_claims_open_yen",
                "What open claims come to, as far as it is known.",
                now -> now.owed().yen());
        gauge(
                "madoguchi_claims_uncertain",
                "Open claims of which people must count how much they are.",
                now -> now.owed().uncertain());
        gauge(
                "madoguchi_certificate_end_timestamp_seconds",
                "When the certificate ends by which the center knows the kiosk.",
                now -> seconds(now.certificateEnds()));
        gauge(
                "madoguchi_audit_written",
                "Whether the audit log could be written the last time; while not, entries wait in memory.",
                now -> truth(now.audit().written()));
        gauge(
                "madoguchi_audit_entry",
                "Number of the youngest entry of the audit log that is on the disk; 0 while there is none.",
                now -> now.audit().entry());
        gauge(
                "madoguchi_audit_checkpoints_unsent",
                "Signed checkpoints of the audit log that the center has not answered yet.",
                now -> now.audit().handed().unsent());
        gauge(
                "madoguchi_audit_checkpoint_acknowledged_timestamp_seconds",
                "When the center last took a checkpoint of the audit log; 0 when it has not since the program started.",
                now -> seconds(now.audit().handed().acknowledged().orElse(Instant.EPOCH)));
        gauge("madoguchi_stuck", "1 for a part of the program that does not move any more.", List.of("part"), told -> {
            Health now = now();
            Pulse.NAMES.forEach(name -> told.call(truth(now.stuck().contains(name)), name));
        });
    }

    private Health now() {
        return health.get();
    }

    private void gauge(String name, String help, ToDoubleFunction<Health> value) {
        gauge(name, help, List.of(), told -> told.call(value.applyAsDouble(now())));
    }

    private <E extends Enum<E>> void oneOf(String name, String label, String help, E[] all, Function<Health, E> which) {
        gauge(name, help, List.of(label), told -> {
            E it = which.apply(now());
            Arrays.stream(all).forEach(each -> told.call(truth(each == it), Slug.of(each)));
        });
    }

    private void gauge(String name, String help, List<String> labels, Consumer<GaugeWithCallback.Callback> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels.toArray(String[]::new))
                .callback(values)
                .register(registry);
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    /** The screen shows something else. On the visit's thread. */
    public void follow(Screen screen) {
        clock.follow(screen);
    }

    /** A fact took so many nanoseconds until it was durable. */
    public void wrote(long nanos) {
        ledgerWrites.observe(nanos / 1e9);
    }

    /** All of it in the text format, version 0.0.4. */
    public byte[] page() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.builder().build().write(page, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // to memory
        }
        return page.toByteArray();
    }

    /** What of the page is the kiosk's own, for docs/metrics.md. */
    PrometheusRegistry registry() {
        return registry;
    }
}
