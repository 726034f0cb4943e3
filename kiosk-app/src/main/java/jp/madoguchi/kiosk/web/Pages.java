package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the one page of this server asks for. Whoever gets here has been let in by {@link Front}. */
final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final byte[] KEY = {'k', 'e', 'y', '='};
    private static final int MAX_KEY = 64;

    /** Seconds until a page whose scripts do not run looks again. */
    private static final int SOON = 3;

    /** Where whoever comes next looks for a language, an aid, a service: what they opened stays for a while. */
    private static final int LATER = 45;

    /** Only a hand moves these, and what it opened or ticked on the page would be lost: they look again when the warning is due. */
    private static final Set<Stage> BY_HAND = EnumSet.of(
            Stage.CHOOSE_DOCUMENT,
            Stage.CHOOSE_PURPOSE,
            Stage.CHOOSE_FITTING,
            Stage.CHOOSE_OPTIONS,
            Stage.CONFIRM,
            Stage.WRITE_DOMICILE,
            Stage.WRITE_HEAD,
            Stage.CONFIRM_REGISTRATION);

    /** A page of the session that has these keys. */
    @FunctionalInterface
    interface Page {
        void answer(Exchange exchange, ScreenSession.Keys keys) throws IOException;
    }

    private final VisitRunner runner;
    private final ScreenRenderer renderer;
    private final Keypads keypads;
    private final RevisionStream stream;
    private final Set<Integer> accepts;
    private final Clock clock;
    private final Executor threads;

    Pages(
            VisitRunner runner,
            ScreenRenderer renderer,
            Keypads keypads,
            RevisionStream stream,
            Set<Integer> accepts,
            Clock clock,
            Executor threads) {
        this.runner = runner;
        this.renderer = renderer;
        this.keypads = keypads;
        this.stream = stream;
        this.accepts = Set.copyOf(accepts);
        this.clock = clock;
        this.threads = threads;
    }

    /** The page before it has gone, and its stream with it: one that is open after this is this page's. */
    void page(Exchange exchange, ScreenSession.Keys keys) {
        stream.end();
        Screen now = now();
        exchange.set("Refresh", refresh(now) + ";url=/again");
        exchange.html(HttpStatus.OK_200, renderer.page(now, keys.csrf()));
    }

    private static long refresh(Screen now) {
        Visit visit = now.visit();
        if (visit.stage() == Stage.WELCOME) {
            return LATER;
        }
        if (now.until().isPresent() || !BY_HAND.contains(visit.stage())) {
            return SOON;
        }
        return visit.stage().patience(!visit.aids().isEmpty()).toSeconds();
    }

    /**
     * Where every page goes after a while. One that follows the stream is told by it what changes, and stays; one whose scripts do not
     * run is loaded anew, and so goes on from screen to screen.
     */
    void again(Exchange exchange, ScreenSession.Keys keys) {
        if (stream.isOpen()) {
            exchange.done();
        } else {
            exchange.seeOther("/");
        }
    }

    void screen(Exchange exchange, ScreenSession.Keys keys) {
        show(exchange, now());
    }

    void events(Exchange exchange, ScreenSession.Keys keys) {
        stream.open(exchange, () -> runner.screen().revision());
    }

    /** A tap that is stale or says nothing changes nothing; the answer is the screen that stands then. */
    void tap(Exchange exchange, ScreenSession.Keys keys) {
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return;
        }
        OptionalLong number = Taps.screen(form.get());
        Optional<Event> event = Taps.read(form.get(), keypads.complete(), accepts, clock.instant());
        if (number.isEmpty() || event.isEmpty()) {
            show(exchange, now());
            return;
        }
        CompletableFuture<Screen> after = runner.tap(number.getAsLong(), event.get());
        after.thenAcceptAsync(screen -> show(exchange, screen), threads).exceptionally(defect -> {
            LOG.error("a tap was not answered", defect);
            exchange.callback().failed(defect);
            return null;
        });
    }

    /** A hand is on the screen, at a place of which the kiosk hears nothing else: a box that is ticked, a word that is pointed at. */
    void here(Exchange exchange, ScreenSession.Keys keys) {
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return;
        }
        Taps.screen(form.get()).ifPresent(runner::touch);
        exchange.done();
    }

    /**
     * A key of a pad for PIN or password: its name alone, as bytes. Answers the dots; changes no screen. A key of another screen presses
     * nothing, and the answer is the screen that stands now.
     */
    void pin(Exchange exchange, ScreenSession.Keys keys) throws IOException {
        if (exchange.request().getLength() > MAX_KEY) {
            exchange.refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
            return;
        }
        Optional<Long> pressed = press(exchange.request());
        Screen now = now();
        if (pressed.isPresent() && pressed.get() == now.number()) {
            runner.touch(now.number());
            answer(exchange, () -> renderer.dots(now));
        } else {
            instead(exchange, now);
        }
    }

    /**
     * A key of the writing pad: {@code screen} and {@code key}. Answers the line as it stands; changes no screen. A key of another screen
     * writes nothing, and the answer is the screen that stands now.
     */
    void write(Exchange exchange, ScreenSession.Keys keys) {
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return;
        }
        OptionalLong number = Taps.screen(form.get());
        String key = Objects.requireNonNullElse(form.get().getValue("key"), "");
        boolean written = number.isPresent() && keypads.writing().press(number.getAsLong(), key);
        Screen now = now();
        if (written && number.getAsLong() == now.number()) {
            runner.touch(now.number());
            answer(exchange, () -> renderer.written(now));
        } else {
            instead(exchange, now);
        }
    }

    /** What is to be shown now, its keys with it: whoever asks may be quicker than the runner's word to the keypads. */
    private Screen now() {
        Screen now = runner.screen();
        keypads.follow(now);
        return now;
    }

    /** The whole screen, where a key's answer was to go. */
    private void instead(Exchange exchange, Screen now) {
        exchange.set("HX-Retarget", "#display");
        exchange.set("HX-Reswap", "innerHTML");
        show(exchange, now);
    }

    private Optional<Long> press(Request request) throws IOException {
        byte[] body = new byte[MAX_KEY];
        try (InputStream in = Request.asInputStream(request)) {
            int length = in.readNBytes(body, 0, MAX_KEY);
            int start = Arrays.equals(body, 0, KEY.length, KEY, 0, KEY.length) ? KEY.length : 0;
            byte[] name = Arrays.copyOfRange(body, start, length);
            Optional<Long> pressed = keypads.press(name);
            Arrays.fill(name, (byte) 0);
            return pressed;
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private void show(Exchange exchange, Screen screen) {
        exchange.set("Screen-Revision", Long.toString(screen.revision()));
        answer(exchange, () -> renderer.main(screen));
    }

    /** A script puts this part into its page; a browser that sent a form goes back to the page. */
    private static void answer(Exchange exchange, Supplier<String> part) {
        if (exchange.navigates()) {
            exchange.seeOther("/");
        } else {
            exchange.html(HttpStatus.OK_200, part.get());
        }
    }

    /** The session that saw this screen has been revoked. */
    void revoked() {
        stream.revoke();
    }

    /** For the display that has just been let in. */
    void opened(Exchange exchange) {
        exchange.html(HttpStatus.OK_200, renderer.opened());
    }

    /** For whoever is not the terminal's own display. */
    void notYours(Exchange exchange) {
        exchange.html(HttpStatus.UNAUTHORIZED_401, renderer.notYours());
    }
}
