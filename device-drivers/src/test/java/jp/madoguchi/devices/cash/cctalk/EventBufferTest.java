package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventBufferTest {
    /** The newest event's channel is 11, the one before it 12, and so on to 15. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, 17, 0, false, ''",
                "none, 0, 0, false, ''",
                "17, 17, 0, false, ''",
                "17, 18, 0, false, 18=11",
                "17, 19, 0, false, 18=12 19=11",
                "17, 22, 0, false, 18=15 19=14 20=13 21=12 22=11",
                "17, 23, 1, false, 19=15 20=14 21=13 22=12 23=11",
                "17, 24, 2, false, 20=15 21=14 22=13 23=12 24=11",
                "255, 1, 0, false, 1=11",
                "254, 2, 0, false, 255=13 1=12 2=11",
                "253, 3, 0, false, 254=15 255=14 1=13 2=12 3=11",
                "252, 3, 1, false, 254=15 255=14 1=13 2=12 3=11",
                "17, 16, 249, false, 12=15 13=14 14=13 15=12 16=11",
                "17, 0, 0, true, ''",
                "0, 0, 0, false, ''",
                "0, 2, 0, false, 1=12 2=11",
                "0, 255, 250, false, 251=15 252=14 253=13 254=12 255=11",
            })
    void since_counter_tellsWhatIsNewOldestFirst(Integer last, int counter, int lost, boolean reset, String expected) {
        byte[] data = new byte[EventBuffer.LENGTH];
        data[0] = (byte) counter;
        for (int i = 0; i < 5; i++) {
            data[1 + 2 * i] = (byte) (11 + i);
        }
        List<EventBuffer.Event> events = Arrays.stream(expected.split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new EventBuffer.Event(Integer.parseInt(pair[0]), Integer.parseInt(pair[1]), 0))
                .toList();
        assertEquals(
                new EventBuffer(counter, lost, reset, events),
                EventBuffer.since(last == null ? OptionalInt.empty() : OptionalInt.of(last), new Reply.Given(data)));
    }
}
