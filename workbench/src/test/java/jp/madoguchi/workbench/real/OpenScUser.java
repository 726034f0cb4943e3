package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * OpenSC's {@code pkcs11-tool}: login, sign and read the certificate, one process each time, as it is meant to be used. Timed from
 * its start to its end.
 */
final class OpenScUser implements CardUser {
    private static final byte[] MESSAGE = "MADOGUCHI-BENCH".getBytes(US_ASCII);
    private static final int SIGNATURE_BYTES = 256;
    private static final int SECONDS = 60;

    private final String name;
    private final ProcessBuilder builder;
    private final Path out;
    private final Path err;

    private OpenScUser(CardDesk desk, Path dir, String name, String settings) throws IOException {
        this.name = name;
        Path home = Files.createDirectories(dir.resolve(name.replaceAll("\\W+", "-")));
        Path config = Files.writeString(home.resolve("opensc.conf"), "app default {\n" + settings + "}\n");
        Path message = Files.write(home.resolve("message"), MESSAGE);
        this.out = home.resolve("out");
        this.err = home.resolve("err");
        this.builder = new ProcessBuilder(
                        "pkcs11-tool",
                        "--slot-index=0",
                        "--login",
                        "--pin=" + CardDesk.PIN,
                        "--sign",
                        "--mechanism=SHA256-RSA-PKCS",
                        "--id=01",
                        "--input-file=" + message,
                        "--read-object",
                        "--type=cert")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(desk.environment());
        environment.put("HOME", home.toString()); // no cache of another run
        environment.put("OPENSC_CONF", config.toString());
    }

    /** Told by its configuration which of its card drivers to use. */
    static OpenScUser named(CardDesk desk, Path dir) throws IOException {
        return new OpenScUser(desk, dir, "OpenSC, driver named", "  card_drivers = jpki;\n");
    }

    /** As it comes: it tries one card driver after the other. */
    static OpenScUser unnamed(CardDesk desk, Path dir) throws IOException {
        return new OpenScUser(desk, dir, "OpenSC as it comes", "");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long use() throws IOException, InterruptedException, GeneralSecurityException {
        long since = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(name + " does not end");
        }
        long took = System.nanoTime() - since;
        if (process.exitValue() != 0 || !isRight(Files.readAllBytes(out))) {
            throw new AssertionError(name + " ended with " + process.exitValue() + ": " + Files.readString(err));
        }
        return took;
    }

    /** It writes the signature and behind it the certificate. */
    private static boolean isRight(byte[] written) throws GeneralSecurityException {
        if (written.length <= SIGNATURE_BYTES) {
            return false;
        }
        byte[] certificate = Arrays.copyOfRange(written, SIGNATURE_BYTES, written.length);
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        verifier.update(MESSAGE);
        return verifier.verify(written, 0, SIGNATURE_BYTES);
    }

    @Override
    public void close() {}
}
