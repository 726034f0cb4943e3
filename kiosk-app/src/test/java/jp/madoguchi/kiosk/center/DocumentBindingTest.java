package jp.madoguchi.kiosk.center;

import static jp.madoguchi.kiosk.center.Wrong.flip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.madoguchi.kiosk.center.TestIssuer.Signing;
import jp.madoguchi.kiosk.center.Verification.Verified;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Sha256;
import org.junit.jupiter.api.Test;

/** What the matrix of wrong documents leaves over: the right one, noise, and the second look before the first page. */
final class DocumentBindingTest {
    private final Scene scene = new Scene();

    /** While the signer is rotated both are trusted, though their authorities have one name; before and after, one is. */
    @Test
    void verify_twoGenerationsOfSigner_eachUnderItsOwnAnchor() {
        TestPki.Identity nextCa = TestPki.authority("CN=Signer CA, O=MADOGUCHI-TEST");
        TestPki.Identity next = TestPki.documentSigner(nextCa, TestPki.ec(), draft -> {});
        Set<X509Certificate> tls = Set.of(Scene.TLS_CA.certificate());
        Set<X509Certificate> both = Set.of(Scene.SIGNER_CA.certificate(), nextCa.certificate());
        Scene scene = new Scene();
        for (TestPki.Identity signer : List.of(Scene.SIGNER, next)) {
            assertInstanceOf(
                    Verification.Verified.class,
                    new DocumentBinding(SignerTrust.of(both, tls))
                            .verify(scene.binding, scene.key, scene.signedBy(signer), TestPki.NOW));
        }
        assertInstanceOf(
                Verification.Untrusted.class,
                new DocumentBinding(SignerTrust.of(Set.of(nextCa.certificate()), tls))
                        .verify(scene.binding, scene.key, scene.signedBy(Scene.SIGNER), TestPki.NOW));
    }

    /** What is wrong is the anchor, as the kiosk was given it. */
    @Test
    void verify_anchorPastItsTimeOrWeak_isRefused() {
        String name = "CN=Signer CA, O=MADOGUCHI-TEST";
        TestPki.Identity expired =
                TestPki.authority(name, TestPki.ec(), draft -> draft.notAfter = TestPki.NOW.minusSeconds(1));
        TestPki.Identity ofTomorrow =
                TestPki.authority(name, TestPki.ec(), draft -> draft.notBefore = TestPki.NOW.plusSeconds(1));

        assertEquals(BindingCheck.SIGNER_VALIDITY.refusal(), verifyUnder(expired));
        assertEquals(BindingCheck.SIGNER_VALIDITY.refusal(), verifyUnder(ofTomorrow));
        assertEquals(
                BindingCheck.SIGNER_ALGORITHM.refusal(),
                verifyUnder(TestPki.authority(name, TestPki.rsa(1024), draft -> {})));
        assertInstanceOf(Verified.class, verifyUnder(TestPki.authority(name, TestPki.rsa(2048), draft -> {})));
        assertInstanceOf(Verified.class, verifyUnder(TestPki.authority(name, TestPki.p384(), draft -> {})));
    }

    private Verification verifyUnder(TestPki.Identity anchor) {
        TestPki.Identity signer = TestPki.documentSigner(anchor, TestPki.ec(), draft -> {});
        SignerTrust trust = SignerTrust.of(Set.of(anchor.certificate()), Set.of());
        return new DocumentBinding(trust).verify(scene.binding, scene.key, scene.signedBy(signer), TestPki.NOW);
    }

    @Test
    void verify_answersOfTwoVisitsCrossed_bothAreRefused() {
        Scene other = new Scene();

        assertEquals(BindingCheck.T.refusal(), scene.verify(other.right()));
        assertEquals(BindingCheck.T.refusal(), other.verify(scene.right()));
    }

    /** Some bits are covered by no signature (version numbers): then nothing else has changed either. Nothing throws. */
    @Test
    void verify_anyBitOfTheSignedManifestFlipped_neverGivesAnotherDocument() {
        byte[] manifest = scene.right().manifest();
        Random random = new Random(20261122);
        for (int i = 0; i < manifest.length; i++) {
            byte[] noisy = manifest.clone();
            noisy[i] ^= (byte) (1 << random.nextInt(8));
            assertRefusedOrSame(scene.verify(new SealedDocument(noisy, scene.envelope)), i);
        }
    }

    /** As above, with a manifest that names the noisy envelope: all of its structure, then samples of the ciphertext. */
    @Test
    void verify_anyBitOfTheEnvelopeFlipped_neverGivesAnotherDocument() {
        for (int i = 0; i < scene.envelope.length; i += i < 400 ? 1 : 16) {
            assertRefusedOrSame(scene.verify(scene.withEnvelope(scene.pages, flip(scene.envelope, i))), i);
        }
    }

    private void assertRefusedOrSame(Verification verification, int index) {
        if (verification instanceof Verified verified) {
            assertEquals("TEST-0001", verified.document().issueNumber(), "byte " + index);
            assertEquals(
                    scene.pages.stream().map(Sha256::of).toList(),
                    verified.document().pages().stream().map(Sha256::of).toList(),
                    "byte " + index);
        }
    }

    @Test
    void verify_keyClosed_throws() {
        scene.key.close();

        SealedDocument right = scene.right();
        assertThrows(IllegalStateException.class, () -> scene.verify(right));
    }

    @Test
    void verify_rightDocument_givesItsPages() {
        IssuedDocument document = verified();

        assertEquals("TEST-0001", document.issueNumber());
        assertEquals(scene.pages.stream().map(Sha256::of).toList(), document.pageHashes());
        assertEquals(Sha256.of(scene.envelope), document.ciphertext());
        assertArrayEquals(scene.pages.get(1), document.pages().get(1));
    }

