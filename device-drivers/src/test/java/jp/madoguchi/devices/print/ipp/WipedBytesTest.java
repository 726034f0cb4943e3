package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

final class WipedBytesTest {
    /** What a dump of the memory would show. */
    private static final class Peeked extends WipedBytes {
        private static final long serialVersionUID = 1L;

        byte[] held() {
            return buf;
        }
    }

    private final Peeked bytes = new Peeked();

    @Test
    void write_moreThanItHolds_wipesTheArrayThatWasTooSmall() {
        byte[] small = bytes.held();
        bytes.write(1);
        bytes.write(new byte[10_000], 0, 10_000);
        assertArrayEquals(new byte[small.length], small);
    }

    @Test
    void taken_all_areNotHereAnyMore() {
        bytes.write(1);
        bytes.write(new byte[] {2, 3}, 0, 2);
        assertArrayEquals(new byte[] {1, 2, 3}, bytes.taken());
        assertArrayEquals(new byte[bytes.held().length], bytes.held());
        assertArrayEquals(new byte[0], bytes.taken());
    }
}
