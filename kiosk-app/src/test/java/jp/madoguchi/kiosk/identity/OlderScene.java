package jp.madoguchi.kiosk.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.simulators.pki.CertificateDraft;
import jp.madoguchi.simulators.pki.Link;
import jp.madoguchi.simulators.pki.PrefectureKeys;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.jspecify.annotations.Nullable;

/** The older PKI, what of it is published, and what is asked of it: all in order until something is changed. */
final class OlderScene {
    /** The day of everything that is published. */
    static final Instant THEN = Instant.parse("2016-07-01T03:00:00Z");

    private static final PrefectureKeys KEYS = newKeys();

    private final PrefectureKeys keys;
    private final Map<Link, Consumer<CertificateDraft>> changes = new EnumMap<>(Link.class);
    private final Set<Link> hidden = EnumSet.noneOf(Link.class);
    private final Set<Link> unlisted = EnumSet.noneOf(Link.class);
    private final List<X509Certificate> more = new ArrayList<>();
    private @Nullable PrefecturePki made;

    Instant at = THEN;

    @Nullable
    Set<X509Certificate> anchors;

    @Nullable
    X509Certificate holder;

    Set<String> policies = Set.of(PrefecturePki.ANCHOR_POLICY);
    boolean explicitPolicy = true;
    /** Whether the certificate in which the prefecture certifies the bridge is published. */
    boolean circle = true;

    Set<SignatureAlgorithm> algorithms = SignatureAlgorithm.USUAL;

    OlderScene() {
        this(KEYS);
    }

    OlderScene(PrefectureKeys keys) {
        this.keys = keys;
    }

    static PrefectureKeys newKeys() {
        try {
            return PrefectureKeys.generate(new SecureRandom());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static void inhibitMapping(CertificateDraft draft, int after) {
        draft.with(Extension.policyConstraints, true, new PolicyConstraints(null, BigInteger.valueOf(after)));
    }

    void with(Link link, Consumer<CertificateDraft> change) {
        changes.merge(link, change, Consumer::andThen);
    }

    /** Does not publish that certificate. */
    void hide(Link link) {
        hidden.add(link);
    }

    /** Does not publish the list on which that certificate would be. */
    void unlist(Link link) {
        unlisted.add(link);
    }

    void alsoPublish(X509Certificate certificate) {
        more.add(certificate);
    }

    PrefecturePki pki() {
        if (made == null) {
            try {
                made = PrefecturePki.of(
                        keys,
                        THEN,
                        (link, draft) ->
                                changes.getOrDefault(link, unchanged -> {}).accept(draft));
            } catch (GeneralSecurityException | IOException e) {
                throw new AssertionError(e);
            }
        }
        return made;
    }

    PathValidation validation() {
        return new PathValidation(rules(), repository(List.of()));
    }

    /** With lists of another day beside those of this scene. */
    OlderPki older(List<X509CRL> others) {
        return new OlderPki(rules(), repository(others));
    }

    private PathRules rules() {
        return new PathRules(anchors == null ? Set.of(pki().anchor()) : anchors, policies, explicitPolicy, algorithms);
    }

    private Repository repository(List<X509CRL> others) {
        List<X509Certificate> certificates = Stream.concat(more.stream(), pki().published().stream())
                .filter(each -> circle || !each.equals(pki().back()))
                .filter(each -> hidden.stream()
                        .noneMatch(link -> pki().certificate(link).equals(each)))
                .toList();
        List<X509CRL> lists = Stream.concat(
                        others.stream(),
                        Stream.of(Link.values())
                                .filter(link -> !unlisted.contains(link))
                                .map(pki()::list))
                .toList();
        return new Repository(certificates, lists);
    }

    /** What the same CAs published on another day. */
    List<X509CRL> lists(Instant day, BiConsumer<Link, CertificateDraft> change) {
        try {
            PrefecturePki other = PrefecturePki.of(keys, day, change);
            return Stream.of(Link.values()).map(other::list).toList();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    PathOutcome validate() throws CertificateEncodingException {
        X509Certificate card = holder == null ? pki().certificate(Link.HOLDER) : holder;
        return validation().validate(card.getEncoded(), at);
    }
}
