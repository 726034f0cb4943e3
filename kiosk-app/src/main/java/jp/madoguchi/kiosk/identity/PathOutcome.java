package jp.madoguchi.kiosk.identity;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a certificate of the older PKI came to. */
public sealed interface PathOutcome {
    /**
     * It was valid at that instant, which says nothing of today.
     *
     * @param path from the holder's certificate up to the one that the anchor issued
     * @param policies under which it was issued, in its own CA's words
     */
    record ValidAt(Instant instant, List<X509Certificate> path, Set<String> policies) implements PathOutcome {
        public ValidAt {
            path = List.copyOf(path);
            policies = Set.copyOf(policies);
        }

        /** Without the certificates, which name the holder. */
        @Override
        public String toString() {
            return "ValidAt[" + instant + ", " + path.size() + " certificates, policies " + policies + "]";
        }
    }

    /** @param link counted from the holder's certificate, which is 0 */
    record Broken(PathFlaw flaw, int link) implements PathOutcome {}
}
