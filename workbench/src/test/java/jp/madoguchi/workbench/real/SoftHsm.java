package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** SoftHSM with tokens of its own, used as an operator uses it: keys are made on the token, certificates brought to them. */
final class SoftHsm {
    static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    static final String PIN = "48151623";
    private static final int SECONDS = 30;

    private final Path dir;
    private final Path settings;

    SoftHsm(Path dir) throws IOException {
        this.dir = dir;
        Files.createDirectories(dir.resolve("tokens"));
        settings = Files.writeString(
                dir.resolve("softhsm2.conf"),
                "directories.tokendir = %s%nobjectstore.backend = file%n".formatted(dir.resolve("tokens")));
    }

    /** With which a program finds these tokens and no others. */
    Map<String, String> environment() {
        return Map.of("SOFTHSM2_CONF", settings.toString());
    }

    void makeToken(String label) throws IOException, InterruptedException {
        run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "so-" + PIN);
    }

    /** @param type such as {@code rsa:2048} or {@code EC:prime256v1} */
    void makeKey(String token, String id, String type) throws IOException, InterruptedException {
        tool(token, "--keypairgen", "--key-type", type, "--id", id, "--label", "kiosk");
    }

    /** Lets the kiosk authority in {@code town} certify the key, brings the certificate to it, and answers its DER. */
    byte[] certify(String token, String id, Path town, String kiosk)
            throws IOException, InterruptedException, GeneralSecurityException, OperatorCreationException {
        Path key = dir.resolve("public.der");
        tool(token, "--read-object", "--type", "pubkey", "--id", id, "--output-file", key.toString());
        byte[] der = issue(town.resolve("private/kiosk-ca.pem"), kiosk, Files.readAllBytes(key));
        Path certificate = Files.write(dir.resolve("certificate.der"), der);
        tool(token, "--write-object", certificate.toString(), "--type", "cert", "--id", id, "--label", "kiosk");
        return der;
    }

    void removeCertificate(String token, String id) throws IOException, InterruptedException {
        tool(token, "--delete-object", "--type", "cert", "--id", id);
    }

    private static byte[] issue(Path authority, String kiosk, byte[] key)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        try (PEMParser pem = new PEMParser(new StringReader(Files.readString(authority)))) {
            PrivateKey by = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) pem.readObject());
            Instant now = Instant.now();
            X509v3CertificateBuilder draft = new X509v3CertificateBuilder(
                    ((X509CertificateHolder) pem.readObject()).getSubject(),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.minus(1, ChronoUnit.DAYS)),
                    Date.from(now.plus(365, ChronoUnit.DAYS)),
                    new X500Name("CN=" + kiosk),
                    SubjectPublicKeyInfo.getInstance(key));
            return draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by))
                    .getEncoded();
        }
    }

    private void tool(String token, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("pkcs11-tool", "--module", MODULE.toString(), "--token-label", token, "--login", "--pin", PIN));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Path said = Files.createTempFile(dir, "said", null);
        Process process = builder.redirectOutput(said.toFile()).start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + "\n" + Files.readString(said, UTF_8));
        }
    }
}
