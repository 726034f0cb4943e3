package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Style and scripts: a fixed handful, held in memory. The address of each carries the start of its SHA-256, so that a
 * browser may keep it for ever. Immutable.
 */
final class StaticFiles {
    private static final String CSS = "text/css; charset=utf-8";
    private static final String JS = "text/javascript; charset=utf-8";
    private static final String OURS = "jp/madoguchi/ui/static/";
    private static final String WEBJARS = "META-INF/resources/webjars/";

    private record StaticFile(String type, ByteBuffer bytes) {}

    private final Map<String, StaticFile> byPath = new HashMap<>();
    private final Map<String, String> pathByName = new HashMap<>();

    StaticFiles() {
        for (String css : List.of(
                "digital-agency.css",
                "tokens.css",
                "kiosk.css",
                "languages.css",
                "service.css",
                "aids.css",
                "motion.css",
                "speech.css",
                "desk.css")) {
            hold(css, CSS, OURS + css);
        }
        for (String script : List.of("screen.js", "steady.js", "large.js", "speech.js", "desk.js")) {
            hold(script, JS, OURS + script);
        }
        hold("icon.svg", "image/svg+xml", OURS + "icon.svg");
        hold("htmx.js", JS, WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js");
        hold("sse.js", JS, WEBJARS + "htmx-ext-sse/2.2.2/sse.js");
    }

    private void hold(String name, String type, String resource) {
        byte[] bytes = read(resource);
        String path = "/static/" + digest(bytes).substring(0, 16) + "/" + name;
        byPath.put(path, new StaticFile(type, ByteBuffer.wrap(bytes).asReadOnlyBuffer()));
        pathByName.put(name, path);
    }

    /** Where each file is found, by its name. */
    Map<String, String> paths() {
        return Map.copyOf(pathByName);
    }

    /** Answers with the file at this path, if there is one. */
    boolean answered(String path, Exchange exchange) {
        StaticFile file = byPath.get(path);
        if (file == null || !exchange.isMethod("GET")) {
            return false;
        }
        exchange.set("Cache-Control", "public, max-age=31536000, immutable");
        exchange.answer(200, file.type(), file.bytes().slice());
        return true;
    }

    private static byte[] read(String resource) {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable: " + resource, unreadable);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
