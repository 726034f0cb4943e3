package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest extends RunningWeb {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/screen", "/events"})
    void get_withoutSession_isToldWhoseScreenThisIs(String path) {
        RawHttp.Reply reply = http.get(path);
        assertAll(
                () -> assertEquals(401, reply.status()),
                () -> assertTrue(reply.body().contains("この画面は、端末の画面専用です")),
                () -> assertTrue(reply.body().contains("This screen belongs to the kiosk")),
                () -> assertFalse(reply.body().contains("csrf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tap", "/pin"})
    void post_withoutSession_isRefused(String path) {
        assertEquals(401, http.post(path, "screen=1&do=begin&lang=ja").status());
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }

    @Test
    void get_withoutSession_isSentToTheOpenerWhenThereIsOne() throws IOException {
        try (KioskWeb other = start(Optional.of(URI.create("http://127.0.0.1:9/open")))) {
            RawHttp.Reply reply = new RawHttp(other.port()).get("/");
            assertEquals(303, reply.status());
            assertEquals("http://127.0.0.1:9/open", reply.header("Location"));
            assertEquals(401, new RawHttp(other.port()).get("/screen").status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token=", "token=guess", "other=1"})
    void session_withoutAMintedToken_isRefused(String form) {
        RawHttp.Reply reply = http.post("/session", form);
        assertEquals(401, reply.status());
        assertEquals("", reply.header("Set-Cookie"));
    }

    @Test
    void token_isGoodOnce() {
        String token = tokens.mint();
        assertEquals(200, http.post("/session", "token=" + token).status());
        assertEquals(401, http.post("/session", "token=" + token).status());
    }

    @Test
    void session_secondOne_revokesTheFirstAndShowsTheSameScreen() throws IOException {
        Display first = display();
        try (RawHttp.Stream stream = http.events(first.cookie())) {
            Display second = display();
            assertAll(
                    () -> assertEquals(401, first.get("/screen").status()),
                    () -> assertEquals("/", first.get("/screen").header("HX-Redirect")),
                    () -> assertEquals(
                            401,
                            first.tap(runner.screen().number(), "do=begin&lang=ja")
                                    .status()),
                    () -> assertTrue(stream.next("superseded").isPresent()),
                    () -> assertTrue(second.get("/")
                            .body()
                            .contains("data-screen=\"" + runner.screen().number())));
        }
    }

    @Test
    void cookie_isForThisServerAndNoScript() {
        RawHttp.Reply reply = http.post("/session", "token=" + tokens.mint());
        String cookie = reply.header("Set-Cookie");
        assertTrue(
                cookie.startsWith("screen=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
                cookie);
        assertTrue(reply.body().contains("url=/\""), reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk.example", "127.0.0.1", "127.0.0.1:1", "localhost.example:%d", "[::1]:%d"})
    void host_ofAnotherName_isMisdirected(String host) {
        Display display = display();
        String header = host.replace("%d", Integer.toString(web.port()));
        assertEquals(
                421,
                http.send("GET", "/", header, new byte[0], "Cookie: " + display.cookie())
                        .status());
    }

    @Test
    void host_localhost_isServed() {
        Display display = display();
        assertEquals(
                200,
                http.send("GET", "/", "localhost:" + web.port(), new byte[0], "Cookie: " + display.cookie())
                        .status());
    }

    @ParameterizedTest
    @CsvSource({"/tap, ''", "/tap, guess", "/pin, ''", "/pin, guess"})
    void post_withoutItsCsrfToken_isForbidden(String path, String token) {
        Display display = display();
        String form = "screen=" + runner.screen().number() + "&do=begin&lang=ja";
        RawHttp.Reply reply = http.post(path, form, "Cookie: " + display.cookie(), "X-Csrf-Token: " + token);
        assertEquals(403, reply.status());
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /, GET",
        "POST, /screen, GET",
        "POST, /events, GET",
        "GET, /tap, POST",
        "GET, /pin, POST",
        "GET, /session, POST",
        "DELETE, /, GET",
        "OPTIONS, /tap, POST"
    })
    void method_thatIsNotTheOne_isNotAllowed(String method, String path, String allowed) {
        RawHttp.Reply reply = http.send(method, path, "127.0.0.1:" + web.port(), new byte[0]);
        assertEquals(405, reply.status());
        assertEquals(allowed, reply.header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/static/", "/static/../screen", "/static/0000000000000000/kiosk.css", "/%2e%2e/x"})
    void path_ofNothing_answersAPlainWord(String path) {
        RawHttp.Reply reply = http.get(path);
        assertTrue(reply.status() == 404 || reply.status() == 400 || reply.status() == 401, reply.toString());
        assertFalse(reply.toString().contains("Jetty") || reply.body().contains("<table"), reply.toString());
    }

    @Test
    void request_thatIsNone_answersAPlainWord() {
        RawHttp.Reply reply = http.say("GET / HTTP/1.1\r\nHost\r\n\r\n".getBytes(ISO_8859_1), new byte[0]);
        assertEquals(400, reply.status());
        assertFalse(reply.toString().toLowerCase(Locale.ROOT).contains("jetty"), reply.toString());
    }

    @Test
    void answer_ofEveryPath_isHardened() {
        Display display = display();
        for (RawHttp.Reply reply :
                List.of(display.get("/"), display.get("/screen"), http.get("/"), http.get("/nothing"))) {
            assertAll(
                    () -> assertEquals("no-store", reply.header("Cache-Control")),
                    () -> assertEquals("nosniff", reply.header("X-Content-Type-Options")),
                    () -> assertEquals("no-referrer", reply.header("Referrer-Policy")),
                    () -> assertTrue(reply.header("Content-Security-Policy")
                            .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                    + " media-src 'self'; connect-src 'self'; form-action 'self'")),
                    () -> assertTrue(reply.header("Content-Security-Policy").contains("frame-ancestors 'none'")),
                    () -> assertEquals("", reply.header("Server")));
        }
    }

    @Test
    void page_namesFilesThatMayBeKeptForEver() {
        RawHttp.Reply page = display().get("/");
        for (String name : List.of("kiosk.css", "screen.js", "htmx.js", "sse.js")) {
            RawHttp.Reply file = http.get(page.find("\"(/static/[0-9a-f]{16}/" + name + ")\""));
            assertEquals(200, file.status());
            assertTrue(file.header("Cache-Control").contains("immutable"));
            assertTrue(file.body().length() > 500);
        }
    }
}
