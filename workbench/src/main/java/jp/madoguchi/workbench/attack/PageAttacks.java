package jp.madoguchi.workbench.attack;

import static jp.madoguchi.workbench.attack.Rows.center;
import static jp.madoguchi.workbench.attack.Rows.latched;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.madoguchi.kiosk.center.BindingCheck;
import org.bouncycastle.cms.CMSAlgorithm;

/** Pages that are not those of the manifest, and envelopes that are not the visit's. */
final class PageAttacks {
    private PageAttacks() {}

    static List<Attack> all() {
        return List.of(
                // the envelope
                envelopeSent("a bit of the ciphertext turned", cms -> Deeds.flip(cms, cms.length - 100)),
                envelopeSent("the last byte of the envelope lost", Deeds::shorter),
                envelopeSent("no envelope at all", cms -> new byte[0]),
                center(
                        "another envelope for the same visit",
                        f -> {
                            byte[] other = f.envelopes.seal(Envelopes.list(f.pages));
                            f.envelopeSent = cms -> other;
                        },
                        latched(BindingCheck.CIPHERTEXT)),
                center("pages in the clear", f -> f.envelope = cms -> bytesOf(f), latched(BindingCheck.ENVELOPE)),
                center(
                        "AES-256-CBC, which nothing protects",
                        f -> f.envelopes.unauthenticated = true,
                        latched(BindingCheck.ENVELOPE)),
                center(
                        "AES-128-GCM",
                        f -> f.envelopes.cipher = CMSAlgorithm.AES128_GCM,
                        latched(BindingCheck.ENVELOPE)),
                center("a tag of 12 bytes", f -> f.envelopes.tagBytes = 12, latched(BindingCheck.ENVELOPE)),
                center(
                        "another key wrap",
                        f -> f.envelopes.wrap = CMSAlgorithm.AES128_WRAP,
                        latched(BindingCheck.ENVELOPE)),
                center(
                        "another key derivation",
                        f -> f.envelopes.agreement = CMSAlgorithm.ECDH_SHA384KDF,
                        latched(BindingCheck.ENVELOPE)),
                center(
                        "sealed to another key",
                        f -> {
                            f.envelopes.named = Keys.pair().getPublic();
                            f.envelopes.recipients = List.of(f.envelopes.named);
                        },
                        latched(BindingCheck.RECIPIENT)),
                center(
                        "sealed to a second reader as well",
                        f -> f.envelopes.recipients =
                                List.of(f.visitKey, Keys.pair().getPublic()),
                        latched(BindingCheck.RECIPIENT)),
                center(
                        "sealed to another key under this one's name",
                        f -> f.envelopes.recipients = List.of(Keys.pair().getPublic()),
                        latched(BindingCheck.DECRYPTION)),
                center(
                        "a bit of the ciphertext turned before the manifest was signed",
                        f -> f.envelope = cms -> Deeds.flip(cms, cms.length - 100),
                        latched(BindingCheck.DECRYPTION)),
                // the list
                center("page list cut short", f -> f.list = Deeds::shorter, latched(BindingCheck.PAGE_LIST)),
                center("something after the page list", f -> f.list = Deeds::longer, latched(BindingCheck.PAGE_LIST)),
                pages("one page dropped", pages -> pages.subList(0, 1), BindingCheck.PAGE_COUNT),
                pages("one page doubled", PageAttacks::doubled, BindingCheck.PAGE_COUNT),
                pages("no page", pages -> List.of(), BindingCheck.PAGE_COUNT),
                center(
                        "a page more in the manifest than there is",
                        f -> f.text = json ->
                                json.replace("\"pages\":[", "\"pages\":[\"" + Forgery.sha256(f.pages.get(0)) + "\","),
                        latched(BindingCheck.PAGE_COUNT)),
                pages("pages swapped", PageAttacks::swapped, BindingCheck.PAGE_HASH),
                pages("the first page twice, the second never", PageAttacks::firstTwice, BindingCheck.PAGE_HASH),
                pages(
                        "a page replaced",
                        pages -> List.of(pages.get(0), Forgery.pdf("other", 1, 1)),
                        BindingCheck.PAGE_HASH),
                pages(
                        "a page cut short",
                        pages -> List.of(pages.get(0), Deeds.shorter(pages.get(1))),
                        BindingCheck.PAGE_HASH),
                // each page
                paper("two pages in one", Forgery.pdf("other", 2, 2)),
                paper("two pages that say they are one", Forgery.pdf("other", 2, 1)),
                paper("no page in a page", Forgery.pdf("other", 0, 0)),
                paper("a picture for a page", Deeds.utf8("\u0089PNG")));
    }

    private static Attack envelopeSent(String what, UnaryOperator<byte[]> change) {
        return center(what, f -> f.envelopeSent = change, latched(BindingCheck.CIPHERTEXT));
    }

    private static Attack pages(String what, UnaryOperator<List<byte[]>> change, BindingCheck check) {
        return center(what, f -> f.pagesInEnvelope = change, latched(check));
    }

    private static Attack paper(String what, byte[] page) {
        return center(what, f -> f.pages = List.of(page), latched(BindingCheck.PAGE_PDF));
    }

    private static byte[] bytesOf(Forgery forgery) {
        try {
            return Envelopes.list(forgery.pages);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<byte[]> doubled(List<byte[]> pages) {
        List<byte[]> more = new ArrayList<>(pages);
        more.add(pages.get(1));
        return more;
    }

    private static List<byte[]> swapped(List<byte[]> pages) {
        List<byte[]> other = new ArrayList<>(pages);
        Collections.reverse(other);
        return other;
    }

    private static List<byte[]> firstTwice(List<byte[]> pages) {
        return List.of(pages.get(0), pages.get(0));
    }
}
