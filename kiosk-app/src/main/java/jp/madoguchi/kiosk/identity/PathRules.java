package jp.madoguchi.kiosk.identity;

import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * What a relying party asks of a path: the inputs of RFC 5280 section 6.1.1.
 *
 * @param anchors never built in: the older PKI's are trusted only where they are named
 * @param policies object identifiers of the policies that are accepted, in the anchors' words
 * @param explicitPolicy whether a path without any of them is refused even when no CA insists
 * @param algorithms with which every link must have been signed
 */
public record PathRules(
        Set<X509Certificate> anchors,
        Set<String> policies,
        boolean explicitPolicy,
        Set<SignatureAlgorithm> algorithms) {
    public PathRules {
        anchors = Set.copyOf(anchors);
        policies = Set.copyOf(policies);
        algorithms = Set.copyOf(algorithms);
    }
}
