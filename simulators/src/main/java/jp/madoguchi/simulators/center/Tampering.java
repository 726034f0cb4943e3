package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What an evil or broken center does to the documents it makes from now on; by default nothing. Tampered documents are
 * kept as any other: a repeated request gets the same bytes. Safe for many threads.
 */
public final class Tampering {
    private volatile UnaryOperator<Map<String, Object>> manifest = UnaryOperator.identity();
    private volatile UnaryOperator<List<byte[]>> pages = UnaryOperator.identity();
    private volatile UnaryOperator<byte[]> content = UnaryOperator.identity();
    private volatile UnaryOperator<byte[]> signature = UnaryOperator.identity();
    private volatile UnaryOperator<byte[]> envelope = UnaryOperator.identity();
    private volatile Signer signer = Signer.LEGITIMATE;

    Tampering() {}

    /** Who signs the manifests. */
    public enum Signer {
        LEGITIMATE,
        /** Same names, but under an authority that nobody trusts. */
        STRANGER,
        /** The center's TLS certificate, which is good for TLS only. */
        TLS_SERVER,
        /** Issued by the right authority, for another purpose than signing documents. */
        OTHER_PURPOSE,
        /** Issued by the right authority, and past its end. */
        EXPIRED
    }

    /** Alters the members of the manifest before the signer signs it; the operator gets a copy of its own. */
    public void alterManifest(UnaryOperator<Map<String, Object>> change) {
        manifest = change;
    }

    /** Alters the manifest's JSON text before the signer signs it, e.g. to say a member twice. */
    public void alterManifestText(UnaryOperator<byte[]> change) {
        content = change;
    }

    /** Envelopes other pages than those whose hashes stand in the manifest. */
    public void alterPages(UnaryOperator<List<byte[]>> change) {
        pages = change;
    }

    /** Alters the CMS SignedData after it was made. */
    public void alterSignedManifest(UnaryOperator<byte[]> change) {
        signature = change;
    }

    /** Alters the CMS AuthEnvelopedData after the manifest was signed. */
    public void alterEnvelope(UnaryOperator<byte[]> change) {
        envelope = change;
    }

    public void signBy(Signer other) {
        signer = other;
    }

    /** From now on documents are honest again. */
    public void stop() {
        manifest = UnaryOperator.identity();
        pages = UnaryOperator.identity();
        content = UnaryOperator.identity();
        signature = UnaryOperator.identity();
        envelope = UnaryOperator.identity();
        signer = Signer.LEGITIMATE;
    }

    Map<String, Object> manifest(Map<String, Object> members) {
        return manifest.apply(new LinkedHashMap<>(members));
    }

    List<byte[]> pages(List<byte[]> list) {
        return pages.apply(list);
    }

    byte[] content(byte[] json) {
        return content.apply(json);
    }

    byte[] signature(byte[] cms) {
        return signature.apply(cms);
    }

    byte[] envelope(byte[] cms) {
        return envelope.apply(cms);
    }

    Identity signer(CenterPki pki, Instant now, SecureRandom random) throws IOException {
        TestAuthority legitimate = new TestAuthority(pki.signers().authority(), random);
        String name = "Test Document Signer";
        return switch (signer) {
            case LEGITIMATE -> pki.signers().signer();
            case STRANGER ->
                new TestAuthority(TestAuthority.root("Test Signer CA", now, random), random)
                        .issue(TestAuthority.Profile.DOCUMENT_SIGNER, name, now);
            case TLS_SERVER -> pki.server();
            case OTHER_PURPOSE -> legitimate.issue(TestAuthority.Profile.TLS_SERVER, name, now);
            case EXPIRED ->
                legitimate.issue(TestAuthority.Profile.DOCUMENT_SIGNER, name, now, now.minus(Duration.ofHours(1)));
        };
    }
}
