package jp.madoguchi.kiosk.center;

import static jp.madoguchi.kiosk.center.Wrong.NOT_PDF;
import static jp.madoguchi.kiosk.center.Wrong.flip;
import static jp.madoguchi.kiosk.center.Wrong.mislabelled;
import static jp.madoguchi.kiosk.center.Wrong.replaced;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestIssuer.Sealing;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wrong-document matrix: what is in the envelope, and whose it is. */
final class WrongPagesTest {
    @ParameterizedTest
    @MethodSource({"envelopes", "pages", "visits"})
    void verify_wrongPages_isRefusedByItsOwnCheck(Wrong wrong) {
        wrong.isRefused();
    }

    static Stream<Wrong> envelopes() {
        return Stream.of(
                new Wrong(
                        "a bit flipped on the way",
                        BindingCheck.CIPHERTEXT,
                        scene -> new SealedDocument(
                                scene.right().manifest(), flip(scene.envelope, scene.envelope.length - 1))),
                new Wrong(
                        "cut on the way",
                        BindingCheck.CIPHERTEXT,
                        scene -> new SealedDocument(
                                scene.right().manifest(), Arrays.copyOf(scene.envelope, scene.envelope.length - 1))),
                envelope(
                        BindingCheck.DECRYPTION,
                        "a bit of the tag flipped",
                        scene -> flip(scene.envelope, scene.envelope.length - 1)),
                envelope(
                        BindingCheck.DECRYPTION,
                        "a bit of the text flipped",
                        scene -> flip(scene.envelope, scene.envelope.length - 100)),
                envelope(
                        BindingCheck.ENVELOPE,
                        "truncated",
                        scene -> Arrays.copyOf(scene.envelope, scene.envelope.length - 1)),
                envelope(
                        BindingCheck.ENVELOPE,
                        "a byte after it",
                        scene -> Arrays.copyOf(scene.envelope, scene.envelope.length + 1)),
                envelope(BindingCheck.ENVELOPE, "said to be something else", scene -> mislabelled(scene.envelope)),
                envelope(BindingCheck.ENVELOPE, "unsealed", scene -> TestIssuer.pageList(scene.pages)),
                sealing(BindingCheck.ENVELOPE, "not id-data", s -> s.type = CMSObjectIdentifiers.digestedData),
                sealing(BindingCheck.ENVELOPE, "a shorter tag", s -> s.tagBytes = 12),
                sealing(BindingCheck.ENVELOPE, "AES-128", s -> s.cipher = CMSAlgorithm.AES128_GCM),
                sealing(
                        BindingCheck.ENVELOPE,
                        "another key derivation",
                        s -> s.agreement = CMSAlgorithm.ECDH_SHA384KDF),
                sealing(BindingCheck.ENVELOPE, "another key wrap", s -> s.wrap = CMSAlgorithm.AES128_WRAP),
                sealing(BindingCheck.RECIPIENT, "another key named", s -> s.keyIdentifier = new byte[20]),
                envelope(
                        BindingCheck.RECIPIENT,
                        "a second recipient",
                        scene -> TestIssuer.seal(TestIssuer.pageList(scene.pages), scene.key, new Scene().key)),
                envelope(
                        BindingCheck.RECIPIENT,
                        "another visit's key",
                        scene -> TestIssuer.seal(TestIssuer.pageList(scene.pages), new Scene().key)),
                envelope(BindingCheck.DECRYPTION, "another visit's key under this one's name", scene -> {
                    Sealing sealing = new Sealing();
                    sealing.keyIdentifier = scene.key.keyIdentifier();
                    return sealing.seal(TestIssuer.pageList(scene.pages), new Scene().key);
                }));
    }

