package jp.madoguchi.kiosk.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What is on the reader. Spends no PIN try. */
@Command(
        name = "card",
        description = "Says what is on the card reader, without spending a PIN try.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a card that can log in was read",
            "2:wrong usage",
            "4:no reader, several matching readers, or no PC/SC service",
            "5:no card",
            "6:a card that this kiosk cannot log in with"
        })
final class CardCommand implements Callable<Integer> {
    @Option(
            names = "--reader",
            paramLabel = "PATTERN",
            required = true,
            scope = ScopeType.INHERIT,
            description = "part of the PC/SC reader's name, or a glob of all of it")
    private String reader = "";

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Devices devices;

    CardCommand(Devices devices) {
        this.devices = devices;
    }

    /** Of this command, and of those below it. */
    String reader() {
        return reader;
    }

    @Override
    public Integer call() throws Stop {
        try (CardReader opened = devices.reader(reader);
                CardSession session = CardOnReader.open(opened)) {
            CardReading reading = session.read();
            Map<String, Object> facts = facts(reading);
            show(facts);
            return reading instanceof CardReading.Token ? Exit.DONE : Exit.NOT_USABLE;
        }
    }

    private static Map<String, Object> facts(CardReading reading) throws Stop {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (reading instanceof CardReading.Failed failed) {
            throw new Stop(CardOnReader.code(failed.failure()), CardOnReader.words(failed.failure()));
        }
        if (reading instanceof CardReading.NotJpki) {
            throw new Stop(Exit.NOT_USABLE, "a card without the JPKI application");
        }
        if (reading instanceof CardReading.NotServed other) {
            facts.put("label", other.label());
            facts.put("kind", slug(other.kind()));
            facts.put("served", false);
        } else if (reading instanceof CardReading.NoCertificate none) {
            facts.put("label", none.kind().label());
            facts.put("kind", slug(none.kind()));
            facts.put("certificate", "absent");
        } else if (reading instanceof CardReading.Token token) {
            X509Certificate certificate = certificate(token.certificate());
            facts.put("label", token.kind().label());
            facts.put("kind", slug(token.kind()));
            facts.put("subject", certificate.getSubjectX500Principal().getName());
            facts.put("issuer", certificate.getIssuerX500Principal().getName());
            facts.put("serial", certificate.getSerialNumber().toString(16));
            facts.put("notBefore", certificate.getNotBefore().toInstant().toString());
            facts.put("notAfter", certificate.getNotAfter().toInstant().toString());
            facts.put("triesLeft", token.triesLeft());
        }
        return facts;
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static X509Certificate certificate(byte[] der) throws Stop {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException broken) {
            throw new Stop(Exit.NOT_USABLE, "what the card gives as its certificate is none");
        }
    }

    private void show(Map<String, Object> facts) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            try {
                out.println(new ObjectMapper().writeValueAsString(facts));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        } else {
            facts.forEach((name, value) -> out.printf("%-10s %s%n", name, value));
        }
    }
}
