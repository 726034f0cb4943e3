package jp.madoguchi.kiosk.center.https;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchedRequestTest {
    private static final boolean TRUSTED = true;
    private static final boolean ASKED = true;
    private static final boolean SURE = true;

    private static SSLException handshake(String message, Exception cause) {
        return (SSLException) new SSLHandshakeException(message).initCause(cause);
    }

    private static Stream<Arguments> failures() {
        SSLException refused = handshake("PKIX path validation failed", new CertificateException("somebody else"));
        SSLException alert = new SSLHandshakeException("Received fatal alert: certificate_required");
        SSLException hungUp = handshake("terminated", new EOFException());
        SSLException broken = new SSLException("bad record");
        return Stream.of(
                Arguments.of(TRUSTED, "content", !ASKED, refused, SURE),
                Arguments.of(TRUSTED, "content", !ASKED, alert, SURE),
                Arguments.of(TRUSTED, "content", !ASKED, hungUp, SURE),
                Arguments.of(TRUSTED, "content", !ASKED, broken, SURE),
                Arguments.of(TRUSTED, "content", ASKED, refused, SURE),
                Arguments.of(TRUSTED, "content", ASKED, alert, !SURE),
                Arguments.of(TRUSTED, "content", ASKED, hungUp, !SURE),
                Arguments.of(TRUSTED, "content", ASKED, broken, !SURE),
                Arguments.of(TRUSTED, "", !ASKED, refused, SURE),
                Arguments.of(TRUSTED, "", !ASKED, hungUp, !SURE),
                Arguments.of(TRUSTED, "", !ASKED, alert, !SURE),
                Arguments.of(TRUSTED, "", !ASKED, broken, !SURE),
                Arguments.of(!TRUSTED, "content", ASKED, alert, SURE),
                Arguments.of(!TRUSTED, "content", ASKED, hungUp, SURE),
                Arguments.of(!TRUSTED, "content", ASKED, broken, SURE),
                Arguments.of(!TRUSTED, "", !ASKED, broken, SURE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void request_whoseLineFailed_wasSurelyNotSent(
            boolean everTrusted, String content, boolean asked, SSLException failure, boolean sure) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost"))
                .POST(content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
        WatchedRequest watched = WatchedRequest.of(request.build(), () -> everTrusted);
        if (asked) {
            ask(watched.request());
        }

        assertEquals(sure, watched.endedBeforeAnythingWasSent(failure));
    }

    private static void ask(HttpRequest request) {
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(ByteBuffer item) {}

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
    }
}
