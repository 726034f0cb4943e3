package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.identity.PathOutcome.Broken;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;

/**
 * What a kiosk is told of the older PKI: whom it trusts, under which policies, and what its CAs published. All of it has ended, so a
 * certificate is judged at the instant at which its CA last published a list by which that can be done. Immutable; safe for use by
 * several threads.
 */
@CheckReturnValue
public final class OlderPki {
    /** Of the certificate they say nothing: another instant may know better, or it is nobody's who is known here. */
    private static final Set<PathFlaw> UNDECIDED =
            EnumSet.of(PathFlaw.EXPIRED, PathFlaw.NOT_YET_VALID, PathFlaw.REVOCATION_UNKNOWN, PathFlaw.ISSUER_MISSING);

    private static final Set<PathFlaw> REVOKED = EnumSet.of(PathFlaw.REVOKED, PathFlaw.SUSPENDED);

    private final PathRules rules;
    private final Repository repository;

    OlderPki(PathRules rules, Repository repository) {
        this.rules = rules;
        this.repository = new Repository(
                repository.certificates(),
                repository.lists().stream()
                        .filter(list -> authorities(rules, repository)
                                .anyMatch(each -> CertificateReading.isIssuedBy(each, list)))
                        .toList()); // PKIX gives up over a list that only bears a CA's name
    }

    /**
     * Reads everything in every PEM file.
     *
     * @param certificates of the prefectures' and bridge CAs: their own, and those in which they certify each other
     * @param lists of what they revoked
     * @param policies that are accepted, in the anchors' words
     * @throws IOException when a file cannot be read
     * @throws CertificateException when one holds nothing of its kind, or an anchor is no CA's
     */
    public static OlderPki load(List<Path> anchors, List<Path> certificates, List<Path> lists, Set<String> policies)
            throws IOException, CertificateException {
        Set<X509Certificate> trusted = PemFiles.certificates(anchors);
        for (X509Certificate anchor : trusted) {
            if (!TrustAnchors.isAuthority(anchor)) {
                throw new CertificateException("not a CA: " + anchor.getSubjectX500Principal());
            }
        }
        return new OlderPki(
                new PathRules(
                        trusted,
                        policies,
                        true,
                        Set.of(SignatureAlgorithm.RSA_2048_SHA_256, SignatureAlgorithm.RSA_1024_SHA_1)),
                new Repository(List.copyOf(PemFiles.certificates(certificates)), List.copyOf(PemFiles.lists(lists))));
    }

    /**
     * What a certificate came to.
     *
     * @param status good, revoked or on hold by its CA's list; unavailable where it is unfit for another reason
     */
    record Judgement(PathOutcome outcome, RevocationStatus status) {}

    /** Empty when no published list is one by which it could be judged, or no path leads to an anchor. */
    Optional<Judgement> judge(X509Certificate certificate, Instant now) {
        return lists(certificate)
                .map(list -> list.getThisUpdate().toInstant())
                .filter(asOf -> !asOf.isAfter(now))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(asOf -> judgement(certificate, asOf))
                .filter(judgement -> decides(judgement.outcome()))
                .findFirst();
    }

    private static boolean decides(PathOutcome outcome) {
        return !(outcome instanceof Broken broken) || !UNDECIDED.contains(broken.flaw());
    }

    /** The CA that issued it, as it stands among what was published. */
    Optional<X509Certificate> issuer(X509Certificate certificate) {
        return issuers(certificate).min(Comparator.comparing(X509Certificate::getNotBefore));
    }

    private Stream<X509Certificate> issuers(X509Certificate certificate) {
        return authorities(rules, repository).filter(each -> CertificateReading.isIssuedBy(each, certificate));
    }

    private static Stream<X509Certificate> authorities(PathRules rules, Repository repository) {
        return Stream.concat(repository.certificates().stream(), rules.anchors().stream());
    }

    private Stream<X509CRL> lists(X509Certificate certificate) {
        return repository.lists().stream()
                .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()));
    }

    /** By that day's list alone, which is then also the one that says since when and why. */
    private Judgement judgement(X509Certificate certificate, Instant asOf) {
        Repository then = repository.at(asOf, certificate.getIssuerX500Principal());
        PathOutcome outcome = new PathValidation(rules, then).validate(certificate, asOf);
        return new Judgement(outcome, status(outcome, certificate, asOf));
    }

    private RevocationStatus status(PathOutcome outcome, X509Certificate certificate, Instant asOf) {
        if (outcome instanceof PathOutcome.ValidAt) {
            return new RevocationStatus.Good(asOf);
        }
        return outcome instanceof Broken broken && broken.link() == 0 && REVOKED.contains(broken.flaw())
                ? entry(certificate, asOf)
                : new RevocationStatus.Unavailable();
    }

    private RevocationStatus entry(X509Certificate certificate, Instant asOf) {
        return lists(certificate)
                .filter(list -> list.getThisUpdate().toInstant().equals(asOf) && isOfItsIssuer(list, certificate))
                .flatMap(list -> Stream.ofNullable(list.getRevokedCertificate(certificate)))
                .findFirst()
                .map(entry -> RevocationStatus.ofEntry(
                        reason(entry), entry.getRevocationDate().toInstant()))
                .orElseGet(RevocationStatus.Unavailable::new);
    }

    /** What is published is trusted for its signature alone. */
    private boolean isOfItsIssuer(X509CRL list, X509Certificate certificate) {
        return issuers(certificate).anyMatch(issuer -> CertificateReading.isIssuedBy(issuer, list));
    }

    private static RevocationReason reason(X509CRLEntry entry) {
        return Stream.of(RevocationReason.values())
                .filter(each -> entry.getRevocationReason() != null
                        && each.name().equals(entry.getRevocationReason().name()))
                .findFirst()
                .orElse(RevocationReason.UNSPECIFIED);
    }
}
