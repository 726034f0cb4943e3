package jp.madoguchi.kiosk.center;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.Function;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;

/**
 * One row of the wrong-document matrix.
 *
 * @param forge makes the wrong document for the visit that asks
 */
record Wrong(String what, BindingCheck check, Function<Scene, SealedDocument> forge) {
    static final byte[] NOT_PDF = "not a PDF".getBytes(US_ASCII);

    /** The document is refused, by the check that is there for it. */
    void isRefused() {
        Scene scene = new Scene();
        assertEquals(check.refusal(), scene.verify(forge.apply(scene)));
    }

    @Override
    public String toString() {
        return check + ": " + what;
    }

    /** The same CMS content under the name of id-data. */
    static byte[] mislabelled(byte[] cms) {
        try {
            return new ContentInfo(
                            CMSObjectIdentifiers.data,
                            ContentInfo.getInstance(cms).getContent())
                    .getEncoded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] replace(byte[] bytes, String old, String now) {
        Charset latin = ISO_8859_1;
        return new String(bytes, latin).replace(old, now).getBytes(latin);
    }

    /** With the first byte {@code old} made {@code now}. */
    static byte[] replaced(byte[] bytes, int old, int now) {
        byte[] copy = bytes.clone();
        int index = 0;
        while (copy[index] != (byte) old) {
            index++;
        }
        copy[index] = (byte) now;
        return copy;
    }

    static byte[] flip(byte[] bytes, int index) {
        byte[] copy = bytes.clone();
        copy[index] ^= 1;
        return copy;
    }
}
