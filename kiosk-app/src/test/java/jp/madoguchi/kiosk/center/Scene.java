package jp.madoguchi.kiosk.center;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;

/** One visit that has asked for a document of two pages, and a center that may answer it in any way. */
final class Scene {
    static final TestPki.Identity SIGNER_CA = TestPki.authority("CN=Signer CA, O=MADOGUCHI-TEST");
    static final TestPki.Identity TLS_CA = TestPki.authority("CN=TLS CA, O=MADOGUCHI-TEST");
    static final TestPki.Identity SIGNER = TestPki.documentSigner(SIGNER_CA, TestPki.ec(), draft -> {});

    private static final SecureRandom RANDOM = new SecureRandom();

    final VisitKey key = VisitKey.generate(RANDOM);
    final AuthenticationText text = new AuthenticationText(
            "K-TEST",
            Sha256.of("kiosk certificate".getBytes(UTF_8)),
            "TEST-CENTER",
            VisitId.random(RANDOM),
            Nonce.of(RANDOM.generateSeed(32)),
            TestPki.NOW,
            key.fingerprint(),
            Sha256.of("resident certificate".getBytes(UTF_8)),
            AuthenticationText.Token.MY_NUMBER_CARD);
    final DocumentOrder order = new DocumentOrder(
            RequestId.random(RANDOM),
            "02201",
            "residence-record",
            new TreeMap<>(Map.of("scope", "members", "domicile", "no")),
            new TreeSet<>(List.of("a1".repeat(16), "b2".repeat(16))),
            2,
            600);
    final Binding binding = new Binding(text.digest(), text.kiosk(), text.visit(), text.resident(), order);
    final List<byte[]> pages = List.of(TestIssuer.pdf("one", 1, 1), TestIssuer.pdf("two", 1, 1));
    final byte[] envelope = TestIssuer.seal(TestIssuer.pageList(pages), key);

    ObjectNode manifest() {
        return TestIssuer.manifest(binding, pages, envelope);
    }

    SealedDocument right() {
        return new SealedDocument(TestIssuer.sign(TestIssuer.bytes(manifest()), SIGNER), envelope);
    }

    /** The right pages under a manifest that was altered and signed again by the legitimate signer. */
    SealedDocument withManifest(Consumer<ObjectNode> change) {
        ObjectNode manifest = manifest();
        change.accept(manifest);
        return signed(TestIssuer.bytes(manifest));
    }

    SealedDocument withManifestText(UnaryOperator<String> change) {
        return signed(change.apply(manifest().toString()).getBytes(UTF_8));
    }

    SealedDocument signed(byte[] content) {
        return new SealedDocument(TestIssuer.sign(content, SIGNER), envelope);
    }

    SealedDocument withSignedManifest(UnaryOperator<byte[]> sign) {
        return new SealedDocument(sign.apply(TestIssuer.bytes(manifest())), envelope);
    }

    SealedDocument signedBy(TestPki.Identity signer) {
        return withSignedManifest(content -> TestIssuer.sign(content, signer));
    }

    /** A manifest for {@code hashed}, validly signed, over an envelope that holds something else. */
    SealedDocument withEnvelope(List<byte[]> hashed, byte[] sealed) {
        byte[] manifest = TestIssuer.bytes(TestIssuer.manifest(binding, hashed, sealed));
        return new SealedDocument(TestIssuer.sign(manifest, SIGNER), sealed);
    }

    SealedDocument withPages(List<byte[]> hashed, List<byte[]> sealed) {
        return withEnvelope(hashed, TestIssuer.seal(TestIssuer.pageList(sealed), key));
    }

    Verification verify(SealedDocument document) {
        return trusting().verify(binding, key, document, TestPki.NOW);
    }

    static DocumentBinding trusting() {
        return new DocumentBinding(SignerTrust.of(Set.of(SIGNER_CA.certificate()), Set.of(TLS_CA.certificate())));
    }
}
