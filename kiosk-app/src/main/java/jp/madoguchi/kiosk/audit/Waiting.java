package jp.madoguchi.kiosk.audit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What was told and waits for the disk: so much and no more. Any thread. */
final class Waiting {
    private final int most;
    private final Deque<Told> entries = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long lost;
    private boolean closed;

    Waiting(int most) {
        this.most = most;
    }

    /** Never waits; what does not fit is counted. */
    void add(Told told) {
        lock.lock();
        try {
            if (entries.size() < most) {
                entries.add(told);
                changed.signal();
            } else {
                lost++;
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on nobody waits for entries any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What comes next.
     *
     * @param lost how many did not fit after the entries
     * @param last whether nothing comes after it
     */
    record Next(List<Told> entries, long lost, boolean last) {}

    /** Waits until there is something, or nothing will be. */
    Next take(int atMost) throws InterruptedException {
        lock.lock();
        try {
            while (entries.isEmpty() && lost == 0 && !closed) {
                changed.await();
            }
            List<Told> taken = new ArrayList<>();
            while (!entries.isEmpty() && taken.size() < atMost) {
                taken.add(entries.remove());
            }
            long missing = entries.isEmpty() ? lost : 0;
            lost -= missing;
            return new Next(taken, missing, closed && entries.isEmpty());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits so long, or until it is closed.
     *
     * @return whether it is
     */
    boolean pause(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
