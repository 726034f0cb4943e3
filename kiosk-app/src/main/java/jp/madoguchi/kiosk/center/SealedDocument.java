package jp.madoguchi.kiosk.center;

/**
 * A document as it came: nothing of it has been checked.
 *
 * @param manifest CMS SignedData (binding.md section 2)
 * @param pages CMS AuthEnvelopedData (binding.md section 3)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copied in and out
public record SealedDocument(byte[] manifest, byte[] pages) {
    public SealedDocument {
        manifest = manifest.clone();
        pages = pages.clone();
    }

    @Override
    public byte[] manifest() {
        return manifest.clone();
    }

    @Override
    public byte[] pages() {
        return pages.clone();
    }
}