    @Test
    void verify_signerWithRsa_isAsGood() {
        TestPki.Identity signer = TestPki.documentSigner(Scene.SIGNER_CA, TestPki.rsa(), draft -> {});

        Signing bare = new Signing();
        bare.signers = List.of(signer);
        bare.algorithm = "SHA256withRSA";
        bare.bareRsa = true;

        assertInstanceOf(Verified.class, scene.verify(scene.signedBy(signer)));
        assertInstanceOf(Verified.class, scene.verify(scene.withSignedManifest(bare::sign)));
    }

    @Test
    void verify_atTheEdgesOfTime_passes() {
        SealedDocument aheadOfUs = scene.withManifest(
                manifest -> manifest.put("issued", TestPki.NOW.plusSeconds(300).toString())
                        .put("expires", TestPki.NOW.plusSeconds(2100).toString()));
        SealedDocument aboutToExpire = scene.withManifest(
                manifest -> manifest.put("expires", TestPki.NOW.plusSeconds(391).toString()));

        assertInstanceOf(Verified.class, scene.verify(aheadOfUs));
        assertInstanceOf(Verified.class, scene.verify(aboutToExpire));
    }

    @Test
    void verify_membersWhereNobodyWasChosen_isMisbound() {
        DocumentOrder order = scene.order;
        DocumentOrder household = new DocumentOrder(
                order.request(), order.municipality(), order.kind(), order.options(), order.copies(), order.fee());
        Binding binding = new Binding(
                scene.binding.t(), scene.binding.kiosk(), scene.binding.visit(), scene.binding.resident(), household);

        assertEquals(BindingCheck.MEMBERS.refusal(), Scene.trusting().recheck(binding, verified(), TestPki.NOW));
    }

    // ── the second look ──

    @Test
    void recheck_anotherVisit_isMisbound() {
        assertEquals(BindingCheck.T.refusal(), Scene.trusting().recheck(new Scene().binding, verified(), TestPki.NOW));
    }

    @Test
    void recheck_anotherRequestOfThisVisit_isMisbound() {
        DocumentOrder order = scene.order;
        DocumentOrder other = new DocumentOrder(
                new RequestId("0f".repeat(16)),
                order.municipality(),
                order.kind(),
                order.options(),
                order.members(),
                order.copies(),
                order.fee());
        Binding binding = new Binding(
                scene.binding.t(), scene.binding.kiosk(), scene.binding.visit(), scene.binding.resident(), other);

        assertEquals(BindingCheck.REQUEST.refusal(), Scene.trusting().recheck(binding, verified(), TestPki.NOW));
    }

    @Test
    void recheck_pageChangedInMemory_isMisbound() {
        IssuedDocument document = verified();
        document.pages().get(1)[0] ^= 1;

        assertEquals(BindingCheck.PAGE_HASH.refusal(), Scene.trusting().recheck(scene.binding, document, TestPki.NOW));
    }

    @Test
    void recheck_anotherEnvelopeThanTheManifestNames_isMisbound() throws CheckFailed {
        Manifest manifest = Manifest.parse(TestIssuer.bytes(scene.manifest()));
        IssuedDocument document =
                new IssuedDocument(manifest, scene.right().manifest(), Sha256.of(new byte[0]), scene.pages);

        assertEquals(BindingCheck.CIPHERTEXT.refusal(), Scene.trusting().recheck(scene.binding, document, TestPki.NOW));
    }

    /** What must be left before money is asked for is not asked of the document that was paid. */
    @Test
    void recheck_inItsLastSecond_passes() {
        assertInstanceOf(
                Verified.class,
                Scene.trusting()
                        .recheck(
                                scene.binding,
                                verified(),
                                TestPki.NOW.plus(Duration.ofMinutes(30)).minusSeconds(1)));
    }

    @Test
    void recheck_afterItExpired_isOutOfTime() {
        assertEquals(
                new Verification.OutOfTime(BindingCheck.EXPIRES),
                Scene.trusting().recheck(scene.binding, verified(), TestPki.NOW.plus(Duration.ofMinutes(30))));
    }

    @Test
    void recheck_signerNotTrustedAnyMore_isUntrusted() {
        DocumentBinding others = new DocumentBinding(SignerTrust.of(Set.of(Scene.TLS_CA.certificate()), Set.of()));

        assertEquals(BindingCheck.SIGNER_ISSUER.refusal(), others.recheck(scene.binding, verified(), TestPki.NOW));
    }

    @Test
    void recheck_wiped_throws() {
        IssuedDocument document = verified();
        byte[] page = document.pages().get(0);
        document.wipe();
        document.wipe();

        assertArrayEquals(new byte[page.length], page);
        assertThrows(IllegalStateException.class, () -> Scene.trusting().recheck(scene.binding, document, TestPki.NOW));
    }

    @Test
    void recheck_keyOfTheVisitGone_stillPasses() {
        IssuedDocument document = verified();
        scene.key.close();

        Verification again = Scene.trusting().recheck(scene.binding, document, TestPki.NOW);

        assertSame(document, assertInstanceOf(Verified.class, again).document());
    }

    // ── who may be trusted at all ──

    @Test
    void signerTrust_keyOfATlsAnchor_throws() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SignerTrust.of(Set.of(Scene.TLS_CA.certificate()), Set.of(Scene.TLS_CA.certificate())));
        assertThrows(IllegalArgumentException.class, () -> SignerTrust.of(Set.of(), Set.of()));
    }

    private IssuedDocument verified() {
        return assertInstanceOf(Verified.class, scene.verify(scene.right())).document();
    }
}
