package jp.madoguchi.workbench.screens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Chromium's own log of its network says of the pages' requests. What the browser wants for itself, it asks as nobody's page;
 * keeping that in is up to the terminal's firewall.
 *
 * @param inside how many went to this machine
 * @param outside every other address
 */
record NetLog(int inside, List<String> outside) {
    private static final String REQUEST = "URL_REQUEST_START_JOB";
    private static final String NOBODY = "not an origin";

    static NetLog read(Path file) throws IOException {
        JsonNode log = new ObjectMapper().readTree(file.toFile());
        JsonNode type = log.path("constants").path("logEventTypes").path(REQUEST);
        if (!type.isInt()) {
            throw new IOException("this Chromium tells no " + REQUEST);
        }
        int inside = 0;
        Set<String> outside = new TreeSet<>();
        for (JsonNode event : log.path("events")) {
            String url = event.path("params").path("url").asText();
            if (event.path("type").asInt() != type.asInt() || url.isEmpty() || url.startsWith("data:")) {
                continue;
            }
            if (url.startsWith("http://127.0.0.1:")) {
                inside++;
            } else if (!event.path("params").path("initiator").asText().equals(NOBODY)) {
                outside.add(url);
            }
        }
        return new NetLog(inside, List.copyOf(outside));
    }
}
