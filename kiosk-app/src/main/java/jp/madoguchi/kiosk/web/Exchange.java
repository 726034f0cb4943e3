package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.NanoTime;

/** One request and its answer: the few ways in which this server answers. Each ends the exchange. */
record Exchange(Request request, Response response, Callback callback) {
    private static final int MAX_FIELDS = 24;
    private static final int MAX_FORM = 4096;
    private static final HttpFields HARDENED = HttpFields.build()
            .put(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self';"
                            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
            .put("X-Content-Type-Options", "nosniff")
            .put("Referrer-Policy", "no-referrer")
            .put("Cross-Origin-Resource-Policy", "same-origin")
            .put("Cross-Origin-Opener-Policy", "same-origin")
            .put(HttpHeader.CACHE_CONTROL, "no-store")
            .asImmutable();

    /** What every answer says, whatever it is. */
    void harden() {
        for (HttpField field : HARDENED) {
            response.getHeaders().put(field);
        }
    }

    boolean isMethod(String method) {
        return method.equals(request.getMethod());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** Whether the browser goes to another page for this, and not a script for a part of one. */
    boolean navigates() {
        return header("Sec-Fetch-Mode").equals(Optional.of("navigate"));
    }

    /** Whether the browser says that a page of this very server asks. */
    boolean fromOwnPage() {
        return header("Sec-Fetch-Site").equals(Optional.of("same-origin"));
    }

    Optional<String> cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    /** The posted form. Empty when it cannot be read; the exchange has been refused then. */
    Optional<Fields> form() {
        try {
            return Optional.of(FormFields.getFields(request, MAX_FIELDS, MAX_FORM));
        } catch (RuntimeException unreadable) { // too large, or not what it says: only some of them carry a status
            refuse(unreadable instanceof HttpException known ? known.getCode() : HttpStatus.BAD_REQUEST_400);
            return Optional.empty();
        }
    }

    void set(String header, String value) {
        response.getHeaders().put(header, value);
    }

    void html(int status, String html) {
        answer(status, "text/html; charset=utf-8", UTF_8.encode(html));
    }

    /** A plain word for machines; people see the screens. */
    void refuse(int status) {
        answer(status, "text/plain; charset=utf-8", UTF_8.encode(HttpStatus.getMessage(status) + "\n"));
    }

    void refuseMethod(String allowed) {
        set("Allow", allowed);
        refuse(HttpStatus.METHOD_NOT_ALLOWED_405);
    }

    void seeOther(String location) {
        set("Location", location);
        answer(HttpStatus.SEE_OTHER_303, "text/plain; charset=utf-8", ByteBuffer.allocate(0));
    }

    /** It was heard; there is nothing to say. */
    void done() {
        response.setStatus(HttpStatus.NO_CONTENT_204);
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    /** Also says how long this server took, in milliseconds (W3C Server Timing): what lies beside it was on the way. */
    void answer(int status, String type, ByteBuffer body) {
        response.setStatus(status);
        set("Content-Type", type);
        long micros = NanoTime.since(request.getBeginNanoTime()) / 1_000;
        set("Server-Timing", "kiosk;dur=" + micros / 1_000.0);
        response.write(true, body, callback);
    }
}
