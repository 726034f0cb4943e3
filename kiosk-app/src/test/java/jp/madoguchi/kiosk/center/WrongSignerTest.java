package jp.madoguchi.kiosk.center;

import static jp.madoguchi.kiosk.center.Wrong.flip;
import static jp.madoguchi.kiosk.center.Wrong.replace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.TestIssuer.Signing;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wrong-document matrix: who signed, and how. */
final class WrongSignerTest {
    @ParameterizedTest
    @MethodSource({"untrusted"})
    void verify_wrongSigner_isRefusedByItsOwnCheck(Wrong wrong) {
        wrong.isRefused();
    }

    static Stream<Wrong> untrusted() {
        return Stream.of(
                signed(BindingCheck.SIGNED_DATA, "nothing", signed -> new byte[0]),
                signed(BindingCheck.SIGNED_DATA, "truncated", signed -> Arrays.copyOf(signed, signed.length - 1)),
                signed(BindingCheck.SIGNED_DATA, "a byte after it", signed -> Arrays.copyOf(signed, signed.length + 1)),
                signed(BindingCheck.SIGNED_DATA, "said to be something else", Wrong::mislabelled),
                signing(BindingCheck.SIGNED_DATA, "detached", s -> s.attached = false),
                signing(BindingCheck.SIGNED_DATA, "not id-data", s -> s.type = CMSObjectIdentifiers.digestedData),
                signing(BindingCheck.ONE_SIGNER, "no SignerInfo", s -> s.signers = List.of()),
                signing(
                        BindingCheck.ONE_SIGNER,
                        "two SignerInfos",
                        s -> s.signers = List.of(
                                Scene.SIGNER, TestPki.documentSigner(Scene.SIGNER_CA, TestPki.ec(), draft -> {}))),
                signing(BindingCheck.SIGNER_CERTIFICATE, "certificate left out", s -> s.certificates = false),
                signer(BindingCheck.SIGNER_ISSUER, "under the TLS CA", Scene.TLS_CA, draft -> {}),
                signer(
                        BindingCheck.SIGNER_ISSUER,
                        "under a CA of the same name",
                        TestPki.authority("CN=Signer CA, O=MADOGUCHI-TEST"),
                        draft -> {}),
                signer(BindingCheck.SIGNER_ISSUER, "issuer named otherwise", draft -> draft.issuer = "CN=Someone else"),
                signer(BindingCheck.SIGNER_ISSUER, "not issued directly", indirect(), draft -> {}),
                signer(
                        BindingCheck.SIGNER_ALGORITHM,
                        "vouched for over SHA-1",
                        draft -> draft.algorithm = Optional.of("SHA1withECDSA")),
                signer(
                        BindingCheck.SIGNER_ALGORITHM,
                        "vouched for over SHA-224",
                        draft -> draft.algorithm = Optional.of("SHA224withECDSA")),
                new Wrong(
                        "a key of 2047 bits",
                        BindingCheck.SIGNER_ALGORITHM,
                        scene -> scene.signedBy(
                                TestPki.documentSigner(Scene.SIGNER_CA, TestPki.rsa(2047), draft -> {}))),
                signer(BindingCheck.SIGNER_VALIDITY, "expired", draft -> draft.notAfter = TestPki.NOW.minusSeconds(1)),
                signer(
                        BindingCheck.SIGNER_VALIDITY,
                        "not yet valid",
                        draft -> draft.notBefore = TestPki.NOW.plusSeconds(1)),
                signer(BindingCheck.SIGNER_KEY_USAGE, "no keyUsage", draft -> draft.without(Extension.keyUsage)),
                signer(
                        BindingCheck.SIGNER_KEY_USAGE,
                        "keyUsage not critical",
                        draft -> draft.with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature))),
                signer(
                        BindingCheck.SIGNER_KEY_USAGE,
                        "no digitalSignature",
                        draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))),
                signer(
                        BindingCheck.SIGNER_KEY_USAGE,
                        "keyCertSign",
                        draft -> draft.with(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))),
                signer(BindingCheck.SIGNER_PURPOSE, "no purpose", draft -> draft.without(Extension.extendedKeyUsage)),
                signer(
                        BindingCheck.SIGNER_PURPOSE,
                        "a purpose that is none",
                        draft ->
                                draft.with(Extension.extendedKeyUsage, false, new KeyUsage(KeyUsage.digitalSignature))),
                signer(
                        BindingCheck.SIGNER_PURPOSE,
                        "for TLS",
                        draft -> draft.with(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
                signer(
                        BindingCheck.SIGNER_EXTENSIONS,
                        "an unknown critical extension",
                        draft -> draft.with(
                                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"),
                                true,
                                new KeyUsage(KeyUsage.digitalSignature))),
                signing(BindingCheck.DIGEST, "SHA-384", s -> s.algorithm = "SHA384withECDSA"),
                signing(
                        BindingCheck.DIGEST,
                        "SHA-384 beside a bare RSA signature",
                        s -> rsa(s, "SHA384withRSA").bareRsa = true),
                signing(
                        BindingCheck.DIGEST,
                        "SHA-256 in another kind of signature",
                        s -> rsa(s, "SHA256withRSAandMGF1")),
                signed(
                        BindingCheck.SIGNATURE,
                        "the last bit of the signature",
                        signed -> flip(signed, signed.length - 1)),
                signed(BindingCheck.SIGNATURE, "a digit of the content", WrongSignerTest::otherFee));
    }

    private static Wrong signed(BindingCheck check, String what, UnaryOperator<byte[]> change) {
        return new Wrong(
                what,
                check,
                scene -> new SealedDocument(change.apply(scene.right().manifest()), scene.envelope));
    }

    private static Wrong signing(BindingCheck check, String what, Consumer<Signing> change) {
        Signing signing = new Signing();
        change.accept(signing);
        return new Wrong(what, check, scene -> scene.withSignedManifest(signing::sign));
    }

    private static Wrong signer(BindingCheck check, String what, Consumer<TestPki.Draft> change) {
        return signer(check, what, Scene.SIGNER_CA, change);
    }

    private static Signing rsa(Signing signing, String algorithm) {
        signing.signers = List.of(TestPki.documentSigner(Scene.SIGNER_CA, TestPki.rsa(), draft -> {}));
        signing.algorithm = algorithm;
        return signing;
    }

    /** A CA that the anchor vouches for: its certificates are one step too far away. */
    private static TestPki.Identity indirect() {
        return TestPki.leaf(
                Scene.SIGNER_CA,
                "CN=Intermediate",
                draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)));
    }

    private static byte[] otherFee(byte[] signed) {
        return replace(signed, "\"fee\":600", "\"fee\":500");
    }

    private static Wrong signer(BindingCheck check, String what, TestPki.Identity ca, Consumer<TestPki.Draft> change) {
        return new Wrong(what, check, scene -> scene.signedBy(TestPki.documentSigner(ca, TestPki.ec(), change)));
    }
}
