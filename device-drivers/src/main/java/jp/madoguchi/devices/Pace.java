package jp.madoguchi.devices;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time as an adapter needs it: how long something has lasted, and a wait between two questions. Any thread. */
public interface Pace {
    /** Nanoseconds since an arbitrary moment; never goes back, whatever happens to the wall clock. */
    long nanos();

    /**
     * Waits.
     *
     * @return false when the thread was interrupted: the wait was cut short and the interrupt flag is still set
     */
    @CheckReturnValue
    boolean pause(Duration time);

    /** The time left of {@code atMost} when it began at {@code since}; never negative. */
    default Duration left(Duration atMost, long since) {
        return Duration.ofNanos(Math.max(0, atMost.toNanos() - (nanos() - since)));
    }

    /** The machine's own time. */
    static Pace real() {
        return new Pace() {
            private final ReentrantLock lock = new ReentrantLock();
            private final Condition never = lock.newCondition();

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public boolean pause(Duration time) {
                lock.lock();
                try {
                    long left = time.toNanos();
                    while (left > 0) {
                        left = never.awaitNanos(left);
                    }
                    return true;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                } finally {
                    lock.unlock();
                }
            }
        };
    }
}
