package jp.madoguchi.kiosk.center;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * Holds a document against the visit that asked for it: every check of binding.md, in its order, and the first that fails decides.
 * Immutable; safe for use by several threads.
 */
@CheckReturnValue
public final class DocumentBinding {
    /** What it takes to pay without asking for more time, and a minute until the first page: who pays in that time gets the document. */
    static final Duration TIME_TO_PAY = Stage.PAY.atMost().plusMinutes(1);

    private final SignerTrust trust;

    public DocumentBinding(SignerTrust trust) {
        this.trust = trust;
    }

    /**
     * All checks on a document as it came; done before any money is asked for. One that would expire while it is paid is out of time.
     *
     * @param key of this visit; not needed any more afterwards. Throws when it is closed
     */
    public Verification verify(Binding binding, VisitKey key, SealedDocument sealed, Instant now) {
        try {
            byte[] signedManifest = sealed.manifest();
            Manifest manifest = manifest(binding, signedManifest, now, TIME_TO_PAY);
            byte[] envelope = sealed.pages();
            Sha256 ciphertext = Sha256.of(envelope);
            BindingCheck.CIPHERTEXT.require(ciphertext.equals(manifest.ciphertext()));
            List<byte[]> pages = Envelope.open(envelope, key);
            try {
                PageChecks.check(manifest, pages);
            } catch (CheckFailed refused) {
                pages.forEach(page -> Arrays.fill(page, (byte) 0));
                throw refused;
            }
            return new Verification.Verified(new IssuedDocument(manifest, signedManifest, ciphertext, pages));
        } catch (CheckFailed refused) {
            return refused.check().refusal();
        }
    }

    /**
     * All checks once more, before the first page is sent. The signed manifest is verified anew against {@code binding}, which the
     * caller puts together anew; the pages are not decrypted again: what is hashed and counted are the very arrays that go to the
     * printer, so that nothing that happened to them in memory passes. Answers the same document. Throws when it is wiped.
     */
    public Verification recheck(Binding binding, IssuedDocument document, Instant now) {
        try {
            Manifest manifest = manifest(binding, document.signedManifest(), now, Duration.ZERO);
            BindingCheck.CIPHERTEXT.require(document.ciphertext().equals(manifest.ciphertext()));
            PageChecks.check(manifest, document.pages());
            return new Verification.Verified(document);
        } catch (CheckFailed refused) {
            return refused.check().refusal();
        }
    }

    private Manifest manifest(Binding binding, byte[] signedManifest, Instant now, Duration remaining)
            throws CheckFailed {
        Manifest manifest = Manifest.parse(trust.open(signedManifest, now));
        ManifestChecks.check(manifest, binding, now, remaining);
        return manifest;
    }
}
