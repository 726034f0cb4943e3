package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Uses the kiosk's screen as its browser does: one session, one event stream, taps on what is shown. One thread. */
public final class ScreenClient implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final String csrf;
    private final LinkedBlockingQueue<String> revisions = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> stream;

    /** @param token as the display session was given it */
    public ScreenClient(URI address, String token) throws IOException {
        this.address = address;
        post("/session", Map.of("token", token), "");
        Document page = Jsoup.parse(get("/"));
        Element meta = page.selectFirst("meta[name=csrf]");
        if (meta == null) {
            throw new IOException("the kiosk did not open its screen");
        }
        this.csrf = meta.attr("content");
        this.stream = http.sendAsync(request("/events").GET().build(), BodyHandlers.ofLines())
                .thenAcceptAsync(this::follow, ScreenClient::onItsOwnThread);
    }

    /** The stream is read for as long as it lives: never on the thread that happens to be there. */
    private static void onItsOwnThread(Runnable task) {
        Thread thread = new Thread(task, "event stream");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(HttpResponse<Stream<String>> events) {
        try (Stream<String> lines = events.body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(revisions::add);
        } catch (UncheckedIOException closed) {
            revisions.add("end");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LONG);
    }

    private String get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    private String post(String path, Map<String, String> fields, String token) throws IOException {
        String form = fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Csrf-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException(request.uri().getPath() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** What the screen shows now: its {@code <main>}. */
    public Element screen() throws IOException {
        return main(html());
    }

    /** The same, as it is delivered. */
    public String html() throws IOException {
        return get("/screen");
    }

    private static Element main(String html) throws IOException {
        Element main = Jsoup.parse(html).selectFirst("main#screen");
        if (main == null) {
            throw new IOException("the kiosk answered without a screen");
        }
        return main;
    }

    /** Waits until the kiosk says that its screen has changed. False when it has not within the time. */
    public boolean changed(Duration atMost) throws InterruptedException {
        return revisions.poll(atMost.toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    /**
     * As {@link #changed}, for a page that shows {@code revision}: that one, and older ones, tell it nothing.
     */
    public boolean changedSince(long revision, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); left > 0; left = end - System.nanoTime()) {
            String told = revisions.poll(left, TimeUnit.NANOSECONDS);
            if (told != null && (!told.matches("data: \\d+") || Long.parseLong(told.substring(6)) > revision)) {
                return true;
            }
        }
        return false;
    }

    /** Taps a button or sends the form that it belongs to, with the values that stand there unless {@code chosen} has others. */
    public Element tap(Element screen, Element button, Map<String, String> chosen) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("screen", screen.attr("data-screen"));
        fields.put("do", button.attr("data-do"));
        button.dataset().forEach((name, value) -> {
            if (!name.equals("do") && !name.equals("say")) {
                fields.put(name, value);
            }
        });
        if (button.hasAttr("form")) {
            for (Element input : screen.select("form#" + button.attr("form") + " input")) {
                boolean box =
                        input.attr("type").equals("radio") || input.attr("type").equals("checkbox");
                if (!box || input.hasAttr("checked")) {
                    fields.put(input.attr("name"), input.attr("value"));
                }
            }
        }
        fields.putAll(chosen);
        return main(post("/tap", fields, csrf));
    }

    /** Presses the key of the PIN pad that is labelled with this digit. */
    public void press(Element screen, char digit) throws IOException {
        Element key = screen.selectFirst("[data-pin=" + digit + "]");
        if (key == null) {
            throw new IOException("there is no key " + digit);
        }
        String answer = post("/pin", Map.of("key", key.attr("value")), csrf);
        if (answer.isBlank()) {
            throw new IOException("the PIN pad did not answer");
        }
    }

    /** Presses the keys of this writing screen by their names, with a space between: {@code か く voiced 1 -}. */
    public void write(Element screen, String keys) throws IOException {
        for (String key : keys.split(" ", -1)) {
            if (screen.selectFirst("[data-key=" + key + "]") == null) {
                throw new IOException("there is no key " + key);
            }
            String answer = post("/write", Map.of("screen", screen.attr("data-screen"), "key", key), csrf);
            if (answer.contains("<main")) {
                throw new IOException("the writing pad did not answer");
            }
        }
    }

    @Override
    public void close() {
        stream.cancel(true);
    }
}
