package jp.madoguchi.devices.cash.cctalk;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An acceptor's five newest events, as headers 229 and 159 give them: the event counter, then five pairs, newest first. The counter is
 * 0 after power-up and goes from 255 to 1.
 *
 * <table>
 * <caption>What is new</caption>
 * <tr><th>last</th><th>counter</th><th>events</th><th>meaning</th></tr>
 * <tr><td>none</td><td>17</td><td>none</td><td>where counting begins</td></tr>
 * <tr><td>17</td><td>19</td><td>18, 19</td><td></td></tr>
 * <tr><td>254</td><td>2</td><td>255, 1, 2</td><td>wrapped</td></tr>
 * <tr><td>17</td><td>24</td><td>20 to 24</td><td>18 and 19 are lost</td></tr>
 * <tr><td>17</td><td>0</td><td>none</td><td>it lost power; what happened just before is lost</td></tr>
 * <tr><td>0</td><td>2</td><td>1, 2</td><td>the first since power-up</td></tr>
 * </table>
 *
 * @param counter the counter now
 * @param lost how many events can no longer be read
 * @param reset the acceptor lost power since the last reading
 * @param events the new ones, oldest first
 */
record EventBuffer(int counter, int lost, boolean reset, List<Event> events) {
    /** Bytes of the answer. */
    static final int LENGTH = 11;

    private static final int HELD = 5;
    private static final int CYCLE = 255;

    /**
     * One event: {@code a} is the coin's channel or the type of the note and {@code b} more of it; or {@code a} is 0 and {@code b}
     * says what happened.
     *
     * @param counter the acceptor's counter when it happened
     */
    record Event(int counter, int a, int b) {}

    EventBuffer {
        events = List.copyOf(events);
    }

    /** What {@code reply} holds that is newer than the counter {@code last}. */
    static EventBuffer since(OptionalInt last, Reply.Given reply) {
        int counter = reply.at(0);
        if (last.isEmpty()) {
            return new EventBuffer(counter, 0, false, List.of());
        }
        int known = last.getAsInt();
        if (counter == 0) {
            return new EventBuffer(counter, 0, known != 0, List.of());
        }
        int fresh = known == 0 ? counter : Math.floorMod(counter - known, CYCLE);
        List<Event> events = new ArrayList<>();
        for (int back = Math.min(fresh, HELD) - 1; back >= 0; back--) {
            int at = Math.floorMod(counter - 1 - back, CYCLE) + 1;
            events.add(new Event(at, reply.at(1 + 2 * back), reply.at(2 + 2 * back)));
        }
        return new EventBuffer(counter, Math.max(0, fresh - HELD), false, events);
    }
}
