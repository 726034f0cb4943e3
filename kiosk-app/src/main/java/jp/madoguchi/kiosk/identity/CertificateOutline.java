package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * What can be told of a certificate before others: how long it is valid, by whom it was issued and under which rules. Its subject, which
 * names its holder, is never read. Immutable; safe for use by several threads.
 */
@CheckReturnValue
public final class CertificateOutline {
    private static final int LONGEST_TEXT = 120;
    /** What a telephone opens, short enough for a small QR code. */
    private static final String ADDRESS = "https?://[!-~]{1,90}";

    private final CertificateProfile profile;
    private final Optional<OlderPki> older;
    private final Clock clock;

    public CertificateOutline(TrustAnchors anchors, Clock clock) {
        this(anchors, Optional.empty(), clock);
    }

    /** @param older is asked of certificates that none of {@code anchors} issued */
    public CertificateOutline(TrustAnchors anchors, Optional<OlderPki> older, Clock clock) {
        this.profile = new CertificateProfile(anchors, anchors.purpose());
        this.older = older;
        this.clock = clock;
    }

    /** Empty when these bytes are no certificate. */
    public Optional<CertificateFacts> of(byte[] der) {
        return CertificateReading.certificate(der).map(this::facts);
    }

    /** What its authority is to be asked; empty when these bytes are no certificate, or none of the anchors issued it. */
    public Optional<StatusQuestion> question(byte[] der) {
        return CertificateReading.certificate(der)
                .flatMap(certificate -> profile.issuer(certificate).map(issuer -> question(certificate, issuer)));
    }

    private static StatusQuestion question(X509Certificate certificate, X509Certificate issuer) {
        byte[] key = SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        return new StatusQuestion(
                Sha256.of(certificate.getIssuerX500Principal().getEncoded()),
                Sha256.of(key),
                certificate.getSerialNumber(),
                certificate.getNotBefore().toInstant());
    }

    private CertificateFacts facts(X509Certificate certificate) {
        Instant now = clock.instant();
        Optional<X509Certificate> issuer = profile.issuer(certificate);
        if (issuer.isEmpty() && older.isPresent()) {
            Optional<OlderPki.Judgement> judgement = older.get().judge(certificate, now);
            if (judgement.isPresent()) {
                return facts(certificate, older.get(), judgement.get(), now);
            }
        }
        CardCertificate examined = profile.examine(certificate, now);
        return new CertificateFacts(
                state(examined),
                ends(examined, certificate),
                issuer(certificate, issuer),
                policy(certificate),
                issuer.flatMap(known -> statement(certificate)),
                Optional.empty());
    }

    private static CertificateFacts facts(
            X509Certificate certificate, OlderPki older, OlderPki.Judgement judgement, Instant now) {
        boolean unsuitable = judgement.status() instanceof RevocationStatus.Unavailable;
        Optional<X509Certificate> issuer = unsuitable ? Optional.empty() : older.issuer(certificate);
        Instant ends = certificate.getNotAfter().toInstant();
        CertificateFacts.State state = now.isAfter(ends) ? CertificateFacts.State.ENDED : CertificateFacts.State.VALID;
        return new CertificateFacts(
                unsuitable ? CertificateFacts.State.UNSUITABLE : state,
                ends,
                issuer(certificate, issuer),
                policy(certificate),
                issuer.flatMap(known -> statement(certificate)),
                unsuitable ? Optional.empty() : Optional.of(judgement.status()));
    }

    private static CertificateFacts.State state(CardCertificate examined) {
        if (examined instanceof CardCertificate.Valid) {
            return CertificateFacts.State.VALID;
        }
        if (examined instanceof CardCertificate.Expired) {
            return CertificateFacts.State.ENDED;
        }
        if (examined instanceof CardCertificate.NotYetValid) {
            return CertificateFacts.State.NOT_YET_VALID;
        }
        return examined instanceof CardCertificate.UnknownIssuer
                ? CertificateFacts.State.UNKNOWN_ISSUER
                : CertificateFacts.State.UNSUITABLE;
    }

    /** Where it could be examined its issuer's end counts, too. */
    private static Instant ends(CardCertificate examined, X509Certificate certificate) {
        if (examined instanceof CardCertificate.Valid valid) {
            return valid.notAfter();
        }
        return examined instanceof CardCertificate.Expired expired
                ? expired.notAfter()
                : certificate.getNotAfter().toInstant();
    }

    private static CertificateFacts.Issuer issuer(X509Certificate certificate, Optional<X509Certificate> known) {
        return new CertificateFacts.Issuer(
                units(certificate),
                known.map(authority ->
                                ValidityRules.dayOf(authority.getNotBefore().toInstant()))
                        .map(day -> OptionalInt.of(day.getYear()))
                        .orElse(OptionalInt.empty()));
    }

    /** The issuer's organizational units, by which JPKI's and the prefectures' CAs tell themselves apart. */
    private static String units(X509Certificate certificate) {
        X500Name name =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        String units = Arrays.stream(name.getRDNs(BCStyle.OU))
                .map(unit -> IETFUtils.valueToString(unit.getFirst().getValue()))
                .collect(Collectors.joining(", "));
        return shortened(units.isEmpty() ? name.toString() : units);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    private static Optional<String> policy(X509Certificate certificate) {
        return read(
                certificate,
                policies -> policies.stream()
                        .map(policy -> policy.getPolicyIdentifier().getId())
                        .findFirst());
    }

    /** The address of the certification practice statement: RFC 5280 section 4.2.1.4. */
    private static Optional<String> statement(X509Certificate certificate) {
        return read(
                certificate,
                policies -> policies.stream()
                        .flatMap(policy -> Stream.ofNullable(policy.getPolicyQualifiers()))
                        .map(ASN1Sequence::toArray)
                        .flatMap(Arrays::stream)
                        .map(PolicyQualifierInfo::getInstance)
                        .filter(qualifier -> PolicyQualifierId.id_qt_cps.equals(qualifier.getPolicyQualifierId()))
                        .map(qualifier -> ASN1IA5String.getInstance(qualifier.getQualifier())
                                .getString())
                        .filter(address -> address.matches(ADDRESS))
                        .findFirst());
    }

    private static Optional<String> read(
            X509Certificate certificate, Function<List<PolicyInformation>, Optional<String>> reading) {
        return CertificateReading.extension(
                        certificate,
                        Extension.certificatePolicies,
                        policies -> reading.apply(List.of(
                                CertificatePolicies.getInstance(policies).getPolicyInformation())))
                .flatMap(said -> said);
    }
}
