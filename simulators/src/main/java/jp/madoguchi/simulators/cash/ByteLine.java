package jp.madoguchi.simulators.cash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One direction of a serial line: bytes in order, until it is cut. Any thread. */
final class ByteLine {
    /** What {@link #take} answers instead of a byte. */
    static final int NOTHING = -1;

    static final int CUT = -2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Byte> bytes = new ArrayDeque<>();
    private boolean cut;

    /** Sends {@code sent} in one piece; answers false when the line is cut. */
    boolean put(byte[] sent) {
        lock.lock();
        try {
            if (cut) {
                return false;
            }
            for (byte each : sent) {
                bytes.add(each);
            }
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next byte, 0 to 255; {@link #NOTHING} when none comes in time; {@link #CUT} when none will come. */
    int take(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (bytes.isEmpty()) {
                if (cut) {
                    return CUT;
                }
                if (left <= 0) {
                    return NOTHING;
                }
                left = changed.awaitNanos(left);
            }
            return bytes.remove() & 0xFF;
        } finally {
            lock.unlock();
        }
    }

    int available() {
        lock.lock();
        try {
            return bytes.size();
        } finally {
            lock.unlock();
        }
    }

    /** Cuts the line: bytes under way are lost. */
    void cut() {
        lock.lock();
        try {
            cut = true;
            bytes.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
