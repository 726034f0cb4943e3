package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds every way from a certificate to an anchor by names and signatures, and how far the longest dead end came. */
@CheckReturnValue
final class PathSearch {
    /** @param certificates from the holder's up to the one that {@code anchor} issued */
    record Candidate(List<X509Certificate> certificates, X509Certificate anchor) {}

    private final Set<X509Certificate> anchors;
    private final List<X509Certificate> published;
    private final List<Candidate> found = new ArrayList<>();
    private int farthest;

    PathSearch(Set<X509Certificate> anchors, List<X509Certificate> published, X509Certificate holders) {
        this.anchors = anchors;
        this.published = published.stream()
                .filter(each -> !CertificateReading.isIssuedBy(each, each)) // leads nowhere but to itself
                .toList();
        search(List.of(holders));
    }

    private void search(List<X509Certificate> path) {
        int last = path.size() - 1;
        X509Certificate link = path.get(last);
        farthest = Math.max(farthest, last);
        anchors.stream()
                .filter(anchor -> CertificateReading.isIssuedBy(anchor, link))
                .forEach(anchor -> found.add(new Candidate(path, anchor)));
        published.stream()
                .filter(each -> CertificateReading.isIssuedBy(each, link) && isNew(each, path))
                .forEach(each -> search(with(path, each)));
    }

    /** Whether this CA's key is not in the path yet: cross certificates go both ways. */
    private static boolean isNew(X509Certificate authority, List<X509Certificate> path) {
        return path.stream().noneMatch(each -> each.getPublicKey().equals(authority.getPublicKey()));
    }

    private static List<X509Certificate> with(List<X509Certificate> path, X509Certificate next) {
        List<X509Certificate> longer = new ArrayList<>(path);
        longer.add(next);
        return List.copyOf(longer);
    }

    /** Those that reach an anchor, the shortest first at each turn. */
    List<Candidate> found() {
        return found;
    }

    /** The last link for which an issuer was looked for. */
    int farthest() {
        return farthest;
    }
}
