package jp.madoguchi.workbench.attack;

import static jp.madoguchi.workbench.attack.Rows.center;
import static jp.madoguchi.workbench.attack.Rows.unharmed;
import static jp.madoguchi.workbench.attack.Rows.untrusted;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.center.BindingCheck;
import jp.madoguchi.workbench.attack.Certificates.Draft;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Who signs the manifest, and how. */
final class SignerAttacks {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    private SignerAttacks() {}

    static List<Attack> all() {
        return List.of(
                center("a document of its own, bound as it must be: nothing else is wrong below", f -> {}, unharmed()),
                center(
                        "manifest without a signature",
                        f -> f.signed = cms -> Deeds.utf8(f.manifest.toString()),
                        untrusted(BindingCheck.SIGNED_DATA)),
                center(
                        "signature apart from the manifest",
                        f -> f.manifests.attached = false,
                        untrusted(BindingCheck.SIGNED_DATA)),
                center(
                        "another type of content",
                        f -> f.manifests.type = CMSObjectIdentifiers.digestedData,
                        untrusted(BindingCheck.SIGNED_DATA)),
                center(
                        "signed manifest cut short",
                        f -> f.signed = Deeds::shorter,
                        untrusted(BindingCheck.SIGNED_DATA)),
                center(
                        "a byte after the signed manifest",
                        f -> f.signed = Deeds::longer,
                        untrusted(BindingCheck.SIGNED_DATA)),
                center("nobody signs", f -> f.manifests.signers = List.of(), untrusted(BindingCheck.ONE_SIGNER)),
                center(
                        "two sign, the right one and another of the same authority",
                        f -> f.manifests.signers =
                                List.of(f.field().keys("signer"), signer(f.field(), "signer-ca", draft -> {})),
                        untrusted(BindingCheck.ONE_SIGNER)),
                center(
                        "signer's certificate left out",
                        f -> f.manifests.certificates = false,
                        untrusted(BindingCheck.SIGNER_CERTIFICATE)),
                center(
                        "signed with the center's TLS key",
                        f -> f.manifests.signers = List.of(f.field().keys("center-tls")),
                        untrusted(BindingCheck.SIGNER_ISSUER)),
                signedBy("a signer of the TLS authority", "tls-ca", draft -> {}, BindingCheck.SIGNER_ISSUER),
                signedBy("a signer of the kiosks' authority", "kiosk-ca", draft -> {}, BindingCheck.SIGNER_ISSUER),
                center(
                        "signed by an authority of the right name that nobody trusts",
                        f -> f.manifests.signers = List.of(Certificates.signer(
                                Certificates.stranger(f.field().keys("signer-ca")), draft -> {})),
                        untrusted(BindingCheck.SIGNER_ISSUER)),
                signedBy("a signer of a signer", "signer", draft -> {}, BindingCheck.SIGNER_ISSUER),
                signedBy(
                        "a signer whom its authority vouches for over SHA-1",
                        "signer-ca",
                        draft -> draft.algorithm = "SHA1withECDSA",
                        BindingCheck.SIGNER_ALGORITHM),
                signedBy(
                        "an expired signer",
                        "signer-ca",
                        draft -> draft.until = Instant.now().minus(Duration.ofMinutes(1)),
                        BindingCheck.SIGNER_VALIDITY),
                signedBy(
                        "a signer of tomorrow",
                        "signer-ca",
                        draft -> draft.from = Instant.now().plus(Duration.ofMinutes(1)),
                        BindingCheck.SIGNER_VALIDITY),
                signedBy(
                        "a signer without a key usage",
                        "signer-ca",
                        draft -> draft.without(Extension.keyUsage),
                        BindingCheck.SIGNER_KEY_USAGE),
                signedBy(
                        "a signer whose key is not for signing",
                        "signer-ca",
                        draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement)),
                        BindingCheck.SIGNER_KEY_USAGE),
                signedBy(
                        "a signer that may issue certificates",
                        "signer-ca",
                        draft -> draft.with(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)),
                        BindingCheck.SIGNER_KEY_USAGE),
                signedBy(
                        "a signer of the right authority, for TLS servers",
                        "signer-ca",
                        draft -> draft.with(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
                        BindingCheck.SIGNER_PURPOSE),
                signedBy(
                        "a signer for no purpose in particular",
                        "signer-ca",
                        draft -> draft.without(Extension.extendedKeyUsage),
                        BindingCheck.SIGNER_PURPOSE),
                signedBy(
                        "a signer under a condition that the kiosk does not know",
                        "signer-ca",
                        draft -> draft.with(UNKNOWN, true, new KeyUsage(KeyUsage.digitalSignature)),
                        BindingCheck.SIGNER_EXTENSIONS),
                center(
                        "signed over SHA-1",
                        f -> f.manifests.algorithm = "SHA1withECDSA",
                        untrusted(BindingCheck.DIGEST)),
                center(
                        "signed over SHA-512",
                        f -> f.manifests.algorithm = "SHA512withECDSA",
                        untrusted(BindingCheck.DIGEST)),
                center(
                        "the last bit of the signature turned",
                        f -> f.signed = cms -> Deeds.flip(cms, cms.length - 1),
                        untrusted(BindingCheck.SIGNATURE)),
                center(
                        "the fee lowered after the signature",
                        f -> f.signed = cms -> Deeds.replace(cms, "\"fee\":300", "\"fee\":200"),
                        untrusted(BindingCheck.SIGNATURE)),
                center(
                        "the right certificate, and another key",
                        f -> f.manifests.signers = List.of(new Keys(
                                Keys.pair().getPrivate(),
                                f.field().keys("signer").certificate())),
                        untrusted(BindingCheck.SIGNATURE)));
    }

    private static Attack signedBy(String who, String authority, Consumer<Draft> change, BindingCheck check) {
        return center(
                "signed by " + who,
                f -> f.manifests.signers = List.of(signer(f.field(), authority, change)),
                untrusted(check));
    }

    private static Keys signer(Field field, String authority, Consumer<Draft> change)
            throws IOException, GeneralSecurityException {
        return Certificates.signer(field.keys(authority), change);
    }
}
