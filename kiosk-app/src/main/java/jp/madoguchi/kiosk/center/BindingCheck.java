package jp.madoguchi.kiosk.center;

/** Every check between an answer of the center and a sheet of paper, in the order of binding.md section 3. */
public enum BindingCheck {
    // the signature and its signer
    /** CMS SignedData, whole and nothing after it, with attached id-data content. */
    SIGNED_DATA(Kind.TRUST),
    /** Exactly one SignerInfo. */
    ONE_SIGNER(Kind.TRUST),
    /** The certificate that the SignerInfo names is inside. */
    SIGNER_CERTIFICATE(Kind.TRUST),
    /** Issued directly by an anchor of the signer trust. */
    SIGNER_ISSUER(Kind.TRUST),
    /** By a signature, and with keys, that nobody can forge: {@link SigningStrength}. */
    SIGNER_ALGORITHM(Kind.TRUST),
    /** Valid now, as is that anchor. */
    SIGNER_VALIDITY(Kind.TRUST),
    /** A critical keyUsage with digitalSignature and without keyCertSign. */
    SIGNER_KEY_USAGE(Kind.TRUST),
    /** extendedKeyUsage is id-kp-documentSigning. */
    SIGNER_PURPOSE(Kind.TRUST),
    /** No critical extension that the kiosk does not understand (RFC 5280 section 4.2). */
    SIGNER_EXTENSIONS(Kind.TRUST),
    /** The digest is SHA-256, also in the signature algorithm. */
    DIGEST(Kind.TRUST),
    SIGNATURE(Kind.TRUST),

    // the manifest
    /** Exactly the members of the table, each of its JSON type. */
    SHAPE(Kind.BINDING),
    VERSION(Kind.BINDING),
    T(Kind.BINDING),
    KIOSK(Kind.BINDING),
    VISIT(Kind.BINDING),
    REQUEST(Kind.BINDING),
    MUNICIPALITY(Kind.BINDING),
    CERTIFICATE(Kind.BINDING),
    KIND(Kind.BINDING),
    OPTIONS(Kind.BINDING),
    /** Those of the household who were chosen, no more and no fewer; not there when nobody had to be chosen. */
    MEMBERS(Kind.BINDING),
    COPIES(Kind.BINDING),
    FEE(Kind.BINDING),
    /** Issued at most five minutes from now. */
    ISSUED(Kind.TIME),
    /** Not expired, nor about to while it is being paid. */
    EXPIRES(Kind.TIME),
    /** Not valid for longer than thirty minutes. */
    LIFETIME(Kind.TIME),

    // the pages
    /** SHA-256 of the envelope as it came. */
    CIPHERTEXT(Kind.BINDING),
    /** CMS AuthEnvelopedData with the algorithms of binding.md section 3. */
    ENVELOPE(Kind.BINDING),
    /** One recipient, and it is this visit's key. */
    RECIPIENT(Kind.BINDING),
    /** The envelope opens with this visit's key and has not been altered. */
    DECRYPTION(Kind.BINDING),
    /** What was in it is the DER of a list of pages. */
    PAGE_LIST(Kind.BINDING),
    PAGE_COUNT(Kind.BINDING),
    PAGE_HASH(Kind.BINDING),
    /** Each page is a PDF of exactly one page. */
    PAGE_PDF(Kind.BINDING);

    private enum Kind {
        TRUST,
        BINDING,
        TIME
    }

    private final Kind kind;

    BindingCheck(Kind kind) {
        this.kind = kind;
    }

    /** Throws unless the check holds. */
    void require(boolean holds) throws CheckFailed {
        if (!holds) {
            throw new CheckFailed(this);
        }
    }

    /** What the failure of this check means (binding.md section 4). */
    Verification refusal() {
        return switch (kind) {
            case TRUST -> new Verification.Untrusted(this);
            case BINDING -> new Verification.Misbound(this);
            case TIME -> new Verification.OutOfTime(this);
        };
    }
}
