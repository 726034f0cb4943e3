package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

final class OnceBodyTest {
    private final OnceBody body = OnceBody.of(new byte[] {1, 2}, new byte[] {3, 4, 5});

    @Test
    void subscribe_secondTime_failsWithoutAByte() {
        Reader first = new Reader();
        Reader second = new Reader();
        assertFalse(body.begun());
        body.subscribe(first);
        assertTrue(body.begun());
        body.subscribe(second);
        assertEquals(List.of(2, 3), first.lengths);
        assertEquals(List.of(), first.failures);
        assertEquals(List.of(), second.lengths);
        assertEquals(List.of("a document is never sent twice"), second.failures);
        assertEquals(5, body.contentLength());
    }

    private static final class Reader implements Flow.Subscriber<ByteBuffer> {
        private final List<Integer> lengths = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer item) {
            lengths.add(item.remaining());
        }

        @Override
        public void onError(Throwable throwable) {
            failures.add(String.valueOf(throwable.getMessage()));
        }

        @Override
        public void onComplete() {}
    }
}
