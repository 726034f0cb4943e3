package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import jp.madoguchi.devices.FakePace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two printers that call themselves the same; only one of them is ours. */
@Timeout(60)
final class PinnedTlsTest {
    private static final String PASSWORD = "fictional";

    @TempDir
    private Path dir;

    @Test
    void status_anotherPrinterOfTheSameName_isUnreachable() throws Exception {
        KeyStore ours = selfSigned("ours");
        KeyStore theirs = selfSigned("theirs");
        try (IppDouble device = new IppDouble(tls(theirs))) {
            PrinterStatus.Unreachable refused = assertInstanceOf(
                    PrinterStatus.Unreachable.class, printer(device, ours).status());
            assertTrue(refused.detail().contains("not the pinned one"), refused.detail());
            assertEquals(PrinterTrouble.WRONG_CERTIFICATE, refused.trouble());
            assertEquals(0, device.received.size());
        }
    }

    @Test
    void status_pinnedPrinterUnderAnotherHostName_isReady() throws Exception {
        KeyStore ours = selfSigned("ours");
        try (IppDouble device = new IppDouble(tls(ours))) {
            device.printer();
            assertInstanceOf(PrinterStatus.Ready.class, printer(device, ours).status());
        }
    }

    private static IppPrinter printer(IppDouble device, KeyStore pin) throws Exception {
        Optional<X509Certificate> certificate = Optional.of((X509Certificate) pin.getCertificate("printer"));
        return new IppPrinter(
                IppPrinter.Settings.of(device.uri("ipps"), certificate, DocumentFormat.PDF), new FakePace());
    }

    /** A certificate that is expired at once, as printers' own often are, made with the JDK's keytool. */
    private KeyStore selfSigned(String name) throws Exception {
        Path file = dir.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "printer",
                        "-dname",
                        "CN=fictional-printer",
                        "-startdate",
                        "2020/01/01",
                        "-validity",
                        "1",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertTrue(keytool.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, keytool.exitValue());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static HttpsServer tls(KeyStore identity) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }
}
