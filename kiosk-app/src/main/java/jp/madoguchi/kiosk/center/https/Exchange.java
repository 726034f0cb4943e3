package jp.madoguchi.kiosk.center.https;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import jp.madoguchi.kiosk.terms.CenterTrouble;

/**
 * One request and its whole response, within one deadline. A late answer, or one to another request, cannot be taken for this
 * one's: the connection is HTTP/1.1 and carries one exchange at a time; one whose answer was not waited for is closed, never used
 * again; and the response object of a cancelled exchange is reachable by nobody.
 */
final class Exchange {
    private static final List<Class<? extends IOException>> BEFORE_THERE_WAS_A_LINE =
            List.of(ConnectException.class, HttpConnectTimeoutException.class);

    private final HttpClient client;
    private final BooleanSupplier everTrusted;
    private final int largestBody;

    /** @param everTrusted whether {@code client} has ever taken anybody for the center */
    Exchange(HttpClient client, BooleanSupplier everTrusted, int largestBody) {
        this.client = client;
        this.everTrusted = everTrusted;
        this.largestBody = largestBody;
    }

    /**
     * Sends {@code request}; once more when the connection was lost, because one that was kept warm may have been closed by the
     * other side, and the center does nothing twice.
     *
     * @param deadline for the whole response; {@code HttpRequest.timeout} would end with its headers
     */
    HttpResponse<byte[]> send(HttpRequest request, Deadline deadline) throws NoAnswer {
        WatchedRequest first = WatchedRequest.of(request, everTrusted);
        try {
            return sendOnce(first, deadline);
        } catch (IOException lost) {
            return sendAgain(WatchedRequest.of(request, everTrusted), deadline, first.mayBeSent(), lost);
        }
    }

    /** @param sent whether the first attempt may have reached the center: then it is never again "nothing was sent" */
    private HttpResponse<byte[]> sendAgain(WatchedRequest again, Deadline deadline, boolean sent, IOException lost)
            throws NoAnswer {
        try {
            return sendOnce(again, deadline);
        } catch (IOException lostAgain) {
            throw new NoAnswer(
                    sent || again.mayBeSent() ? CenterTrouble.UNCERTAIN : CenterTrouble.UNREACHABLE, words(lostAgain));
        } catch (NoAnswer second) {
            throw sent && second.trouble().nothingWasSent()
                    ? new NoAnswer(CenterTrouble.UNCERTAIN, words(lost) + "; then " + second.detail())
                    : second;
        }
    }

    /** @throws IOException when the connection was lost */
    private HttpResponse<byte[]> sendOnce(WatchedRequest request, Deadline deadline) throws NoAnswer, IOException {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request.request(), info -> new BoundedBody(largestBody));
        try {
            return response.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswer(CenterTrouble.UNCERTAIN, "no whole answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(CenterTrouble.UNCERTAIN, "interrupted");
        } catch (ExecutionException e) {
            throw failure(e, request);
        } finally {
            response.cancel(true);
        }
    }

    private static NoAnswer failure(ExecutionException e, WatchedRequest request) throws IOException {
        Optional<BoundedBody.TooLarge> tooLarge = Causes.find(e, BoundedBody.TooLarge.class);
        if (tooLarge.isPresent()) {
            return NoAnswer.garbled(words(tooLarge.get()));
        }
        for (Class<? extends IOException> early : BEFORE_THERE_WAS_A_LINE) {
            Optional<? extends IOException> unreachable = Causes.find(e, early);
            if (unreachable.isPresent()) {
                return new NoAnswer(CenterTrouble.UNREACHABLE, words(unreachable.get()));
            }
        }
        boolean lineLost = Causes.find(e, EOFException.class).isPresent()
                || Causes.find(e, SocketException.class).isPresent();
        Optional<SSLException> tls = Causes.find(e, SSLException.class);
        if (tls.isPresent() && request.endedBeforeAnythingWasSent(tls.get())) {
            return new NoAnswer(lineLost ? CenterTrouble.UNREACHABLE : CenterTrouble.UNTRUSTED, words(tls.get()));
        }
        if (tls.isPresent() && !lineLost) {
            return new NoAnswer(CenterTrouble.UNCERTAIN, words(tls.get()));
        }
        throw Causes.find(e, IOException.class)
                .orElseThrow(() -> new IllegalStateException("the HTTP client failed", e));
    }

    private static String words(IOException cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
