package jp.madoguchi.workbench.real;

/**
 * Somebody was waited for.
 *
 * @param from {@link System#nanoTime} when the question, or the part of the answer before this one, had passed
 * @param to when the answer came
 * @param asked bytes of the question; 0 when this answer goes on with the one before it
 */
record Wait(long from, long to, int asked) {
    long nanos() {
        return to - from;
    }

    /** The part of it within two instants. */
    Wait within(long begin, long end) {
        return new Wait(Math.max(from, begin), Math.min(to, end), asked);
    }
}
