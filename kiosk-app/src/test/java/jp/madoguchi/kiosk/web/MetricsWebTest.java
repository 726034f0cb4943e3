package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsWebTest {
    private final MetricsWeb web = MetricsWeb.start(0, () -> "up 1\n".getBytes(UTF_8));
    private final int port = web.address().getPort();
    private final RawHttp http = new RawHttp(port);

    MetricsWebTest() throws IOException {}

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void metrics_areRead_inTheTextFormat() {
        RawHttp.Reply reply = http.get("/metrics");
        assertEquals(200, reply.status());
        assertEquals("text/plain; version=0.0.4; charset=utf-8", reply.header("Content-Type"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertTrue(reply.body().contains("up 1\n"), reply.body());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, own, 404",
        "GET, /metrics/, own, 404",
        "GET, /screen, own, 404",
        "POST, /metrics, own, 405",
        "DELETE, /metrics, own, 405",
        "GET, /metrics, evil.example, 421"
    })
    void anythingElse_isRefused(String method, String path, String host, int status) {
        String named = host.equals("own") ? "127.0.0.1:" + port : host;
        RawHttp.Reply reply = http.send(method, path, named, new byte[0]);
        assertEquals(status, reply.status());
        assertTrue(!reply.body().contains("up 1"), reply.body());
    }

    @Test
    void port_thatIsTaken_isNamed() {
        IOException taken = assertThrows(IOException.class, () -> MetricsWeb.start(port, () -> new byte[0]));
        assertEquals("the metrics' port " + port + " is taken", taken.getMessage());
    }
}
