package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.ResidentFlow;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KioskWebTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final ManualTimers timers = new ManualTimers();
    private final PinPad pad = new PinPad();
    private final SessionTokens tokens = new SessionTokens(RANDOM, SampleScreens.CLOCK);
    private final VisitRunner runner =
            new VisitRunner(ResidentFlow.TABLE, each -> Mockito.mock(Hands.class), RANDOM, loop, timers, false);
    private KioskWeb web;
    private RawHttp http;

    @BeforeEach
    void open() throws IOException {
        web = start(Optional.empty());
        http = new RawHttp(web.port());
        for (Part part : Part.values()) {
            runner.post(new Event.PartChanged(part, Set.of()));
        }
        settle();
    }

    private KioskWeb start(Optional<URI> opener) throws IOException {
        return KioskWeb.start(
                new KioskWeb.Settings(0, opener, true, "K-0001"),
                runner,
                pad,
                tokens,
                SampleScreens.CLOCK,
                timers,
                RANDOM);
    }

    @AfterEach
    void shut() {
        web.close();
        loop.shutdownNow();
    }

    /** Everything posted so far has been taken. */
    private void settle() {
        CompletableFuture.runAsync(() -> {}, loop).join();
    }

    /** A display that has a session: its cookie and the token its page carries. */
    private record Display(String cookie, String csrf, RawHttp http) {
        RawHttp.Reply tap(long screen, String fields) {
            return http.post("/tap", "screen=" + screen + "&" + fields, "Cookie: " + cookie, "X-Csrf-Token: " + csrf);
        }

        RawHttp.Reply pin(String body) {
            return http.post("/pin", body, "Cookie: " + cookie, "X-Csrf-Token: " + csrf);
        }

        RawHttp.Reply get(String path) {
            return http.get(path, "Cookie: " + cookie);
        }
    }

    private Display display() {
        RawHttp.Reply opened = http.post("/session", "token=" + tokens.mint());
        assertEquals(303, opened.status());
        String cookie = opened.header("Set-Cookie").split(";", 2)[0];
        String csrf = http.get("/", "Cookie: " + cookie).find("name=\"csrf\" content=\"([^\"]+)\"");
        return new Display(cookie, csrf, http);
    }

    private void atPin() {
        runner.post(new Event.Begin(Language.JA));
        runner.post(new Event.CardPlaced());
        runner.post(new Event.CardRead(Instant.parse("2031-03-03T00:00:00Z"), 3));
        settle();
        assertEquals(Stage.ENTER_PIN, runner.screen().visit().stage());
    }

    private static String key(RawHttp.Reply screen, String label) {
        return screen.find("data-pin=\"" + label + "\"\\s+value=\"([^\"]+)\"");
    }

    // ── who may ask ──

    @ParameterizedTest
    @ValueSource(strings = {"/", "/screen", "/events"})
    void get_withoutSession_isToldWhoseScreenThisIs(String path) {
        RawHttp.Reply reply = http.get(path);
        assertAll(
                () -> assertEquals(401, reply.status()),
                () -> assertTrue(reply.body().contains("この画面は、端末の画面専用です")),
                () -> assertTrue(reply.body().contains("This screen belongs to the terminal")),
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
        assertEquals(303, http.post("/session", "token=" + token).status());
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
        assertEquals("/", reply.header("Location"));
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

    // ── what every answer says ──

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
                                    + " connect-src 'self'; form-action 'self'")),
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

    // ── taps ──

    @Test
    void tap_onTheScreenThatStands_answersTheNextScreen() {
        RawHttp.Reply reply = display().tap(runner.screen().number(), "do=begin&lang=en");
        assertEquals(200, reply.status());
        assertTrue(
                reply.body().contains("data-stage=\"place-card\"")
                        && reply.body().contains("lang=\"en\""),
                reply.body());
        assertEquals(Long.toString(runner.screen().revision()), reply.header("Screen-Revision"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do=begin&lang=fr",
                "do=begin",
                "do=choose&offer=-1",
                "do=choose&offer=99999999999999999999",
                "do=options&copies=two",
                "do=fly",
                "",
                "do=pin-entered"
            })
    void tap_thatSaysNothing_answersTheScreenThatStands(String fields) {
        RawHttp.Reply reply = display().tap(runner.screen().number(), fields);
        assertEquals(200, reply.status());
        assertTrue(reply.body().contains("data-stage=\"welcome\""));
    }

    @Test
    void tap_onAScreenThatHasGone_changesNothing() {
        Display display = display();
        long gone = runner.screen().number();
        display.tap(gone, "do=begin&lang=ja");
        long now = runner.screen().number();
        RawHttp.Reply reply = display.tap(gone, "do=cancel");
        assertTrue(reply.body().contains("data-stage=\"place-card\""));
        assertEquals(now, runner.screen().number());
    }

    @Test
    void form_tooLarge_isRefused() {
        Display display = display();
        assertEquals(413, display.tap(1, "do=begin&lang=" + "a".repeat(5000)).status());
        String many = IntStream.range(0, 50).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
        assertEquals(413, display.tap(1, many).status());
        assertEquals(413, display.pin("key=" + "a".repeat(5000)).status());
        assertEquals(413, http.post("/session", "token=" + "a".repeat(5000)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=%C3%28", "do=%zz", "do=%E3%81", "do=%"})
    void form_malformed_isABadRequest(String form) {
        Display display = display();
        assertEquals(400, display.tap(1, form).status());
    }

    @Test
    void form_ofAnotherType_saysNothing() {
        Display display = display();
        String body = "screen=" + runner.screen().number() + "&do=begin&lang=ja";
        RawHttp.Reply reply = http.send(
                "POST",
                "/tap",
                "127.0.0.1:" + web.port(),
                body.getBytes(ISO_8859_1),
                "Cookie: " + display.cookie(),
                "X-Csrf-Token: " + display.csrf(),
                "Content-Type: text/plain");
        assertEquals(200, reply.status());
        assertEquals(Stage.WELCOME, runner.screen().visit().stage());
    }

    // ── the PIN ──

    @Test
    void pinKey_ofAnEarlierScreen_pressesNothing() {
        Display display = display();
        atPin();
        String old = key(display.get("/screen"), "1");
        runner.post(new Event.PinEntered(SampleScreens.NOON));
        runner.post(new Event.ChallengeArrived(new Challenge("TEST", new Nonce("ab".repeat(32)), SampleScreens.NOON)));
        runner.post(new Event.PinWrong(2));
        settle();
        RawHttp.Reply reply = display.pin("key=" + old);
        assertAll(
                () -> assertEquals(0, pad.count()),
                () -> assertEquals("#screen", reply.header("HX-Retarget")),
                () -> assertTrue(reply.body().contains("data-stage=\"enter-pin\"")),
                () -> assertNotEquals(old, key(display.get("/screen"), "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key=", "key=1", "1", "key=%31", "digit=1"})
    void pinKey_unknown_pressesNothing(String body) {
        Display display = display();
        atPin();
        assertEquals(200, display.pin(body).status());
        assertEquals(0, pad.count());
    }

    @Test
    void pinKeys_pressed_fillThePadAndAnswerDotsAlone() {
        Display display = display();
        atPin();
        RawHttp.Reply screen = display.get("/screen");
        long revision = runner.screen().revision();
        RawHttp.Reply reply = screen;
        for (String label : List.of("1", "9", "erase", "0", "5", "7", "7")) {
            reply = display.pin("key=" + key(screen, label));
        }
        String dots = reply.body();
        assertAll(
                () -> assertTrue(dots.contains("data-count=\"4\"") && dots.contains("id=\"pin-go-on\""), dots),
                () -> assertFalse(dots.contains("disabled"), dots),
                () -> assertFalse(dots.contains("<main"), dots),
                () -> assertEquals(revision, runner.screen().revision()),
                () -> assertArrayEquals("1057".getBytes(ISO_8859_1), pad.take().orElseThrow()));
    }

    @Test
    void pinKey_pressed_beginsThePatienceAnew() {
        Display display = display();
        atPin();
        Duration patience = Stage.ENTER_PIN.patience();
        long made = timers.made(patience);
        display.pin("key=" + key(display.get("/screen"), "3"));
        settle();
        assertEquals(made + 1, timers.made(patience));
    }

    @Test
    void pinEntered_beforeTheFourthDigit_staysWhereItIs() {
        Display display = display();
        atPin();
        RawHttp.Reply screen = display.get("/screen");
        for (int i = 0; i < 3; i++) {
            display.pin("key=" + key(screen, "1"));
        }
        display.tap(runner.screen().number(), "do=pin-entered");
        assertEquals(Stage.ENTER_PIN, runner.screen().visit().stage());
        display.pin("key=" + key(screen, "1"));
        display.tap(runner.screen().number(), "do=pin-entered");
        assertEquals(Stage.CHECK_PIN, runner.screen().visit().stage());
        assertEquals(4, pad.count(), "the digits wait for the card");
    }

    @Test
    void digits_leftByACancelledVisit_areWiped() {
        Display display = display();
        atPin();
        display.pin("key=" + key(display.get("/screen"), "8"));
        display.tap(runner.screen().number(), "do=cancel");
        settle();
        assertEquals(0, pad.count());
    }

    // ── the stream ──

    @Test
    void stream_tellsTheRevisionAtOnceAndAtEveryChange() throws IOException {
        Display display = display();
        try (RawHttp.Stream stream = http.events(display.cookie())) {
            assertEquals(
                    Long.toString(runner.screen().revision()),
                    stream.next("revision").orElseThrow());
            display.tap(runner.screen().number(), "do=begin&lang=ja");
            assertEquals(
                    Long.toString(runner.screen().revision()),
                    stream.next("revision").orElseThrow());
        }
    }

    @Test
    void stream_newOne_closesTheOld() throws IOException {
        Display display = display();
        try (RawHttp.Stream old = http.events(display.cookie());
                RawHttp.Stream young = http.events(display.cookie())) {
            assertTrue(old.next("superseded").isPresent());
            assertTrue(young.next("revision").isPresent());
            display.tap(runner.screen().number(), "do=begin&lang=ja");
            assertTrue(young.next("revision").isPresent());
        }
    }

    @Test
    void pinTap_raisesNoRevision() throws IOException {
        Display display = display();
        atPin();
        try (RawHttp.Stream stream = http.events(display.cookie())) {
            String before = stream.next("revision").orElseThrow();
            RawHttp.Reply screen = display.get("/screen");
            display.pin("key=" + key(screen, "1"));
            display.tap(runner.screen().number(), "do=language&lang=en");
            assertEquals(
                    Long.parseLong(before) + 1,
                    Long.parseLong(stream.next("revision").orElseThrow()));
        }
    }

    @Test
    void stream_whoseBrowserHasGone_isGivenUp() throws IOException {
        http.events(display().cookie()).close();
        for (int beats = 0; beats < 100 && timers.goOff(HEARTBEAT) > 0; beats++) {
            Thread.onSpinWait();
        }
        assertEquals(0, timers.pending(HEARTBEAT));
    }

    @Test
    void close_withAnOpenStream_doesNotWaitForIt() throws IOException {
        try (RawHttp.Stream stream = http.events(display().cookie())) {
            assertTrue(stream.next("revision").isPresent());
            long before = System.nanoTime();
            web.close();
            assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 2000);
            assertEquals(Optional.empty(), stream.next("revision"));
        }
    }

    @Test
    void start_onATakenPort_saysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            KioskWeb.Settings settings = new KioskWeb.Settings(taken.getLocalPort(), Optional.empty(), false, "K-0001");
            assertThrows(
                    IOException.class,
                    () -> KioskWeb.start(settings, runner, pad, tokens, Clock.systemUTC(), timers, RANDOM));
        }
    }
}
