package jp.madoguchi.devices.print.ipp;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads an answer into memory and gives up at {@link #MOST} bytes: a broken printer must not fill the kiosk's heap. */
final class LimitedBody implements BodySubscriber<byte[]> {
    /** A full Get-Printer-Attributes answer is some 30 kB. */
    static final int MOST = 1 << 20;

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private Flow.@Nullable Subscription source;
    private long seen;

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        seen += item.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen <= MOST) {
            bytes.onNext(item);
        } else if (source != null) {
            source.cancel();
            bytes.onError(new IOException("answer longer than " + MOST + " bytes"));
            source = null;
        }
    }

    @Override
    public void onError(Throwable throwable) {
        bytes.onError(throwable);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
