package jp.madoguchi.simulators.cash;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The five newest events of an acceptor and their counter, as headers 229 and 159 report them: the counter is 0 after power-up and
 * goes from 255 to 1. Guarded by the simulator's lock.
 */
final class EventLog {
    private static final int HELD = 5;

    private record Entry(int a, int b) {}

    private final Deque<Entry> events = new ArrayDeque<>();
    private int counter;

    void report(int a, int b) {
        counter = counter == 255 ? 1 : counter + 1;
        events.addFirst(new Entry(a, b));
        if (events.size() > HELD) {
            events.removeLast();
        }
    }

    /** What nobody read is gone. */
    void powerUp() {
        events.clear();
        counter = 0;
    }

    /** {@code [counter][A][B]…}, newest event first. */
    Reply reply() {
        int[] bytes = new int[1 + 2 * HELD];
        bytes[0] = counter;
        int at = 1;
        for (Entry event : events) {
            bytes[at++] = event.a();
            bytes[at++] = event.b();
        }
        return Reply.of(bytes);
    }
}
