package jp.madoguchi.devices.card.pcsc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The passing of time between two looks at the reader. */
public interface Pace {
    /** Nanoseconds of a clock that never jumps; only differences mean something. */
    long nanoTime();

    /** Returns after {@code pause}, on the calling thread. */
    void pause(Duration pause) throws InterruptedException;

    /** The time of this machine. */
    static Pace real() {
        return new Pace() {
            private final CountDownLatch never = new CountDownLatch(1);

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration pause) throws InterruptedException {
                boolean released = never.await(pause.toNanos(), TimeUnit.NANOSECONDS);
                if (released) {
                    throw new IllegalStateException("nobody releases this latch");
                }
            }
        };
    }
}
