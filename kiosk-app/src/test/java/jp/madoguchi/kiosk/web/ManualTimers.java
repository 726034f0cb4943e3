package jp.madoguchi.kiosk.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.madoguchi.kiosk.visit.Timers;

/** Timers that go off when the test says so. */
public final class ManualTimers implements Timers {
    private record Waiting(Duration delay, Runnable call, AtomicBoolean cancelled) {}

    private final List<Waiting> waiting = new ArrayList<>();

    private final Map<Duration, Long> made = new HashMap<>();

    @Override
    public synchronized Pending after(Duration delay, Runnable call) {
        Waiting one = new Waiting(delay, call, new AtomicBoolean());
        waiting.add(one);
        made.merge(delay, 1L, Long::sum);
        return () -> one.cancelled().set(true);
    }

    /** Makes every call of this delay that was not cancelled; how many they were. */
    public int goOff(Duration delay) {
        List<Waiting> due;
        synchronized (this) {
            due = waiting.stream()
                    .filter(one -> one.delay().equals(delay) && !one.cancelled().get())
                    .toList();
            waiting.removeAll(due);
        }
        due.forEach(one -> one.call().run());
        return due.size();
    }

    /** How many calls of this delay were asked for. */
    public synchronized long made(Duration delay) {
        return made.getOrDefault(delay, 0L);
    }

    /** How many calls of this delay are still to be made. */
    public synchronized long pending(Duration delay) {
        return waiting.stream()
                .filter(one -> one.delay().equals(delay) && !one.cancelled().get())
                .count();
    }
}
