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
    private static final boolean ASKED = true;
    private static final boolean SURE = true;

    private static final SSLException REFUSED =
            new SSLHandshakeException("PKIX path validation failed", new CertificateException("somebody else"));
    private static final SSLException ALERT = new SSLHandshakeException("Received fatal alert: certificate_required");
    private static final SSLException HUNG_UP = new SSLHandshakeException("terminated", new EOFException());
    private static final SSLException BROKEN = new SSLException("bad record");

    private static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("content", !ASKED, REFUSED, SURE),
                Arguments.of("content", !ASKED, ALERT, SURE),
                Arguments.of("content", !ASKED, HUNG_UP, SURE),
                Arguments.of("content", !ASKED, BROKEN, SURE),
                Arguments.of("content", ASKED, REFUSED, SURE),
                Arguments.of("content", ASKED, ALERT, !SURE),
                Arguments.of("content", ASKED, HUNG_UP, !SURE),
                Arguments.of("content", ASKED, BROKEN, !SURE),
                Arguments.of("", !ASKED, REFUSED, SURE),
                Arguments.of("", !ASKED, HUNG_UP, SURE),
                Arguments.of("", !ASKED, BROKEN, !SURE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void request_whoseLineFailed_wasSurelyNotSent(String content, boolean asked, SSLException failure, boolean sure) {
        WatchedRequest request = WatchedRequest.of(HttpRequest.newBuilder(URI.create("https://localhost"))
                .POST(content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content))
                .build());
        if (asked) {
            ask(request.request());
        }

        assertEquals(sure, request.endedBeforeAnythingWasSent(failure));
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
