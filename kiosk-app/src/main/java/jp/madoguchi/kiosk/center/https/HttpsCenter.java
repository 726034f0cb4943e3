package jp.madoguchi.kiosk.center.https;

import com.google.errorprone.annotations.CheckReturnValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.center.OpenedVisit;
import jp.madoguchi.kiosk.center.RegistrationApplication;
import jp.madoguchi.kiosk.center.SealedDocument;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * The issuance center over HTTPS. The connection stays open between calls; {@link #status()} at short intervals keeps it warm, so
 * that a resident does not wait for a handshake.
 */
@CheckReturnValue
public final class HttpsCenter implements IssuanceCenter {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    /** How long it may take until it is seen that nobody waits any more. */
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    private static final long LONGEST_RETRY_AFTER = 30; // seconds, by the protocol

    private final URI base;
    private final Limits limits;
    private final Exchange exchange;
    private final Pause pause;
    private final LongSupplier nanoTime;
    private final X509Certificate kioskCertificate;

    /**
     * @param url of the server, {@code https://host:port}; the version of the protocol is added here
     * @param identity the kiosk's one key and certificate
     * @param password of the key; the caller wipes it once the center is made
     * @param tlsTrust the only anchors believed for the server's certificate
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; the caller's own array, so that the caller can wipe it
    public record Settings(URI url, KeyStore identity, char[] password, Set<X509Certificate> tlsTrust, Limits limits) {
        /** Throws when {@code url} is not https. */
        public Settings {
            if (!"https".equals(url.getScheme()) || url.getHost() == null) {
                throw new IllegalArgumentException("the center's URL is https://host:port");
            }
            tlsTrust = Set.copyOf(tlsTrust);
        }

        @Override
        public String toString() {
            return "Settings[url=" + url + "]";
        }
    }

    /**
     * How long and how much the kiosk is willing to take.
     *
     * @param connect until there is a connection
     * @param answer until a whole answer is there
     * @param making until a document is there that is announced as being made, all questions and pauses together
     * @param body the largest answer, in bytes
     */
    public record Limits(Duration connect, Duration answer, Duration making, int body) {
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60), 16 << 20);
    }

    /**
     * @throws GeneralSecurityException when the identity does not hold exactly one key, its password does not fit, or there is no
     *     TLS anchor
     */
    public static HttpsCenter of(Settings settings) throws GeneralSecurityException {
        return new HttpsCenter(settings, Pause::really, System::nanoTime);
    }

    HttpsCenter(Settings settings, Pause pause, LongSupplier nanoTime) throws GeneralSecurityException {
        ClientTls tls = ClientTls.of(settings.identity(), settings.password(), settings.tlsTrust());
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls.context())
                .sslParameters(ClientTls.parameters())
                .connectTimeout(settings.limits().connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.base = URI.create(settings.url().toString().replaceFirst("/+$", "") + "/v1/");
        this.limits = settings.limits();
        this.exchange = new Exchange(client, tls.trust()::everGiven, limits.body());
        this.pause = pause;
        this.nanoTime = nanoTime;
        this.kioskCertificate = tls.certificate();
    }

    /** The certificate that the kiosk shows in TLS; its SHA-256 is a field of the authentication text. */
    public X509Certificate kioskCertificate() {
        return kioskCertificate;
    }

    @Override
    public CenterAnswer<CenterStatus> status() {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("status")).GET().build();
        return ask(request, 200, Messages::status);
    }

    @Override
    public CenterAnswer<RevocationStatus> certificateStatus(StatusQuestion certificate) {
        HttpRequest request = json(base.resolve("certificate-status"))
                .POST(BodyPublishers.ofByteArray(Messages.question(certificate)))
                .build();
        return ask(request, 200, Messages::certificateStatus);
    }

    @Override
    public CenterAnswer<Registration> register(VisitId visit, RegistrationApplication application) {
        HttpRequest request = put(
                of(visit, "/registrations/" + application.request().hex()),
                BodyPublishers.ofByteArray(Messages.application(application)));
        return ask(request, 200, body -> Messages.registration(body, application));
    }

    @Override
    public CenterAnswer<List<Registration>> registrations(VisitId visit) {
        HttpRequest request =
                HttpRequest.newBuilder(of(visit, "/registrations")).GET().build();
        return ask(request, 200, Messages::registrations);
    }

    @Override
    public CenterAnswer<OpenedVisit> open(VisitId visit) {
        return ask(put(of(visit, ""), BodyPublishers.noBody()), 200, Messages::opened);
    }

    @Override
    public CenterAnswer<Catalogue> authenticate(VisitId visit, Authentication authentication) {
        HttpRequest request = json(of(visit, "/authentication"))
                .POST(BodyPublishers.ofByteArray(Messages.authentication(authentication)))
                .build();
        return ask(request, 200, CatalogueMessages::catalogue);
    }

    @Override
    public CenterAnswer<SealedDocument> requestDocument(VisitId visit, DocumentOrder order, BooleanSupplier wanted) {
        URI uri = of(visit, "/documents/" + order.request().hex());
        HttpRequest request = put(uri, BodyPublishers.ofByteArray(Messages.order(order)));
        return answer(() -> read(whenMade(request, wanted), 200, Messages::document));
    }

    @Override
    public CenterAnswer<VisitReport.Receipt> report(VisitId visit, VisitReport report) {
        return record(put(of(visit, "/outcome"), BodyPublishers.ofByteArray(Messages.report(report))));
    }

    @Override
    public CenterAnswer<VisitReport.Receipt> checkpoint(long sequence, byte[] signed) {
        return record(put(
                base.resolve("audit-checkpoints/" + sequence),
                BodyPublishers.ofByteArray(Messages.checkpoint(signed))));
    }

    private CenterAnswer<VisitReport.Receipt> record(HttpRequest request) {
        return answer(() -> {
            HttpResponse<byte[]> response = exchange.send(request, soon());
            return response.statusCode() == 204
                    ? new CenterAnswer.Given<>(VisitReport.Receipt.RECORDED)
                    : refusal(response);
        });
    }

    private URI of(VisitId visit, String rest) {
        return base.resolve("visits/" + visit.hex() + rest);
    }

    private static HttpRequest.Builder json(URI uri) {
        return HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
    }

    private static HttpRequest put(URI uri, BodyPublisher body) {
        return json(uri).PUT(body).build();
    }

    /** The answer once it is no "being made" any more; the same request is repeated until then. */
    private HttpResponse<byte[]> whenMade(HttpRequest request, BooleanSupplier wanted) throws NoAnswer {
        Deadline made = Deadline.in(limits.making(), nanoTime);
        HttpResponse<byte[]> response = exchange.send(request, made.orIn(limits.answer()));
        while (response.statusCode() == 202) {
            Duration next = retryAfter(response);
            if (next.compareTo(made.left()) >= 0) {
                throw new NoAnswer(CenterTrouble.UNCERTAIN, "not made within " + limits.making());
            }
            await(made.orIn(next), wanted);
            response = askAgain(request, made.orIn(limits.answer()));
        }
        return response;
    }

    /** The center has the request already: it is never again that nothing was sent. */
    private HttpResponse<byte[]> askAgain(HttpRequest request, Deadline deadline) throws NoAnswer {
        try {
            return exchange.send(request, deadline);
        } catch (NoAnswer none) {
            throw none.trouble().nothingWasSent() ? new NoAnswer(CenterTrouble.UNCERTAIN, none.detail()) : none;
        }
    }

    private static Duration retryAfter(HttpResponse<byte[]> response) throws NoAnswer {
        try {
            OptionalLong seconds = response.headers().firstValueAsLong("Retry-After");
            if (seconds.isPresent() && seconds.getAsLong() >= 0 && seconds.getAsLong() <= LONGEST_RETRY_AFTER) {
                Duration asked = Duration.ofSeconds(seconds.getAsLong());
                return asked.isZero() ? SHORTEST_PAUSE : asked;
            }
        } catch (NumberFormatException e) {
            throw NoAnswer.garbled("Retry-After is no number of seconds");
        }
        throw NoAnswer.garbled("Retry-After is missing or out of bounds");
    }

    private void await(Deadline next, BooleanSupplier wanted) throws NoAnswer {
        try {
            while (!next.left().isZero() && wanted.getAsBoolean()) {
                pause.await(next.orIn(LOOK_UP).left());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(CenterTrouble.UNCERTAIN, "interrupted");
        }
        if (!wanted.getAsBoolean()) {
            throw new NoAnswer(CenterTrouble.UNCERTAIN, "nobody waits for it any more");
        }
    }

    private Deadline soon() {
        return Deadline.in(limits.answer(), nanoTime);
    }

    // ── from responses to answers ──

    private interface Reading<T> {
        T read(JsonMembers body) throws NoAnswer;
    }

    private interface Call<T> {
        CenterAnswer<T> make() throws NoAnswer;
    }

    private <T> CenterAnswer<T> ask(HttpRequest request, int expected, Reading<T> reading) {
        return answer(() -> read(exchange.send(request, soon()), expected, reading));
    }

    private static <T> CenterAnswer<T> answer(Call<T> call) {
        try {
            return call.make();
        } catch (NoAnswer none) {
            return new CenterAnswer.Failed<>(none.trouble(), none.detail());
        }
    }

    private static <T> CenterAnswer<T> read(HttpResponse<byte[]> response, int expected, Reading<T> reading)
            throws NoAnswer {
        return response.statusCode() == expected
                ? new CenterAnswer.Given<>(reading.read(JsonMembers.read(response.body())))
                : refusal(response);
    }

    /** A 5xx without a readable reason comes from something between kiosk and center, or from a center that broke in the act. */
    private static <T> CenterAnswer<T> refusal(HttpResponse<byte[]> response) throws NoAnswer {
        int status = response.statusCode();
        if (status < 400) {
            throw NoAnswer.garbled("status " + status);
        }
        try {
            return Messages.problem(JsonMembers.read(response.body()));
        } catch (NoAnswer unreadable) {
            CenterTrouble trouble = status >= 500 ? CenterTrouble.UNCERTAIN : CenterTrouble.GARBLED;
            throw new NoAnswer(trouble, "status " + status + " without a reason");
        }
    }
}
