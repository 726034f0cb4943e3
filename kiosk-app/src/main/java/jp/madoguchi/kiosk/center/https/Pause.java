package jp.madoguchi.kiosk.center.https;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Waiting between two questions; a test waits no time at all. */
@FunctionalInterface
interface Pause {
    void await(Duration time) throws InterruptedException;

    /** Really waits, and can be interrupted. */
    static void really(Duration time) throws InterruptedException {
        Executor later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            CompletableFuture.runAsync(() -> {}, later).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing can fail in it", e);
        }
    }
}
