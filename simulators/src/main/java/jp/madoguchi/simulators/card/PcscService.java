package jp.madoguchi.simulators.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The part of pcscd that the provider talks to: readers by name, and waiting for a change. */
final class PcscService {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, ReaderSlot> readers = new LinkedHashMap<>();
    private boolean running = true;

    /** What one call asks under the service's lock. */
    @FunctionalInterface
    interface Question<T> {
        T answer() throws PcscError;
    }

    <T> T ask(Question<T> question) throws PcscError {
        lock.lock();
        try {
            if (!running) {
                throw new PcscError("SCARD_E_NO_SERVICE");
            }
            return question.answer();
        } finally {
            lock.unlock();
        }
    }

    /** Changes the world and wakes everybody who waits for that. */
    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void run(boolean on) {
        change(() -> running = on);
    }

    void add(String name) {
        change(() -> readers.putIfAbsent(name, new ReaderSlot()));
    }

    void remove(String name) {
        change(() -> {
            ReaderSlot slot = readers.remove(name);
            if (slot != null) {
                slot.take();
            }
        });
    }

    /** For the one who holds the cards, who may only name readers that there are. */
    ReaderSlot slot(String name) {
        lock.lock();
        try {
            return Optional.ofNullable(readers.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("no simulated reader " + name));
        } finally {
            lock.unlock();
        }
    }

    /** Within {@link #ask}. */
    ReaderSlot known(String name) throws PcscError {
        ReaderSlot slot = readers.get(name);
        if (slot == null) {
            throw new PcscError("SCARD_E_UNKNOWN_READER");
        }
        return slot;
    }

    /** The readers' names; none is an error, as it is in PC/SC. */
    List<String> names() throws PcscError {
        return ask(() -> {
            if (readers.isEmpty()) {
                throw new PcscError("SCARD_E_NO_READERS_AVAILABLE");
            }
            return List.copyOf(readers.keySet());
        });
    }

    boolean present(String name) throws PcscError {
        return ask(() -> known(name).present());
    }

    /** Waits until the question has an answer; 0 ms waits for ever. Empty: the time is over. */
    <T> Optional<T> await(Question<Optional<T>> question, long milliseconds) throws PcscError, InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (true) {
                Optional<T> answer = ask(question);
                if (answer.isPresent()) {
                    return answer;
                }
                if (milliseconds == 0) {
                    changed.await();
                } else if (nanos <= 0) {
                    return Optional.empty();
                } else {
                    nanos = changed.awaitNanos(nanos);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
