package jp.madoguchi.kiosk.center.https;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;

/**
 * One attempt at a request, and whether it can have reached anybody. The HTTP client sends none before it has asked for its content,
 * and TLS none before the kiosk has trusted a server.
 */
final class WatchedRequest {
    private final HttpRequest request;
    private final Optional<Content> content;
    private final BooleanSupplier everTrusted;

    private WatchedRequest(HttpRequest request, Optional<Content> content, BooleanSupplier everTrusted) {
        this.request = request;
        this.content = content;
        this.everTrusted = everTrusted;
    }

    static WatchedRequest of(HttpRequest request, BooleanSupplier everTrusted) {
        Optional<Content> content = request.bodyPublisher()
                .filter(body -> body.contentLength() != 0)
                .map(Content::new);
        HttpRequest watched = content.map(body -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .method(request.method(), body)
                        .build())
                .orElse(request);
        return new WatchedRequest(watched, content, everTrusted);
    }

    HttpRequest request() {
        return request;
    }

    /**
     * Whether the center may have it. In doubt once too often rather than once too seldom: of a line it has just lost the HTTP client
     * can ask for content that it will not send.
     */
    boolean mayBeSent() {
        return everTrusted.getAsBoolean()
                && content.map(body -> body.asked.get()).orElse(true);
    }

    /**
     * Whether TLS failed before that. A certificate that the kiosk refuses always does. Of any other failure the kind does not say it:
     * in TLS 1.3 a server that does not like the kiosk's certificate says so when the request may be there already (RFC 8446 section
     * 4.4.2.4).
     */
    boolean endedBeforeAnythingWasSent(SSLException failure) {
        return !mayBeSent() || Causes.find(failure, CertificateException.class).isPresent();
    }

    private static final class Content implements BodyPublisher {
        private final BodyPublisher body;
        private final AtomicBoolean asked = new AtomicBoolean();

        Content(BodyPublisher body) {
            this.body = body;
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            asked.set(true);
            body.subscribe(subscriber);
        }
    }
}
