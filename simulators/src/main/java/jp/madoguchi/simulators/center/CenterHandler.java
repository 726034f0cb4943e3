package jp.madoguchi.simulators.center;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP into calls of the {@link Center} and its answers into HTTP, through the faults. */
final class CenterHandler implements HttpHandler {
    private static final Logger log = LoggerFactory.getLogger(CenterHandler.class);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Center center;
    private final CenterFaults faults;
    private final KeyRotation rotation;
    private final CountDownLatch closing;

    /**
     * @param closing reaches zero when the simulator closes, which ends every delay
     */
    CenterHandler(Center center, CenterFaults faults, KeyRotation rotation, CountDownLatch closing) {
        this.center = center;
        this.faults = faults;
        this.rotation = rotation;
        this.closing = closing;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            Optional<Operation> operation = Operation.at(path);
            CenterFaults.Guard guard = faults.guard();
            if (operation.isPresent() && !guard.comes(operation.get())) {
                return;
            }
            Answer answer = operation.isPresent()
                    ? answer(operation.get(), exchange, path, body)
                    : new Answer.Refused(404, Reason.MALFORMED);
            if (!faults.delay().isZero()) {
                boolean closed = closing.await(faults.delay().toMillis(), TimeUnit.MILLISECONDS);
                log.debug(closed ? "closing ends a delay" : "delayed by {}", faults.delay());
            }
            if (operation.isEmpty() || guard.goes(operation.get())) {
                send(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Operation operation, HttpExchange exchange, String path, byte[] body) throws IOException {
        Optional<Reason> refusal = faults.refusal(operation);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        Optional<Answer> malformed = malformed(operation, exchange, body);
        if (malformed.isPresent()) {
            return malformed.get();
        }
        try {
            if (operation == Operation.STATUS) {
                return altered(operation, center.status());
            }
            Kiosk peer = peer((HttpsExchange) exchange);
            if (operation == Operation.CERTIFICATE_STATUS) {
                return served(peer, operation, () -> certificateStatus(body));
            }
            if (operation == Operation.KEEP_CHECKPOINT) {
                return served(peer, operation, () -> keepCheckpoint(peer, operation.id(path, 1), body));
            }
            String visit = operation.id(path, 1);
            if (!Ids.isId(visit)) {
                return new Answer.Refused(Reason.MALFORMED);
            }
            Optional<Answer> closed = operation == Operation.REPORT_OUTCOME ? Optional.empty() : center.closed();
            if (closed.isPresent()) {
                return closed.get();
            }
            return served(peer, operation, () -> call(operation, peer, visit, path, body));
        } catch (IOException | RuntimeException e) {
            log.error("{} failed", operation, e);
            return new Answer.Refused(Reason.UNAVAILABLE);
        }
    }

    @FunctionalInterface
    private interface Call {
        Answer make() throws IOException;
    }

    /** To a kiosk whose certificate is retired nobody answers anything but that. */
    private Answer served(Kiosk peer, Operation operation, Call call) throws IOException {
        return rotation.isRetired(peer) ? new Answer.Refused(403, Reason.WRONG_KIOSK) : altered(operation, call.make());
    }

    private Answer call(Operation operation, Kiosk peer, String visit, String path, byte[] body) throws IOException {
        return switch (operation) {
            case STATUS, CERTIFICATE_STATUS, KEEP_CHECKPOINT ->
                throw new IllegalArgumentException(operation + " has no visit");
            case OPEN_VISIT -> center.openVisit(peer, visit);
            case AUTHENTICATE -> authenticate(peer, visit, body);
            case CATALOGUE -> center.catalogue(peer, visit);
            case REQUEST_DOCUMENT -> requestDocument(peer, visit, operation.id(path, 2), body);
            case FILE_REGISTRATION -> fileRegistration(peer, visit, operation.id(path, 2), body);
            case REGISTRATIONS -> center.registrations(peer, visit);
            case REPORT_OUTCOME -> reportOutcome(peer, visit, body);
        };
    }

    private Answer authenticate(Kiosk peer, String visit, byte[] body) throws IOException {
        Proof proof;
        try {
            proof = Proof.read(body);
        } catch (Malformed e) {
            return malformed(Operation.AUTHENTICATE, e);
        }
        return center.authenticate(peer, visit, proof);
    }

    private Answer requestDocument(Kiosk peer, String visit, String request, byte[] body) throws IOException {
        DocumentRequest asked;
        try {
            asked = DocumentRequest.read(body);
        } catch (Malformed e) {
            return malformed(Operation.REQUEST_DOCUMENT, e);
        }
        if (!Ids.isId(request)) {
            return new Answer.Refused(Reason.MALFORMED);
        }
        if (faults.isNotReady()) {
            return new Answer.Later(RETRY_AFTER_SECONDS);
        }
        Answer honest = center.requestDocument(peer, visit, request, asked);
        return faults.replayed().flatMap(center::answerTo).orElse(honest);
    }

    private Answer certificateStatus(byte[] body) throws IOException {
        CertificateQuestion question;
        try {
            question = CertificateQuestion.read(body);
        } catch (Malformed e) {
            return malformed(Operation.CERTIFICATE_STATUS, e);
        }
        return center.certificateStatus(question);
    }

    private Answer fileRegistration(Kiosk peer, String visit, String request, byte[] body) throws IOException {
        Registrations.Application application;
        try {
            application = Registrations.Application.read(body);
        } catch (Malformed e) {
            return malformed(Operation.FILE_REGISTRATION, e);
        }
        return Ids.isId(request)
                ? center.fileRegistration(peer, visit, request, application)
                : new Answer.Refused(Reason.MALFORMED);
    }

    private Answer reportOutcome(Kiosk peer, String visit, byte[] body) {
        try {
            return center.reportOutcome(OutcomeRecord.read(peer.id(), visit, body));
        } catch (Malformed e) {
            return malformed(Operation.REPORT_OUTCOME, e);
        }
    }

    private Answer keepCheckpoint(Kiosk peer, String sequence, byte[] body) throws IOException {
        try {
            byte[] signed = JsonObject.read(body).only("checkpoint").base64("checkpoint");
            return sequence.matches("[1-9][0-9]{0,17}")
                    ? center.keepCheckpoint(peer, Long.parseLong(sequence), signed)
                    : new Answer.Refused(Reason.MALFORMED);
        } catch (Malformed e) {
            return malformed(Operation.KEEP_CHECKPOINT, e);
        }
    }

    private static Answer malformed(Operation operation, Malformed why) {
        log.info("{} refused: {}", operation, why.getMessage());
        return new Answer.Refused(Reason.MALFORMED);
    }

    private static Optional<Answer> malformed(Operation operation, HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestMethod().equals(operation.method())) {
            exchange.getResponseHeaders().set("Allow", operation.method());
            return Optional.of(new Answer.Refused(405, Reason.MALFORMED));
        }
        if (exchange.getRequestURI().getRawQuery() != null || (!operation.hasBody() && body.length > 0)) {
            return Optional.of(new Answer.Refused(Reason.MALFORMED));
        }
        if (body.length > LONGEST_BODY) {
            return Optional.of(new Answer.Refused(413, Reason.MALFORMED));
        }
        if (operation.hasBody() && !isJson(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return Optional.of(new Answer.Refused(415, Reason.MALFORMED));
        }
        return Optional.empty();
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).matches("application/json(\\s*;\\s*charset=\"?utf-8\"?)?");
    }

    private static Kiosk peer(HttpsExchange exchange) throws SSLPeerUnverifiedException, Malformed {
        X509Certificate certificate = (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
        try {
            return new Kiosk(
                    CenterPki.commonName(certificate.getSubjectX500Principal()), Hash.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new Malformed("the kiosk's certificate cannot be encoded");
        }
    }

    private Answer altered(Operation operation, Answer answer) {
        return answer instanceof Answer.Given given
                ? new Answer.Given(faults.altered(operation, given.body()))
                : answer;
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer instanceof Answer.Given given) {
            send(exchange, 200, "application/json", JsonObject.write(given.body()));
        } else if (answer instanceof Answer.Refused refused) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "urn:madoguchi:problem");
            problem.put("status", refused.status());
            problem.put("reason", refused.reason().wireName());
            problem.putAll(refused.details());
            send(exchange, refused.status(), "application/problem+json", JsonObject.write(problem));
        } else if (answer instanceof Answer.Later later) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(later.seconds()));
            exchange.sendResponseHeaders(202, -1);
        } else {
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, faults.truncating() ? body.length / 2 : body.length);
    }
}
