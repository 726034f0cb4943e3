package jp.madoguchi.kiosk.center;

import java.util.Arrays;
import java.util.List;
import jp.madoguchi.kiosk.terms.Sha256;

/**
 * A verified document: the only thing in the program that may become paper. Lives in memory only, until {@link #wipe()}. Safe for
 * use by several threads; its owner wipes it when nobody reads its pages any more.
 */
public final class IssuedDocument {
    private final String issueNumber;
    private final List<Sha256> pageHashes;
    private final Sha256 ciphertext;
    private final byte[] signedManifest;
    private final List<byte[]> pages;
    private boolean wiped;

    IssuedDocument(Manifest manifest, byte[] signedManifest, Sha256 ciphertext, List<byte[]> pages) {
        this.issueNumber = manifest.issueNumber();
        this.pageHashes = manifest.pages();
        this.ciphertext = ciphertext;
        this.signedManifest = signedManifest;
        this.pages = List.copyOf(pages);
    }

    /** Unique at the center; stands on every sheet. 1 to 40 of {@code [0-9A-Za-z-]}. */
    public String issueNumber() {
        return issueNumber;
    }

    /** SHA-256 of each page, in order. */
    public List<Sha256> pageHashes() {
        return pageHashes;
    }

    /** SHA-256 of the envelope in which the pages came, as it came. */
    public Sha256 ciphertext() {
        return ciphertext;
    }

    /** The pages of one copy, in order, each a PDF of one page: the very arrays that {@link #wipe()} zeroes. Throws after it. */
    public synchronized List<byte[]> pages() {
        if (wiped) {
            throw new IllegalStateException("the document is wiped");
        }
        return pages;
    }

    byte[] signedManifest() {
        return signedManifest;
    }

    /** Zeroes the pages. May be called twice. */
    public synchronized void wipe() {
        wiped = true;
        pages.forEach(page -> Arrays.fill(page, (byte) 0));
    }
}
