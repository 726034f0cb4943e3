package jp.madoguchi.devices.print.ipp;

import com.google.errorprone.annotations.CheckReturnValue;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import jp.madoguchi.devices.print.PrinterTrouble;

/** IPP requests and answers over HTTP/1.1 (RFC 8010 section 4). One thread at a time. */
@CheckReturnValue
final class IppWire {
    /** RFC 8010 section 3.1.2: below 0x0100 the request was carried out. */
    private static final int FIRST_REFUSAL = 0x0100;

    private static final int FIRST_SERVER_ERROR = 0x0500;

    private static final int IPP_PORT = 631;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final URI http;
    private final HttpClient client;
    private int requestId;

    /** What came back. */
    sealed interface Answer {
        /** What is the matter, in the port's words, when it is not {@link Done}. */
        PrinterTrouble trouble();

        /** For the log. */
        String said();

        /** Whether asking the same again may bring another answer. */
        boolean passing();

        /** The printer did it. */
        record Done(IppPacket packet) implements Answer {
            @Override
            public PrinterTrouble trouble() {
                return PrinterTrouble.OTHER;
            }

            @Override
            public String said() {
                return "done";
            }

            @Override
            public boolean passing() {
                return false;
            }
        }

        /** The printer answered that it will not. */
        record Refused(Status status, String message) implements Answer {
            @Override
            public PrinterTrouble trouble() {
                if (Status.serverErrorBusy.equals(status)) {
                    return PrinterTrouble.BUSY;
                }
                if (Status.serverErrorNotAcceptingJobs.equals(status)
                        || Status.serverErrorPrinterIsDeactivated.equals(status)) {
                    return PrinterTrouble.OFFLINE;
                }
                boolean cannot = Status.clientErrorAttributesOrValuesNotSupported.equals(status)
                        || Status.clientErrorDocumentFormatNotSupported.equals(status)
                        || Status.clientErrorConflictingAttributes.equals(status);
                return cannot ? PrinterTrouble.UNSUITABLE : PrinterTrouble.OTHER;
            }

            @Override
            public String said() {
                return status.getName() + " " + message;
            }

            /** RFC 8011 appendix B.1.5: the printer's own trouble, not the request's. */
            @Override
            public boolean passing() {
                return status.getCode() >= FIRST_SERVER_ERROR;
            }
        }

        /** No IPP answer, so nobody knows what the printer did. */
        record Silent(Silence why, String detail) implements Answer {
            @Override
            public PrinterTrouble trouble() {
                return switch (why) {
                    case STRANGER -> PrinterTrouble.WRONG_CERTIFICATE;
                    case ELSEWHERE -> PrinterTrouble.NOT_A_PRINTER;
                    case NO_CONNECTION, BROKEN, LATE, GARBLED -> PrinterTrouble.UNREACHABLE;
                };
            }

            @Override
            public String said() {
                return detail;
            }

            @Override
            public boolean passing() {
                return true;
            }
        }
    }

    /** Why there is no answer. */
    enum Silence {
        NO_CONNECTION,
        /** Who answers has another certificate than the pinned one; nothing was sent. */
        STRANGER,
        /** The connection ended. */
        BROKEN,
        LATE,
        /** An HTTP server that has no printer under this path: it refuses with a 4xx of HTTP, before any IPP. */
        ELSEWHERE,
        /** Something came that is no IPP answer to this request. */
        GARBLED
    }

    IppWire(URI printer, Optional<X509Certificate> pin) {
        boolean secure = printer.getScheme().equals("ipps");
        int port = printer.getPort() < 0 ? IPP_PORT : printer.getPort();
        http = URI.create((secure ? "https://" : "http://") + printer.getHost() + ":" + port + printer.getRawPath());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT);
        pin.ifPresent(certificate -> builder.sslContext(trusting(certificate)));
        client = builder.build();
    }

    /**
     * Asks something that may be asked again without harm. A connection that sat idle may have been closed by the printer,
     * which shows only when it is used: asked once more then.
     */
    Answer ask(IppPacket.Builder request, Duration atMost) {
        Answer first = askOnce(request, atMost);
        return first instanceof Answer.Silent silent && silent.why() == Silence.BROKEN
                ? askOnce(request, atMost)
                : first;
    }

    /** Asks once, whatever becomes of it. */
    Answer askOnce(IppPacket.Builder request, Duration atMost) {
        IppPacket packet = numbered(request);
        return exchange(packet, BodyPublishers.ofByteArray(encoded(packet)), atMost);
    }

    /** A request with a document behind it, to be given to {@link #send}. */
    OnceBody body(IppPacket packet, byte[] document) {
        return OnceBody.of(encoded(packet), document);
    }

    /** A request with a document behind it that is made while it is sent. */
    OnceBody body(IppPacket packet, InputStream document) {
        return OnceBody.of(encoded(packet), document);
    }

    /** Sends a document, once. */
    Answer send(IppPacket packet, OnceBody body, Duration atMost) {
        return exchange(packet, body, atMost);
    }

    IppPacket numbered(IppPacket.Builder request) {
        requestId = requestId == Integer.MAX_VALUE ? 1 : requestId + 1;
        return request.setRequestId(requestId).build();
    }

    private Answer exchange(IppPacket packet, BodyPublisher body, Duration atMost) {
        HttpRequest request = HttpRequest.newBuilder(http)
                .header("Content-Type", "application/ipp")
                .POST(body)
                .build();
        // HttpRequest.timeout ends with the answer's header; this bounds its body as well.
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(request, info -> new LimitedBody());
        try {
            HttpResponse<byte[]> response = pending.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200
                    ? read(packet.getRequestId(), response.body())
                    : new Answer.Silent(refusal(response.statusCode()), "HTTP status " + response.statusCode());
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Answer.Silent(Silence.LATE, "no answer within " + atMost.toMillis() + " ms");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Silent(Silence.LATE, "interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof IOException) {
                return new Answer.Silent(silence(cause), said(cause));
            }
            throw new IllegalStateException("HTTP client", cause);
        }
    }

    private static Silence refusal(int status) {
        return status / 100 == 4 ? Silence.ELSEWHERE : Silence.GARBLED;
    }

    private static Silence silence(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpTimeoutException) {
            return Silence.NO_CONNECTION;
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof PinnedTrust.Stranger) {
                return Silence.STRANGER;
            }
        }
        return Silence.BROKEN;
    }

    /** What the bytes of an answer come to (RFC 8010 section 3.1.1). */
    static Answer read(int requestId, byte[] answer) {
        IppPacket packet;
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(answer))) {
            packet = in.readPacket();
        } catch (IOException | RuntimeException e) { // the decoder meets malformed input with either
            return new Answer.Silent(Silence.GARBLED, "not an IPP answer: " + said(e));
        }
        if (packet.getRequestId() != requestId) {
            return new Answer.Silent(Silence.GARBLED, "an answer to another request");
        }
        Optional<String> flaw = Structure.flaw(answer);
        if (flaw.isPresent()) {
            return new Answer.Silent(Silence.GARBLED, "not an IPP answer: " + flaw.get());
        }
        if ((packet.getCode() & 0xFFFF) < FIRST_REFUSAL) {
            return new Answer.Done(packet);
        }
        String message = Optional.ofNullable(packet.getString(Tag.operationAttributes, Types.statusMessage))
                .orElse("");
        return new Answer.Refused(packet.getStatus(), message);
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static byte[] encoded(IppPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(packet);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static SSLContext trusting(X509Certificate certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedTrust(certificate)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
