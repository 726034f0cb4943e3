package jp.madoguchi.simulators.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** What a certificate will say, before it is signed. */
public final class CertificateDraft {
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    private String subject;
    private Instant notBefore;
    private Instant notAfter;
    private String algorithm = "SHA256withRSA";
    private String listAlgorithm = "SHA256withRSA";
    private Optional<Revocation> revocation = Optional.empty();

    /** @param reason CRLReason, RFC 5280 section 5.3.1 */
    record Revocation(Instant since, int reason) {}

    CertificateDraft(String subject, Instant notBefore, Instant notAfter) {
        this.subject = subject;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
    }

    /** Names another subject. */
    public CertificateDraft of(String otherSubject) {
        subject = otherSubject;
        return this;
    }

    public CertificateDraft validFrom(Instant instant) {
        notBefore = instant;
        return this;
    }

    public CertificateDraft validUntil(Instant instant) {
        notAfter = instant;
        return this;
    }

    /** Adds an extension, or replaces it. */
    public CertificateDraft with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            extensions.put(
                    oid, new Extension(oid, critical, value.toASN1Primitive().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public CertificateDraft without(ASN1ObjectIdentifier oid) {
        extensions.remove(oid);
        return this;
    }

    /** Has it signed in another way, as {@link java.security.Signature} names it. */
    public CertificateDraft signedWith(String otherAlgorithm) {
        algorithm = otherAlgorithm;
        return this;
    }

    /** Has its issuer's list signed in another way. */
    public CertificateDraft listSignedWith(String otherAlgorithm) {
        listAlgorithm = otherAlgorithm;
        return this;
    }

    /** Puts it on its issuer's list. */
    public CertificateDraft revoked(Instant since, int reason) {
        revocation = Optional.of(new Revocation(since, reason));
        return this;
    }

    String subject() {
        return subject;
    }

    Instant notBefore() {
        return notBefore;
    }

    Instant notAfter() {
        return notAfter;
    }

    String algorithm() {
        return algorithm;
    }

    String listAlgorithm() {
        return listAlgorithm;
    }

    Iterable<Extension> extensions() {
        return extensions.values();
    }

    Optional<Revocation> revocation() {
        return revocation;
    }
}
