package jp.madoguchi.kiosk.center.https;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * One attempt at a request, and whether its content was asked for. The HTTP client can send none before it has asked, and a request
 * without its content is none that anybody could act on.
 */
final class WatchedRequest {
    private final HttpRequest request;
    private final Optional<Content> content;

    private WatchedRequest(HttpRequest request, Optional<Content> content) {
        this.request = request;
        this.content = content;
    }

    static WatchedRequest of(HttpRequest request) {
        Optional<Content> content = request.bodyPublisher()
                .filter(body -> body.contentLength() != 0)
                .map(Content::new);
        HttpRequest watched = content.map(body -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .method(request.method(), body)
                        .build())
                .orElse(request);
        return new WatchedRequest(watched, content);
    }

    HttpRequest request() {
        return request;
    }

    /** Whether the center may have it. */
    boolean mayBeSent() {
        return content.map(body -> body.asked.get()).orElse(true);
    }

    /**
     * Whether TLS failed before that. A certificate that the kiosk refuses always does: nothing is sent to who is not trusted. Of
     * any other failure the kind does not say it: in TLS 1.3 a server that does not like the kiosk's certificate says so when the
     * request may be there already (RFC 8446 section 4.4.2.4). And who hangs up in the handshake may look as if something had been
     * sent, for the HTTP client can ask for the content of a line it has just lost: rather in doubt once too often. Where there is
     * no content the kind must do.
     */
    boolean endedBeforeAnythingWasSent(SSLException failure) {
        return Causes.find(failure, CertificateException.class).isPresent()
                || content.map(body -> !mayBeSent()).orElse(failure instanceof SSLHandshakeException);
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
