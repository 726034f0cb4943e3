package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLReason;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PolicyNode;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.identity.PathOutcome.Broken;
import jp.madoguchi.kiosk.identity.PathOutcome.ValidAt;
import jp.madoguchi.kiosk.identity.PathSearch.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Validates signature certificates of the older PKI (住民基本台帳カード): prefecture's CA, cross certificate, bridge CA, anchor. All have
 * expired by 2018, so it is always asked of an instant. The platform's PKIX (RFC 5280 section 6) decides; no network is asked: lists
 * are what was published. Immutable.
 */
@CheckReturnValue
public final class PathValidation {
    private static final Map<CertPathValidatorException.Reason, PathFlaw> FLAWS = Map.ofEntries(
            Map.entry(BasicReason.EXPIRED, PathFlaw.EXPIRED),
            Map.entry(BasicReason.NOT_YET_VALID, PathFlaw.NOT_YET_VALID),
            Map.entry(BasicReason.UNDETERMINED_REVOCATION_STATUS, PathFlaw.REVOCATION_UNKNOWN),
            Map.entry(BasicReason.ALGORITHM_CONSTRAINED, PathFlaw.ALGORITHM),
            Map.entry(PKIXReason.NOT_CA_CERT, PathFlaw.NOT_A_CA),
            Map.entry(PKIXReason.PATH_TOO_LONG, PathFlaw.PATH_TOO_LONG),
            Map.entry(PKIXReason.INVALID_KEY_USAGE, PathFlaw.KEY_USAGE),
            Map.entry(PKIXReason.UNRECOGNIZED_CRIT_EXT, PathFlaw.CRITICAL_EXTENSION),
            Map.entry(PKIXReason.INVALID_NAME, PathFlaw.NAME_NOT_PERMITTED));

    private final PathRules rules;
    private final Repository repository;

    public PathValidation(PathRules rules, Repository repository) {
        this.rules = rules;
        this.repository = repository;
    }

    /** What the certificate was at {@code instant}. Of several paths the first that holds counts, else the first. */
    public PathOutcome validate(byte[] der, Instant instant) {
        return CertificateReading.certificate(der)
                .map(holders -> validate(holders, instant))
                .orElseGet(() -> new Broken(PathFlaw.ENCODING, 0));
    }

    PathOutcome validate(X509Certificate holders, Instant instant) {
        if (!isForSignatures(holders)) {
            return new Broken(PathFlaw.KEY_USAGE, 0);
        }
        PathSearch search = new PathSearch(rules.anchors(), repository.certificates(), holders);
        List<PathOutcome> outcomes =
                search.found().stream().map(each -> outcome(each, instant)).toList();
        return outcomes.stream()
                .filter(ValidAt.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream().findFirst())
                .orElseGet(() -> new Broken(PathFlaw.ISSUER_MISSING, search.farthest()));
    }

    private static boolean isForSignatures(X509Certificate holders) {
        boolean[] usage = holders.getKeyUsage();
        return usage != null && Purpose.DIGITAL_SIGNATURE.isServedBy(usage) && holders.getBasicConstraints() < 0;
    }

    private PathOutcome outcome(Candidate candidate, Instant instant) {
        return algorithmFlaw(candidate)
                .or(() -> anchorFlaw(candidate, instant))
                .orElseGet(() -> pkix(candidate, instant));
    }

    private Optional<PathOutcome> algorithmFlaw(Candidate candidate) {
        List<X509Certificate> path = candidate.certificates();
        for (int link = 0; link < path.size(); link++) {
            X509Certificate certificate = path.get(link);
            X509Certificate issuer = link + 1 < path.size() ? path.get(link + 1) : candidate.anchor();
            if (rules.algorithms().stream().noneMatch(each -> each.signed(certificate, issuer.getPublicKey()))) {
                return Optional.of(new Broken(PathFlaw.ALGORITHM, link));
            }
        }
        return Optional.empty();
    }

    /** PKIX asks nothing of an anchor; here it must have been valid itself. */
    private static Optional<PathOutcome> anchorFlaw(Candidate candidate, Instant instant) {
        int link = candidate.certificates().size();
        if (instant.isBefore(candidate.anchor().getNotBefore().toInstant())) {
            return Optional.of(new Broken(PathFlaw.NOT_YET_VALID, link));
        }
        return instant.isAfter(candidate.anchor().getNotAfter().toInstant())
                ? Optional.of(new Broken(PathFlaw.EXPIRED, link))
                : Optional.empty();
    }

    private PathOutcome pkix(Candidate candidate, Instant instant) {
        try {
            CertPathValidator validator = CertPathValidator.getInstance("PKIX");
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(candidate.certificates());
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult)
                    validator.validate(path, parameters(validator, candidate.anchor(), instant));
            return new ValidAt(instant, candidate.certificates(), leaves(result.getPolicyTree()));
        } catch (CertPathValidatorException refused) {
            return broken(refused, candidate);
        } catch (CertificateException | NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every Java platform validates X.509 paths", e);
        }
    }

    private PKIXParameters parameters(CertPathValidator validator, X509Certificate anchor, Instant instant)
            throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setDate(Date.from(instant));
        parameters.setInitialPolicies(rules.policies());
        parameters.setExplicitPolicyRequired(rules.explicitPolicy());
        parameters.setAnyPolicyInhibited(true); // a policy counts that is named
        parameters.setPolicyQualifiersRejected(false); // JPKI's critical policies name their CPS
        PKIXRevocationChecker revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
        revocation.setOptions(
                EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
        parameters.addCertPathChecker(revocation);
        List<X509CRL> lists = repository.lists().stream()
                .filter(list -> rules.algorithms().stream().anyMatch(each -> each.signed(list)))
                .toList();
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        return parameters;
    }

    private Broken broken(CertPathValidatorException refused, Candidate candidate) {
        CertPathValidatorException.Reason reason = refused.getReason();
        Broken plain = new Broken(
                reason == BasicReason.REVOKED ? revoked(refused) : FLAWS.getOrDefault(reason, PathFlaw.OTHER),
                Math.max(refused.getIndex(), 0)); // -1 where the path as a whole was refused
        return reason == PKIXReason.INVALID_POLICY
                ? PolicyFault.of(candidate.certificates(), rules.policies()).orElse(plain)
                : plain;
    }

    private static PathFlaw revoked(CertPathValidatorException refused) {
        return refused.getCause() instanceof CertificateRevokedException revoked
                        && revoked.getRevocationReason() == CRLReason.CERTIFICATE_HOLD
                ? PathFlaw.SUSPENDED
                : PathFlaw.REVOKED;
    }

    private static Set<String> leaves(@Nullable PolicyNode node) {
        Set<String> policies = new HashSet<>();
        if (node != null) {
            Iterator<? extends PolicyNode> children = node.getChildren();
            if (!children.hasNext()) {
                policies.add(node.getValidPolicy());
            }
            children.forEachRemaining(child -> policies.addAll(leaves(child)));
        }
        return policies;
    }
}
