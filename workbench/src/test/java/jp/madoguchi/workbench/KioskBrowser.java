package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Debian's Chromium without a window, and everything its pages complain of or ask for. What Chromium wants for itself from
 * elsewhere, and so would a page, goes to a proxy that is not there. One thread.
 */
public final class KioskBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** How long anything may take, in milliseconds. A click was once not done in half of it, in a browser that was well after. */
    private static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    /** What a page wrote to its console as warning or error, or threw; a violated content security policy is among it. */
    public final List<String> complaints = new ArrayList<>();

    public final List<Request> requests = new ArrayList<>();

    public KioskBrowser() {
        this(List.of("--proxy-server=http://127.0.0.1:9"));
    }

    /** @param arguments of Chromium, beside those that every test has */
    public KioskBrowser(List<String> arguments) {
        Path driver = Path.of(System.getProperty("playwright.cli.dir", ""));
        if (!Files.exists(driver.resolve("package/cli.js")) || !Files.exists(CHROMIUM)) {
            fail("The browser tests need Chromium and Playwright's driver. Run ./kiosk test once: it gets both.");
        }
        // No navigation check: Playwright would wait, before a click, until a navigation is over. A finger does not.
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_NAVIGATION_CHECK", "1")));
        List<String> all = new ArrayList<>(List.of("--disable-gpu"));
        all.addAll(arguments);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(all));
    }

    /** A profile of its own. */
    public BrowserContext person(int width, int height) {
        return person(new Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** As {@link #person(int, int)}, on a display of another make. */
    public BrowserContext person(Browser.NewContextOptions display) {
        BrowserContext person = browser.newContext(display);
        person.setDefaultTimeout(PATIENCE);
        person.onRequest(requests::add);
        person.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        person.onWebError(error -> complaints.add("thrown: " + error.error()));
        return person;
    }

    /** Opens the kiosk's screen as its display does. */
    public static Page open(BrowserContext person, Workbench world) {
        return open(person, world.kiosk().address(), world.kiosk().screenToken());
    }

    /** Opens the screen of any kiosk: this address, and what its display has to show it. */
    public static Page open(BrowserContext person, URI kiosk, String token) {
        Page screen = person.newPage();
        screen.setContent("<form method=post action='" + kiosk.resolve("/session") + "'><input name=token value='"
                + token + "'></form>");
        screen.evaluate("document.forms[0].submit()");
        screen.waitForSelector("main[data-stage]");
        return screen;
    }

    /** Opens the kiosk's screen, and is at the menu of whoever holds this card. */
    public static Page menu(BrowserContext person, Workbench world, String card, String language) throws IOException {
        Page screen = open(person, world);
        at(screen, "welcome");
        screen.click("[data-do=begin][data-lang=" + language + "]");
        world.readers().place(world.cards().open(card));
        at(screen, "enter-pin");
        press(screen, "1234");
        screen.click("[data-do=pin-entered]");
        at(screen, "take-card");
        world.readers().take();
        at(screen, "choose-document");
        return screen;
    }

    /** Chooses a language in the middle of a visit. */
    public static void speak(Page page, String language) {
        page.click("#languages summary");
        page.click("#languages [data-lang=" + language + "]");
        page.waitForSelector("main[data-language=" + language + "]:not(:has(#languages[open]))");
    }

    /** Waits for the kiosk's screen to be at a stage, without touching it; a page that is drawn before its scripts run hears no tap. */
    public static void at(Page page, String stage) {
        page.waitForSelector("main[data-stage=" + stage + "]");
        page.waitForLoadState();
    }

    public static String attribute(Page page, String name) {
        return Objects.requireNonNull(page.getAttribute("main", name), name);
    }

    public static void press(Page page, String pin) {
        pin.chars().forEach(digit -> page.click("[data-pin='" + (char) digit + "']"));
    }

    public static void dots(Page page, int count) {
        page.waitForSelector("#dots[data-count='" + count + "']");
    }

    /** The bodies that went to a path, as they were sent. */
    public List<String> posted(String path) {
        List<String> bodies = requests.stream()
                .filter(request ->
                        request.method().equals("POST") && request.url().endsWith(path))
                .map(request -> Objects.requireNonNullElse(request.postData(), ""))
                .toList();
        assertTrue(!bodies.isEmpty(), "something went to " + path);
        return bodies;
    }

    /** Dies at once, as a process that is killed. */
    public void kill() {
        JsonObject processes = browser.newBrowserCDPSession().send("SystemInfo.getProcessInfo");
        for (JsonElement process : processes.getAsJsonArray("processInfo")) {
            if (process.getAsJsonObject().get("type").getAsString().equals("browser")) {
                long pid = process.getAsJsonObject().get("id").getAsLong();
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                return;
            }
        }
        throw new AssertionError("no browser among its processes");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
