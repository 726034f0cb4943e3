package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The staff desk under {@code /staff}. Whoever gets here is the kiosk's own display: {@link Front} has seen to it. That opens the
 * door's own pages and no more; everything behind it wants the desk's cookie and the desk's CSRF token as well.
 */
final class StaffDoor {
    private static final Logger LOG = LoggerFactory.getLogger(StaffDoor.class);
    private static final String COOKIE = "staff";
    private static final String CSRF = "X-Csrf-Token";
    private static final String HOME = "/staff";
    private static final String GO = "/staff/go/";
    private static final String ACT = "/staff/act/";
    private static final byte[] KEY = {'k', 'e', 'y', '='};
    private static final int MAX_KEY = 64;

    private final VisitRunner runner;
    private final DeskTools tools;
    private final DeskPages pages;
    private final DeskRenderer renderer;
    private final DeskSession session;
    private final SignIn signIn;
    private final Executor threads;

    StaffDoor(
            VisitRunner runner,
            DeskTools tools,
            DeskRenderer renderer,
            DeskSession session,
            SignIn signIn,
            Executor threads) {
        this.runner = runner;
        this.tools = tools;
        this.pages = new DeskPages(runner, tools);
        this.renderer = renderer;
        this.session = session;
        this.signIn = signIn;
        this.threads = threads;
    }

    /** Whether an address is one of the desk's. */
    static boolean owns(String path) {
        return path.equals(HOME) || path.startsWith(HOME + "/");
    }

    /** Another display has taken the screen: nobody of before is at the desk any more. */
    void revoked() {
        session.close("replaced");
        signIn.begin();
    }

    /** The resident's screen is there again: whoever touches it next may be a resident. */
    void left() {
        session.close("by-hand");
        signIn.begin();
    }

    /** @param display the keys of the display that asks */
    void answer(Exchange exchange, String path, ScreenSession.Keys display) throws IOException {
        Optional<DeskSession.Keys> desk = exchange.cookie(COOKIE).flatMap(session::of);
        boolean post = path.startsWith(ACT) || path.startsWith("/staff/do/");
        boolean get = path.equals(HOME) || path.equals("/staff/pulse") || path.startsWith(GO);
        if (!post && !get) {
            exchange.refuse(HttpStatus.NOT_FOUND_404);
        } else if (!exchange.isMethod(post ? "POST" : "GET")) {
            exchange.refuseMethod(post ? "POST" : "GET");
        } else if (post && !csrf(desk, display).is(exchange.header(CSRF).orElse(""))) {
            exchange.refuse(HttpStatus.FORBIDDEN_403);
        } else if (desk.isPresent()) {
            inside(exchange, path, desk.get());
        } else {
            outside(exchange, path, display);
        }
    }

    private static Secret csrf(Optional<DeskSession.Keys> desk, ScreenSession.Keys display) {
        return desk.map(DeskSession.Keys::csrf).orElse(display.csrf());
    }

    private void outside(Exchange exchange, String path, ScreenSession.Keys display) throws IOException {
        switch (path) {
            case HOME -> {
                signIn.begin();
                exchange.html(HttpStatus.OK_200, renderer.door(signIn.view(), display.csrf()));
            }
            case "/staff/do/sign-in" -> step(exchange);
            case "/staff/do/key" -> key(exchange);
            case "/staff/pulse" -> {
                exchange.set("HX-Redirect", "/"); // the desk has closed by itself: the resident's screen is there
                exchange.refuse(HttpStatus.UNAUTHORIZED_401);
            }
            default -> {
                exchange.set("HX-Redirect", HOME);
                exchange.refuse(HttpStatus.UNAUTHORIZED_401);
            }
        }
    }

