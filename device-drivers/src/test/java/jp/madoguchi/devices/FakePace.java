package jp.madoguchi.devices;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits. */
public final class FakePace implements Pace {
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public boolean pause(Duration time) {
        now.addAndGet(time.toNanos());
        return true;
    }
}
