package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideWorldTest {
    /** The page stays open while the workbench is started anew. */
    @ParameterizedTest
    @CsvSource({"GET, /, 200", "GET, /outside.js, 200", "GET, /state, 503", "GET, /open, 503", "POST, /coin, 503"})
    void page_openedBeforeTheWorkbenchHasStarted_isToldSo(String method, String path, int status)
            throws IOException, InterruptedException {
        try (OutsideWorld outside = new OutsideWorld(0)) {
            HttpRequest request = HttpRequest.newBuilder(outside.address().resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString("value=100"))
                    .build();
            assertEquals(
                    status,
                    HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
    }
}