    /** At the door. */
    private void step(Exchange exchange) {
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return;
        }
        Optional<Clerk> in = Optional.empty();
        switch (String.valueOf(form.get().getValue("do"))) {
            case "choose" -> signIn.choose(String.valueOf(form.get().getValue("name")));
            case "code" -> signIn.askCode();
            case "back" -> signIn.begin();
            case "enter" -> in = signIn.enter();
            default -> LOG.info("nothing of the door was tapped");
        }
        if (in.isPresent()) {
            letIn(exchange, in.get());
        } else {
            exchange.html(HttpStatus.OK_200, renderer.doorMain(signIn.view()));
        }
    }

    private void letIn(Exchange exchange, Clerk clerk) {
        DeskSession.Keys opened = session.open(clerk);
        Response.addCookie(
                exchange.response(),
                HttpCookie.build(COOKIE, opened.cookie().text())
                        .httpOnly(true)
                        .sameSite(HttpCookie.SameSite.STRICT)
                        .path(HOME)
                        .build());
        exchange.set("HX-Redirect", HOME); // a page of its own, with a CSRF token of its own
        exchange.refuse(HttpStatus.OK_200);
    }

    /** A key of the pad: its name alone, as bytes. */
    private void key(Exchange exchange) throws IOException {
        if (exchange.request().getLength() > MAX_KEY) {
            exchange.refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
            return;
        }
        byte[] body = new byte[MAX_KEY];
        boolean pressed;
        try (InputStream in = Request.asInputStream(exchange.request())) {
            int length = in.readNBytes(body, 0, MAX_KEY);
            int start = Arrays.equals(body, 0, KEY.length, KEY, 0, KEY.length) ? KEY.length : 0;
            byte[] name = Arrays.copyOfRange(body, start, Math.max(start, length));
            pressed = signIn.press(name);
            Arrays.fill(name, (byte) 0);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
        if (pressed) {
            exchange.html(HttpStatus.OK_200, renderer.dots(signIn.view()));
        } else {
            exchange.set("HX-Retarget", "#display");
            exchange.set("HX-Reswap", "innerHTML");
            exchange.html(HttpStatus.OK_200, renderer.doorMain(signIn.view()));
        }
    }

    private void inside(Exchange exchange, String path, DeskSession.Keys desk) {
        if (path.equals("/staff/pulse")) {
            pulse(exchange, desk);
            return;
        }
        session.touch();
        if (path.equals(HOME)) {
            DeskPage home = page(HomePage.NAME, desk);
            exchange.html(HttpStatus.OK_200, renderer.page(home, around(desk, Optional.empty()), desk.csrf()));
        } else if (path.startsWith(GO)) {
            show(exchange, page(path.substring(GO.length()), desk), desk, Optional.empty());
        } else if (path.startsWith(ACT)) {
            act(exchange, path.substring(ACT.length()), desk);
        } else {
            atHand(exchange, path, desk);
        }
    }

    /** What can be done on every page. */
    private void atHand(Exchange exchange, String path, DeskSession.Keys desk) {
        switch (path) {
            case "/staff/do/leave" -> {
                session.close("by-hand");
                exchange.set("HX-Redirect", "/");
                exchange.refuse(HttpStatus.OK_200);
            }
            case "/staff/do/stay" -> show(exchange, page(HomePage.NAME, desk), desk, Optional.empty());
            case "/staff/do/call-off" -> {
                boolean off = tools.drain().callOff(desk.clerk().account());
                show(
                        exchange,
                        page(HomePage.NAME, desk),
                        desk,
                        Optional.of(off ? DeskPage.Said.good("said.called-off") : DeskPage.Said.bad("said.too-late")));
            }
            default -> exchange.refuse(HttpStatus.NOT_FOUND_404);
        }
    }

    /** A page that is not there, or not for this clerk, or not now, is the home page. */
    private DeskPage page(String name, DeskSession.Keys desk) {
        return pages.open(name, desk.clerk())
                .or(() -> pages.open(HomePage.NAME, desk.clerk()))
                .orElseThrow();
    }

    private void act(Exchange exchange, String name, DeskSession.Keys desk) {
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return;
        }
        DeskPage page = page(name, desk);
        if (!page.name().equals(name)) {
            show(exchange, page, desk, Optional.empty());
            return;
        }
        page.act(desk.clerk(), form.get())
                .thenAcceptAsync(said -> show(exchange, page(name, desk), desk, said), threads)
                .exceptionally(defect -> {
                    LOG.error("a tap at the staff desk was not answered", defect);
                    exchange.callback().failed(defect);
                    return null;
                });
    }

    /** Asked once a second, which keeps nobody signed in. Says what has changed by itself. */
    private void pulse(Exchange exchange, DeskSession.Keys desk) {
        DeskRenderer.Around around = around(desk, Optional.empty());
        DeskPage home = page(HomePage.NAME, desk);
        boolean atHome = exchange.header("Desk-Page").orElse("").equals(HomePage.NAME);
        exchange.html(HttpStatus.OK_200, renderer.beat(home, around) + (atHome ? renderer.now(home, around) : ""));
    }

    private void show(Exchange exchange, DeskPage page, DeskSession.Keys desk, Optional<DeskPage.Said> said) {
        exchange.html(HttpStatus.OK_200, renderer.main(page, around(desk, said)));
    }

    private DeskRenderer.Around around(DeskSession.Keys desk, Optional<DeskPage.Said> said) {
        return new DeskRenderer.Around(
                desk.clerk(),
                pages.menu(desk.clerk()),
                DeskModel.beat(runner.screen().visit(), tools, session.left()),
                said);
    }
}
