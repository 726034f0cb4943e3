package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.staff.StaffScene;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.VisitRunner;
import jp.madoguchi.kiosk.visit.WritingPad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;

/** A server of the resident's screen over the real runner, with hands that do nothing. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class RunningWeb {
    static final SecureRandom RANDOM = new SecureRandom();

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    final Hands hands = Mockito.mock(Hands.class);
    final ManualTimers timers = new ManualTimers();
    final Pads pads = new Pads();
    final PinPad pad = pads.pin();
    final WritingPad writing = pads.writing();
    final SessionTokens tokens = new SessionTokens(RANDOM, SampleScreens.CLOCK, new Heard(), timers);
    final VisitRunner runner =
            new VisitRunner(KioskFlow.FLOW, RANDOM, loop, timers, SampleScreens.PACE::nanos, new Heard());
    final StaffScene staff = new StaffScene(runner, timers);
    KioskWeb web;
    RawHttp http;

    @BeforeEach
    void open() throws IOException {
        runner.begin(hands, false);
        web = start(Optional.empty());
        http = new RawHttp(web.port());
        for (Part part : Part.values()) {
            runner.post(new Event.PartChanged(part, Set.of()));
        }
        settle();
    }

    KioskWeb start(Optional<URI> opener) throws IOException {
        return KioskWeb.start(
                new KioskWeb.Settings(0, opener, true, "K-0001", Set.of(100, 500)),
                runner,
                pads,
                tokens,
                SampleScreens.CLOCK,
                timers,
                RANDOM,
                staff.tools());
    }

    @AfterEach
    void shut() {
        web.close();
        loop.shutdownNow();
        staff.close();
    }

    /** Everything posted so far has been taken. */
    void settle() {
        CompletableFuture.runAsync(() -> {}, loop).join();
    }

    /** A display that has a session: its cookie and the token its page carries. */
    record Display(String cookie, String csrf, RawHttp http) {
        RawHttp.Reply tap(long screen, String fields) {
            return http.post("/tap", "screen=" + screen + "&" + fields, "Cookie: " + cookie, "X-Csrf-Token: " + csrf);
        }

        RawHttp.Reply pin(String body) {
            return http.post("/pin", body, "Cookie: " + cookie, "X-Csrf-Token: " + csrf);
        }

        RawHttp.Reply write(long screen, String key) {
            String body = "screen=" + screen + "&key=" + URLEncoder.encode(key, UTF_8);
            return http.post("/write", body, "Cookie: " + cookie, "X-Csrf-Token: " + csrf);
        }

        RawHttp.Reply get(String path) {
            return http.get(path, "Cookie: " + cookie);
        }
    }

    Display display() {
        RawHttp.Reply opened = http.post("/session", "token=" + tokens.mint());
        assertEquals(200, opened.status());
        String cookie = opened.header("Set-Cookie").split(";", 2)[0];
        String csrf = http.get("/", "Cookie: " + cookie).find("name=\"csrf\" content=\"([^\"]+)\"");
        return new Display(cookie, csrf, http);
    }

    void atPin() {
        runner.post(new Event.Begin(Language.JA));
        runner.post(new Event.CardPlaced());
        runner.post(
                new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.of(Instant.parse("2031-03-03T00:00:00Z")), 3));
        settle();
        assertEquals(Stage.ENTER_PIN, runner.screen().visit().stage());
    }

    static String key(RawHttp.Reply screen, String label) {
        return screen.find("data-pin=\"" + label + "\"\\s+value=\"([^\"]+)\"");
    }
}
