package jp.madoguchi.simulators.watch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One lock, one condition and the listeners of a simulated device. Its state is touched only inside {@link #look},
 * {@link #change} and the conditions of {@link #await}.
 *
 * <p>Any thread may call; listeners run on the thread that made the change, after it let the lock go, so they may ask back.
 */
public final class Watched {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Calls {@code listener} after every change from now on. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Answers a question about the state; changes nothing. */
    public <T> T look(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Changes the state, wakes who waits and tells the listeners. Not to be nested. */
    @CanIgnoreReturnValue
    public <T> T change(Supplier<T> act) {
        T result;
        lock.lock();
        try {
            result = act.get();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
        return result;
    }

    public void change(Runnable act) {
        change(() -> {
            act.run();
            return true;
        });
    }

    /** Waits until {@code condition} holds. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code condition} holds or {@code longest} has passed; answers whether it holds. */
    @CanIgnoreReturnValue
    public boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
