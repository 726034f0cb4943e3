package jp.madoguchi.simulators.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * The older PKI, with Aomori as its prefecture: the governor's CA, self-signed, run under a CP/CPS of its own; a bridge CA that
 * certifies it, maps its policy to the bridge's, insists on a policy and permits the prefecture's names only; and a relying party's CA
 * that certifies the bridge. Names say JPKI-TEST, policies lie in the arc that RFC 5612 keeps for examples. Certificates are valid for
 * three years from a year before {@code asOf}; the lists are those of that instant, for two days.
 */
public final class PrefecturePki {
    public static final String ANCHOR_NAME = "C=JP,O=JPKI-TEST,OU=Relying party CA";
    public static final String BRIDGE_NAME = "C=JP,O=JPKI-TEST,OU=Bridge CA";
    public static final String PREFECTURE_NAME = "C=JP,O=JPKI-TEST,OU=Aomori Prefecture CA";

    /** Names in here are permitted to the prefecture's CA. */
    public static final String PLACE = "C=JP,L=Aomori-ken";

    public static final String ANCHOR_POLICY = "1.3.6.1.4.1.32473.1.1";
    public static final String BRIDGE_POLICY = "1.3.6.1.4.1.32473.2.1";
    public static final String PREFECTURE_POLICY = "1.3.6.1.4.1.32473.3.1";

    private static final int YEARS = 3;
    private static final long FIRST_SERIAL = 1000;

    private final PrefectureKeys keys;
    private final Instant asOf;
    private final JcaX509ExtensionUtils ids;
    private final X509Certificate anchor;
    private final X509Certificate prefecture;
    private final X509Certificate back;
    private final Map<Link, X509Certificate> chain = new EnumMap<>(Link.class);
    private final Map<Link, X509CRL> lists = new EnumMap<>(Link.class);

    private PrefecturePki(PrefectureKeys keys, Instant asOf, BiConsumer<Link, CertificateDraft> change)
            throws GeneralSecurityException, IOException {
        this.keys = keys;
        this.asOf = asOf;
        this.ids = new JcaX509ExtensionUtils();
        anchor = selfSigned(ANCHOR_NAME, keys.anchor());
        prefecture = selfSigned(PREFECTURE_NAME, keys.prefecture());
        back = new Signing(PREFECTURE_NAME, keys.prefecture())
                .certificate(
                        cross(BRIDGE_NAME, keys.bridge(), PREFECTURE_POLICY, BRIDGE_POLICY),
                        BigInteger.TWO,
                        keys.bridge().getPublic());
        for (Link link : Link.values()) {
            CertificateDraft draft = draft(link);
            change.accept(link, draft);
            Signing issuer = issuer(link);
            BigInteger serial = BigInteger.valueOf(FIRST_SERIAL + chain.size());
            chain.put(link, issuer.certificate(draft, serial, keys(link).getPublic()));
            lists.put(link, issuer.list(draft, serial, asOf));
        }
    }

    /** A hierarchy as it should be, each certificate changed by {@code change} before it is signed. */
    public static PrefecturePki of(PrefectureKeys keys, Instant asOf, BiConsumer<Link, CertificateDraft> change)
            throws GeneralSecurityException, IOException {
        return new PrefecturePki(keys, asOf, change);
    }

    /** The relying party's CA, which is what it trusts. */
    public X509Certificate anchor() {
        return anchor;
    }

    /** The self-signed certificate that the prefecture published and the card carries a copy of. */
    public X509Certificate prefecture() {
        return prefecture;
    }

    /** The other cross certificate of the pair, in which the prefecture's CA certifies the bridge's: leads in a circle. */
    public X509Certificate back() {
        return back;
    }

    public X509Certificate certificate(Link link) {
        return Objects.requireNonNull(chain.get(link));
    }

    /** The revocation list of that certificate's issuer. */
    public X509CRL list(Link link) {
        return Objects.requireNonNull(lists.get(link));
    }

    /** What the CAs published: all certificates but the holder's and the anchor. */
    public List<X509Certificate> published() {
        return List.of(prefecture, back, certificate(Link.PREFECTURE), certificate(Link.BRIDGE));
    }

    private X509Certificate selfSigned(String name, KeyPair pair) throws GeneralSecurityException, IOException {
        CertificateDraft draft = blank(name);
        OlderProfile.authority(draft, pair.getPublic(), ids);
        return new Signing(name, pair).certificate(draft, BigInteger.ONE, pair.getPublic());
    }

    private CertificateDraft draft(Link link) {
        CertificateDraft draft = switch (link) {
            case HOLDER -> holder();
            case PREFECTURE -> prefecturesCross();
            case BRIDGE -> cross(BRIDGE_NAME, keys.bridge(), ANCHOR_POLICY, BRIDGE_POLICY);
        };
        return draft.with(
                Extension.authorityKeyIdentifier,
                false,
                ids.createAuthorityKeyIdentifier(issuer(link).keys().getPublic()));
    }

    private CertificateDraft holder() {
        CertificateDraft draft = blank(PLACE + ",CN=20150401TEST0001FICTIONAL");
        OlderProfile.holder(draft, PREFECTURE_POLICY, keys.holder().getPublic(), ids);
        return draft;
    }

    private CertificateDraft prefecturesCross() {
        CertificateDraft draft = cross(PREFECTURE_NAME, keys.prefecture(), BRIDGE_POLICY, PREFECTURE_POLICY);
        OlderProfile.conditions(draft, PLACE);
        return draft;
    }

    private CertificateDraft cross(String name, KeyPair pair, String ours, String theirs) {
        CertificateDraft draft = blank(name);
        OlderProfile.authority(draft, pair.getPublic(), ids);
        OlderProfile.cross(draft, ours, theirs);
        return draft;
    }

    private CertificateDraft blank(String subject) {
        var from = asOf.atOffset(ZoneOffset.UTC).minusYears(1);
        return new CertificateDraft(
                subject, from.toInstant(), from.plusYears(YEARS).toInstant());
    }

    private Signing issuer(Link link) {
        return switch (link) {
            case HOLDER -> new Signing(PREFECTURE_NAME, keys.prefecture());
            case PREFECTURE -> new Signing(BRIDGE_NAME, keys.bridge());
            case BRIDGE -> new Signing(ANCHOR_NAME, keys.anchor());
        };
    }

    private KeyPair keys(Link link) {
        return switch (link) {
            case HOLDER -> keys.holder();
            case PREFECTURE -> keys.prefecture();
            case BRIDGE -> keys.bridge();
        };
    }
}
