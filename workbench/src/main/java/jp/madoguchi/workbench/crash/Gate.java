package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Through it goes everything that one run of the program does to its ledger and to the world. Once it is shut nothing does, as
 * nothing does of a program that was killed. Any thread.
 */
public final class Gate implements LedgerWatch {
    private static final int SQLITE_FULL = 13;

    private final Mark mark;
    private final Killing killing;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final CountDownLatch shut = new CountDownLatch(1);
    private volatile boolean diskFull;
    private volatile boolean fills;

    /** What ends a run, done once and while nothing passes the gate. */
    public interface Killing {
        /** @param midst of a write, which is made and left on the disk in part; does nothing when the stop is between writes */
        void kill(LedgerWatch.Write midst) throws SQLException;
    }

    /** Something done to the world. */
    @FunctionalInterface
    interface Act<T> {
        T act() throws IOException;
    }

    public Gate(Mark mark, Killing killing) {
        this.mark = mark;
        this.killing = killing;
    }

    public Mark mark() {
        return mark;
    }

    /** Does something to the world, while the program lives. */
    <T> T pass(Act<T> act) throws IOException {
        lock.readLock().lock();
        try {
            refuse();
            return act.act();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Stops the program when this is the moment, and throws whenever it has stopped. */
    void stopAt(String step, int nth, Moment moment) throws IOException {
        if (mark.hits(step, nth, moment)) {
            struck();
        }
        refuse();
    }

    private void refuse() throws IOException {
        if (isShut()) {
            throw new IOException("the program was stopped");
        }
    }

    @Override
    public void commit(String fact, Write write) throws SQLException {
        int nth = mark.begins(fact);
        try {
            stopAt(fact, nth, Moment.BEFORE);
            if (mark.hits(fact, nth, Moment.MIDST)) {
                if (fills) {
                    diskFull = true;
                } else {
                    shut(write);
                }
            }
            writeNow(write);
            stopAt(fact, nth, Moment.AFTER);
        } catch (IOException stopped) {
            throw new SQLException(stopped);
        }
    }

    @Override
    public void writeNow(Write write) throws SQLException {
        lock.readLock().lock();
        try {
            if (isShut()) {
                throw new SQLException("the program was stopped");
            }
            if (diskFull) {
                throw new SQLException("[SQLITE_FULL] database or disk is full", "", SQLITE_FULL);
            }
            write.write();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What is to be hit does not stop the program but fills the disk. */
    void fillsInstead() {
        fills = true;
    }

    /** The step that was to be hit is there: stops the program, or fills the disk. */
    public void struck() {
        if (fills) {
            diskFull = true;
        } else {
            shut();
        }
    }

    boolean isDiskFull() {
        return diskFull;
    }

    /** Nothing can be written from now on. */
    void fill(boolean full) {
        diskFull = full;
    }

    /** Stops the program now, between two writes; nothing when it has stopped. */
    public void shut() {
        try {
            shut(() -> {});
        } catch (SQLException never) {
            throw new IllegalStateException(never);
        }
    }

    private void shut(Write midst) throws SQLException {
        lock.writeLock().lock();
        try {
            if (!isShut()) {
                killing.kill(midst);
                shut.countDown();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    public boolean isShut() {
        return shut.getCount() == 0;
    }

    /** Returns when the program has stopped, or the time is over; whether it has. */
    public boolean await(Duration atMost) throws InterruptedException {
        return shut.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
