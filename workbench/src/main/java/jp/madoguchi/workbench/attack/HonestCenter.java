package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jp.madoguchi.simulators.center.Operation;

/** The way to the simulated center behind the front, in the kiosk's name; and all that went this way. Any thread. */
final class HonestCenter {
    private final HttpClient client;
    private final URI url;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** One call and the honest answer. */
    record Heard(Asked asked, Answer answer) {}

    /** @param dir holds the kiosk's identity, which the center wants to see */
    HonestCenter(Path dir, URI url) throws IOException, GeneralSecurityException {
        this.url = url;
        char[] password =
                Files.readString(dir.resolve("kiosk.p12.password")).strip().toCharArray();
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(KeyStore.getInstance(dir.resolve("kiosk.p12").toFile(), password), password);
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("tls", Keys.read(dir, "tls-ca").certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        SSLContext tls = SSLContext.getInstance("TLSv1.3");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    URI url() {
        return url;
    }

    Answer ask(Asked asked) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(url.resolve(asked.path()))
                        .header("Content-Type", "application/json")
                        .method(
                                asked.method(),
                                asked.body().length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(asked.body()))
                        .build(),
                BodyHandlers.ofByteArray());
        Answer answer = new Answer(response.statusCode(), response.body());
        heard.add(new Heard(asked, answer));
        return answer;
    }

    /** All calls of this kind, the oldest first. */
    List<Heard> heard(Operation operation) {
        return heard.stream()
                .filter(each -> each.asked().operation() == operation)
                .toList();
    }
}
