package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.devices.card.pcsc.TerminalSource;

/**
 * This project's driver, in a process of its own that goes on as a kiosk does: PC/SC finds its service by the environment of the
 * process. Timed from {@code open} to the end of {@code sign}, in which the card is reset too.
 */
final class DriverUser implements CardUser {
    private static final byte[] MESSAGE = "MADOGUCHI-BENCH".getBytes(US_ASCII);

    private final RunningProgram program;

    DriverUser(CardDesk desk) throws IOException {
        program = RunningProgram.start("driver", Jvm.test(desk.environment(), DriverUser.class));
        program.await("^ready$");
    }

    @Override
    public String name() {
        return "this driver";
    }

    @Override
    public long use() throws IOException {
        String[] said = program.ask("go", "^(took \\d+|failed .*)$").split(" ", 2);
        if (!said[0].equals("took")) {
            throw new AssertionError("this driver: " + said[1]);
        }
        return Long.parseLong(said[1]);
    }

    @Override
    public void close() {
        program.close();
    }

    /** The process: uses the card once for each line that it is told. */
    public static void main(String... none) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(MESSAGE);
        try (CardReader reader = new PcscCardReader(TerminalSource.pcsc(), PrivatePcscd.FIRST_READER);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
            System.out.println("ready");
            while (orders.readLine() != null) {
                System.out.println(once(reader, digest));
            }
        }
    }

    private static String once(CardReader reader, byte[] digest) throws GeneralSecurityException {
        long since = System.nanoTime();
        if (!(reader.open() instanceof CardReader.Opening.Opened opened)) {
            return "failed to open";
        }
        CardReading reading = opened.session().read();
        if (!(reading instanceof CardReading.Token token)) {
            return "failed to read: " + reading;
        }
        PinOutcome outcome = opened.session().sign(CardDesk.PIN.getBytes(US_ASCII), digest);
        long took = System.nanoTime() - since;
        reader.close();
        if (!(outcome instanceof PinOutcome.Signed signed)) {
            return "failed to sign: " + outcome;
        }
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(token.certificate())));
        verifier.update(MESSAGE);
        return verifier.verify(signed.signature()) ? "took " + took : "failed: a wrong signature";
    }
}
