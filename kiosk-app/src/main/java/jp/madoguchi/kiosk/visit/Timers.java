package jp.madoguchi.kiosk.visit;

import java.time.Duration;

/** Calls back later, on any thread. */
@FunctionalInterface
public interface Timers {
    /** A call that has not been made yet. */
    @FunctionalInterface
    interface Pending {
        void cancel();
    }

    Pending after(Duration delay, Runnable call);
}
