package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** The door: who may ask for what. Host, session, method and CSRF token are checked here and nowhere else. */
final class Front extends Handler.Abstract {
    private static final String COOKIE = "screen";
    private static final String CSRF = "X-Csrf-Token";

    private record Route(String method, Pages.Page page) {}

    private final Optional<URI> opener;
    private final IntSupplier port;
    private final ScreenSession session;
    private final StaticFiles files;
    private final VoiceFiles voice;
    private final Pages pages;
    private final StaffDoor staff;
    private final Map<String, Route> routes;

    /** {@code port}: asked at each request, since a free one is known only once the server has started. */
    Front(
            Optional<URI> opener,
            IntSupplier port,
            ScreenSession session,
            StaticFiles files,
            VoiceFiles voice,
            Pages pages,
            StaffDoor staff) {
        this.opener = opener;
        this.port = port;
        this.session = session;
        this.files = files;
        this.voice = voice;
        this.pages = pages;
        this.staff = staff;
        this.routes = Map.of(
                "/", new Route("GET", pages::page),
                "/screen", new Route("GET", pages::screen),
                "/events", new Route("GET", pages::events),
                "/again", new Route("GET", pages::again),
                "/tap", new Route("POST", pages::tap),
                "/pin", new Route("POST", pages::pin),
                "/write", new Route("POST", pages::write),
                "/here", new Route("POST", pages::here));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Exchange exchange = new Exchange(request, response, callback);
        String path = Request.getPathInContext(request);
        Route route = routes.get(path);
        exchange.harden();
        if (!OwnHost.is(exchange.header("Host").orElse(""), port.getAsInt())) {
            exchange.refuse(HttpStatus.MISDIRECTED_REQUEST_421);
        } else if (path.equals("/session")) {
            openSession(exchange);
        } else if (StaffDoor.owns(path)) {
            atTheDesk(exchange, path);
        } else if (route != null) {
            inSession(exchange, path, route);
        } else if (!files.answered(path, exchange) && !voice.answered(path, exchange)) {
            exchange.refuse(HttpStatus.NOT_FOUND_404);
        }
        return true;
    }

    private void openSession(Exchange exchange) {
        if (!exchange.isMethod("POST")) {
            exchange.refuseMethod("POST");
            return;
        }
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return;
        }
        String token = Optional.ofNullable(form.get().getValue("token")).orElse("");
        Optional<ScreenSession.Keys> opened = session.open(token);
        if (opened.isEmpty()) {
            pages.notYours(exchange);
            return;
        }
        pages.revoked();
        staff.revoked();
        Response.addCookie(
                exchange.response(),
                HttpCookie.build(COOKIE, opened.get().cookie().text())
                        .httpOnly(true)
                        .sameSite(HttpCookie.SameSite.STRICT)
                        .path("/")
                        .build());
        pages.opened(exchange);
    }

    private void inSession(Exchange exchange, String path, Route route) throws IOException {
        Optional<ScreenSession.Keys> keys = exchange.cookie(COOKIE).flatMap(session::of);
        if (!exchange.isMethod(route.method())) {
            exchange.refuseMethod(route.method());
        } else if (keys.isEmpty()) {
            withoutSession(exchange, path);
        } else if (route.method().equals("POST") && !ofOurPage(exchange, keys.get())) {
            exchange.refuse(HttpStatus.FORBIDDEN_403);
        } else {
            if (path.equals("/")) {
                staff.left();
            }
            route.page().answer(exchange, keys.get());
        }
    }

    /** A script proves with the token that its page is ours. Where none runs, the browser tells whose page sends the form. */
    private static boolean ofOurPage(Exchange exchange, ScreenSession.Keys keys) {
        boolean plain = exchange.navigates() && exchange.fromOwnPage();
        return plain || keys.csrf().is(exchange.header(CSRF).orElse(""));
    }

    /** The desk is on the kiosk's own screen, and nowhere else. */
    private void atTheDesk(Exchange exchange, String path) throws IOException {
        Optional<ScreenSession.Keys> keys = exchange.cookie(COOKIE).flatMap(session::of);
        if (keys.isEmpty()) {
            withoutSession(exchange, path);
        } else {
            staff.answer(exchange, path, keys.get());
        }
    }

    private void withoutSession(Exchange exchange, String path) {
        if (path.equals("/") && opener.isPresent()) {
            exchange.seeOther(opener.get().toString());
        } else {
            exchange.set("HX-Redirect", "/"); // a page whose session was revoked starts anew
            pages.notYours(exchange);
        }
    }
}
