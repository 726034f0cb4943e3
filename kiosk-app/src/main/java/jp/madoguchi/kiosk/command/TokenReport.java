package jp.madoguchi.kiosk.command;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.devices.card.CardInspection;
import jp.madoguchi.kiosk.terms.Slug;

/** What {@code device card} says of a token: the members of its JSON object, in order. Nothing of it names the holder. */
final class TokenReport {
    private TokenReport() {}

    /** Whether this kiosk logs in with it. */
    static boolean served(CardInspection.Inspected token) {
        return switch (token.kind()) {
            case MY_NUMBER_CARD -> token.authentication().isPresent();
            case ANDROID_PHONE -> true; // its certificate shows after the PIN only
            case IPHONE, JUKI_CARD, UNKNOWN -> false;
        };
    }

    static Map<String, Object> of(CardInspection.Inspected token) throws Stop {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", token.label());
        facts.put("kind", Slug.of(token.kind()));
        if (!served(token)) {
            facts.put("served", false);
        }
        addCertificate(facts, token);
        token.pinTries().ifPresent(tries -> facts.put("triesLeft", tries));
        token.passwordTries().ifPresent(tries -> facts.put("signatureTriesLeft", tries));
        token.availability()
                .ifPresent(flags ->
                        facts.put("availability", HexFormat.of().withUpperCase().formatHex(flags)));
        token.expires().ifPresent(last -> facts.put("cardExpires", last.toString()));
        return facts;
    }

    /** The one that can be read without a PIN: for authentication, or, on a Juki card that gives it, for signatures. */
    private static void addCertificate(Map<String, Object> facts, CardInspection.Inspected token) throws Stop {
        Optional<byte[]> readable = token.authentication().or(token::signature);
        if (readable.isEmpty()) {
            facts.put("certificate", token.kind().isPhone() ? "after the PIN" : "absent");
            return;
        }
        X509Certificate certificate = parse(readable.get());
        if (token.authentication().isPresent()) {
            facts.put("subject", certificate.getSubjectX500Principal().getName());
        } else {
            facts.put("certificate", "for signatures");
        }
        facts.put("issuer", certificate.getIssuerX500Principal().getName());
        facts.put("serial", certificate.getSerialNumber().toString(16));
        facts.put("notBefore", certificate.getNotBefore().toInstant().toString());
        facts.put("notAfter", certificate.getNotAfter().toInstant().toString());
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509Certificate parse(byte[] der) throws Stop {
        try {
            return certificate(der);
        } catch (CertificateException broken) {
            throw new Stop(Exit.NOT_USABLE, "what the card gives as its certificate is none");
        }
    }
}