    static Stream<Wrong> pages() {
        byte[] two = TestIssuer.pdf("two pages", 2, 2);
        return Stream.of(
                content("not a list", list -> NOT_PDF),
                content("nothing", list -> new byte[0]),
                content("truncated", list -> Arrays.copyOf(list, list.length - 1)),
                content("something after it", list -> Arrays.copyOf(list, list.length + 1)),
                content("a SET", list -> replaced(list, 0x30, 0x31)),
                content("of integers", list -> replaced(list, 0x04, 0x02)),
                content("length not in the shortest form", list -> der(0x30, 0x81, 0x03, 0x04, 0x01, 0x41)),
                content("length not in the shortest form", list -> der(0x30, 0x82, 0x00, 0x81)),
                content("indefinite length", list -> der(0x30, 0x80, 0x04, 0x01, 0x41, 0x00, 0x00)),
                content("a length of five bytes", list -> der(0x30, 0x85, 0x01, 0x00, 0x00, 0x00, 0x00)),
                content("a length whose first byte is shifted out", WrongPagesTest::overflowing),
                content("a page longer than the list", list -> der(0x30, 0x03, 0x04, 0x7F, 0x41)),
                content("a long page longer than the list", list -> der(0x30, 0x04, 0x04, 0x81, 0x90, 0x41)),
                content("a length without its bytes", list -> der(0x30, 0x02, 0x04, 0x84)),
                content("half a header", list -> der(0x30, 0x01, 0x04)),
                new Wrong(
                        "removed",
                        BindingCheck.PAGE_COUNT,
                        scene -> scene.withPages(scene.pages, List.of(scene.pages.get(0)))),
                new Wrong(
                        "added",
                        BindingCheck.PAGE_COUNT,
                        scene -> scene.withPages(
                                scene.pages, List.of(scene.pages.get(0), scene.pages.get(1), scene.pages.get(1)))),
                new Wrong(
                        "swapped",
                        BindingCheck.PAGE_HASH,
                        scene -> scene.withPages(scene.pages, List.of(scene.pages.get(1), scene.pages.get(0)))),
                new Wrong(
                        "of another visit",
                        BindingCheck.PAGE_HASH,
                        scene -> scene.withPages(
                                scene.pages, List.of(scene.pages.get(0), TestIssuer.pdf("another visit's", 1, 1)))),
                paper("two pages", two),
                paper("two pages that say they are one", TestIssuer.pdf("two pages", 2, 1)),
                paper("one page that says it is two", TestIssuer.pdf("one page", 1, 2)),
                paper("no page", TestIssuer.pdf("no page", 0, 0)),
                paper("not a PDF", NOT_PDF),
                paper("nothing", new byte[0]));
    }

    static Stream<Wrong> visits() {
        return Stream.of(
                new Wrong("an earlier visit's package replayed", BindingCheck.T, scene -> new Scene().right()),
                new Wrong(
                        "another visit's manifest",
                        BindingCheck.T,
                        scene -> new SealedDocument(new Scene().right().manifest(), scene.envelope)),
                new Wrong(
                        "another visit's envelope",
                        BindingCheck.CIPHERTEXT,
                        scene -> new SealedDocument(scene.right().manifest(), new Scene().envelope)));
    }

    private static Wrong envelope(BindingCheck check, String what, Function<Scene, byte[]> seal) {
        return new Wrong(what, check, scene -> scene.withEnvelope(scene.pages, seal.apply(scene)));
    }

    private static Wrong sealing(BindingCheck check, String what, Consumer<Sealing> change) {
        return envelope(check, what, scene -> {
            Sealing sealing = new Sealing();
            change.accept(sealing);
            return sealing.seal(TestIssuer.pageList(scene.pages), scene.key);
        });
    }

    private static Wrong content(String what, UnaryOperator<byte[]> change) {
        return envelope(
                BindingCheck.PAGE_LIST,
                what,
                scene -> TestIssuer.seal(change.apply(TestIssuer.pageList(scene.pages)), scene.key));
    }

    private static Wrong paper(String what, byte[] page) {
        return new Wrong(what, BindingCheck.PAGE_PDF, scene -> scene.withPages(List.of(page), List.of(page)));
    }

    private static byte[] der(int... bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(bytes).forEach(out::write);
        return out.toByteArray();
    }

    /** The right list, of which the first length says 2^64 more. */
    private static byte[] overflowing(byte[] list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(der(0x30, 0x89, 0x01, 0, 0, 0, 0, 0, 0));
        out.write(list, 2, list.length - 2); // its own two bytes of length, and the pages
        return out.toByteArray();
    }
}
