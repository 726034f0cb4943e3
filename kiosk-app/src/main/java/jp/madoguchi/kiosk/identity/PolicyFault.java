package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.identity.PathOutcome.Broken;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;

/**
 * Says why PKIX refused a path's policies, for which it has one reason only. It walks down from the anchor with the policies that are
 * still accepted, as RFC 5280 section 6.1.3 (d) and 6.1.4 (b) and (i) do. It explains; it never accepts anything.
 */
@CheckReturnValue
final class PolicyFault {
    private final List<X509Certificate> path;
    private Set<String> expected;
    private int mappingsAllowed;
    private boolean inhibited;

    private PolicyFault(List<X509Certificate> path, Set<String> policies) {
        this.path = path;
        this.expected = policies;
        this.mappingsAllowed = path.size();
    }

    /**
     * Empty when this walk has no objection.
     *
     * @param path from the holder's certificate upwards; one that PKIX refused
     */
    static Optional<Broken> of(List<X509Certificate> path, Set<String> policies) {
        return new PolicyFault(path, policies).walk();
    }

    private Optional<Broken> walk() {
        for (int link = path.size() - 1; link >= 0; link--) {
            X509Certificate certificate = path.get(link);
            Set<String> stated = stated(certificate);
            if (stated.isEmpty()) {
                return broken(PathFlaw.POLICY_MISSING, link);
            }
            stated.retainAll(expected);
            if (stated.isEmpty()) {
                return broken(inhibited ? PathFlaw.POLICY_MAPPING_INHIBITED : PathFlaw.POLICY_UNMAPPED, link);
            }
            expected = mapped(stated, mappings(certificate));
            mappingsAllowed = allowed(certificate)
                    .map(limit -> Math.min(limit, mappingsAllowed - 1))
                    .orElse(mappingsAllowed - 1);
        }
        return Optional.empty();
    }

    private static Optional<Broken> broken(PathFlaw flaw, int link) {
        return Optional.of(new Broken(flaw, link));
    }

    private static Set<String> stated(X509Certificate certificate) {
        Set<String> stated = new HashSet<>();
        CertificateReading.extension(certificate, Extension.certificatePolicies, CertificatePolicies::getInstance)
                .ifPresent(policies -> {
                    for (PolicyInformation each : policies.getPolicyInformation()) {
                        stated.add(each.getPolicyIdentifier().getId());
                    }
                });
        return stated;
    }

    /** What the next certificate may state: for a policy that is mapped, the words of the CA below for it. */
    private Set<String> mapped(Set<String> stated, Map<String, Set<String>> mappings) {
        Set<String> next = new HashSet<>();
        for (String policy : stated) {
            Set<String> theirs = mappings.getOrDefault(policy, Set.of());
            if (theirs.isEmpty()) {
                next.add(policy);
            } else if (mappingsAllowed > 0) {
                next.addAll(theirs);
            } else {
                inhibited = true;
            }
        }
        return next;
    }

    private static Map<String, Set<String>> mappings(X509Certificate certificate) {
        return CertificateReading.extension(certificate, Extension.policyMappings, PolicyFault::mappings)
                .orElseGet(Map::of);
    }

    private static Map<String, Set<String>> mappings(ASN1Primitive pairs) {
        Map<String, Set<String>> mappings = new HashMap<>();
        for (ASN1Encodable each : ASN1Sequence.getInstance(pairs)) {
            ASN1Sequence pair = ASN1Sequence.getInstance(each); // issuerDomainPolicy, subjectDomainPolicy
            mappings.computeIfAbsent(pair.getObjectAt(0).toString(), ours -> new HashSet<>())
                    .add(pair.getObjectAt(1).toString());
        }
        return mappings;
    }

    /** How many more certificates may map, by this one's inhibitPolicyMapping. */
    private static Optional<Integer> allowed(X509Certificate certificate) {
        return CertificateReading.extension(certificate, Extension.policyConstraints, PolicyConstraints::getInstance)
                .map(PolicyConstraints::getInhibitPolicyMapping)
                .map(BigInteger::intValueExact);
    }
}
