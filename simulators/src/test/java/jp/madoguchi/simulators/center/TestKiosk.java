package jp.madoguchi.simulators.center;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The kiosk's end of the wire, built on java.net.http and the files that the center writes for a kiosk. */
final class TestKiosk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final String id;
    private final byte[] certificate;
    private final HttpClient client;

    private TestKiosk(URI url, String id, byte[] certificate, HttpClient client) {
        this.url = url;
        this.id = id;
        this.certificate = certificate;
        this.client = client;
    }

    record Reply(int status, String type, @Nullable String retryAfter, JsonNode body) {
        String reason() {
            return status + " " + body.path("reason").asText();
        }
    }

    /** The kiosk whose identity stands in the folder. */
    static TestKiosk of(Path dir, URI url) throws IOException, GeneralSecurityException {
        return of(identity(dir), password(dir), dir, url);
    }

    /** A kiosk whose identity was read before; {@code dir} says which center it trusts. */
    static TestKiosk of(KeyStore own, char[] password, Path dir, URI url) throws IOException, GeneralSecurityException {
        X509Certificate certificate = (X509Certificate) own.getCertificate("identity");
        HttpClient client = HttpClient.newBuilder()
                .sslContext(tls(Optional.of(own), password, dir.resolve("center-tls-ca.pem")))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        String id = certificate.getSubjectX500Principal().getName().replaceFirst("CN=([^,]*),.*", "$1");
        return new TestKiosk(url, id, certificate.getEncoded(), client);
    }

    static KeyStore identity(Path dir) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(dir.resolve("kiosk.p12"))) {
            own.load(file, password(dir));
        }
        return own;
    }

    static char[] password(Path dir) throws IOException {
        return Files.readString(dir.resolve("kiosk.p12.password")).toCharArray();
    }

    static SSLContext tls(Optional<KeyStore> own, char[] password, Path trusted)
            throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        try (InputStream file = Files.newInputStream(trusted)) {
            trust.setCertificateEntry(
                    "center", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(trust);
        KeyManager[] keyManagers = {};
        if (own.isPresent()) {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(own.get(), password);
            keyManagers = factory.getKeyManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers, trustManagers.getTrustManagers(), null);
        return context;
    }

    String id() {
        return id;
    }

    byte[] certificate() {
        return certificate.clone();
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    Reply put(String path, @Nullable Object body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    Reply post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    /** Opens the visit or renews its nonce, and answers the nonce. */
    byte[] open(String visit) throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(put("/v1/visits/" + visit, null).body().path("nonce").asText());
    }

    Reply send(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        if (body == null) {
            return send(method, path, null, new byte[0]);
        }
        try {
            return send(method, path, "application/json", JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Reply send(String method, String path, @Nullable String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Retry-After").orElse(null),
                response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body()));
    }
}
