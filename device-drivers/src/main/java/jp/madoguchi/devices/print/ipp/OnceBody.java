package jp.madoguchi.devices.print.ipp;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request body that leaves this machine at most once, whatever the HTTP client thinks of a broken connection, and that knows
 * whether it has begun to. Arrays are sent as they are, not copied on this heap.
 */
final class OnceBody implements BodyPublisher {
    private static final long UNKNOWN_LENGTH = -1;

    private final BodyPublisher bytes;
    private final long length;
    private final AtomicBoolean begun = new AtomicBoolean();

    private OnceBody(BodyPublisher bytes, long length) {
        this.bytes = bytes;
        this.length = length;
    }

    static OnceBody of(byte[] request, byte[] document) {
        return new OnceBody(
                BodyPublishers.ofByteArrays(List.of(request, document)), (long) request.length + document.length);
    }

    /** Sent in chunks (RFC 8010 section 4: every IPP printer takes them), as the stream yields it. */
    static OnceBody of(byte[] request, InputStream document) {
        return new OnceBody(
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(request), BodyPublishers.ofInputStream(() -> document)),
                UNKNOWN_LENGTH);
    }

    /** False: the client never asked for a byte, which it does only on an open connection, so not one has left. */
    boolean begun() {
        return begun.get();
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (begun.compareAndSet(false, true)) {
            bytes.subscribe(subscriber);
        } else {
            subscriber.onSubscribe(Nothing.TO_GIVE);
            subscriber.onError(new IOException("a document is never sent twice"));
        }
    }

    private enum Nothing implements Flow.Subscription {
        TO_GIVE;

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
