package jp.madoguchi.kiosk.keys;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import jp.madoguchi.kiosk.terms.Sha256;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * What the certificate says that the kiosk shows: whose it is, and until when. Days are UTC's.
 *
 * @param fingerprint SHA-256 of its DER
 */
record KioskCertificate(List<String> names, Instant begins, Instant ends, Sha256 fingerprint) {
    static KioskCertificate of(KeySet keys) {
        X509Certificate certificate = keys.certificate();
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new KioskCertificate(
                Arrays.stream(subject.getRDNs(BCStyle.CN))
                        .map(name -> IETFUtils.valueToString(name.getFirst().getValue()))
                        .toList(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                keys.access().kioskCertificate());
    }

    /** The center takes the common name for the kiosk's id (center-api.yaml) and would refuse every visit of another. */
    void requireFor(String kiosk) throws KeysUnusable {
        if (!names.equals(List.of(kiosk))) {
            throw new KeysUnusable("the certificate is of kiosk " + String.join(", ", names) + " and this is kiosk "
                    + kiosk + " ([kiosk] id)");
        }
    }

    void requireValidAt(Instant now) throws KeysUnusable {
        if (now.isAfter(ends)) {
            throw new KeysUnusable("the certificate ended on " + day(ends));
        }
        if (now.isBefore(begins)) {
            throw new KeysUnusable("the certificate begins only on " + day(begins));
        }
    }

    /** Whole days; negative once it has ended. */
    long daysLeft(Instant now) {
        return Math.floorDiv(ChronoUnit.SECONDS.between(now, ends), 86_400);
    }

    LocalDate lastDay() {
        return day(ends);
    }

    String words() {
        return "certificate " + fingerprint.hex() + " until " + lastDay();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
