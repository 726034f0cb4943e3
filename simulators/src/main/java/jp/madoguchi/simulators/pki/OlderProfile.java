package jp.madoguchi.simulators.pki;

import java.math.BigInteger;
import java.security.PublicKey;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertPolicyId;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** What the certificates of the older PKI say: its extensions. */
final class OlderProfile {
    private static final String PERSONAL_DATA = "1.2.392.200149.8.5.5.";

    private OlderProfile() {}

    static void authority(CertificateDraft draft, PublicKey key, JcaX509ExtensionUtils ids) {
        draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
    }

    /** A cross certificate: {@code theirs} is what the certified CA calls the issuer's policy {@code ours}. */
    static void cross(CertificateDraft draft, String ours, String theirs) {
        draft.with(Extension.certificatePolicies, true, policies(ours))
                .with(Extension.policyMappings, false, new PolicyMappings(policy(ours), policy(theirs)));
    }

    /** The bridge's conditions: a policy must be there, and names lie in one place. */
    static void conditions(CertificateDraft draft, String place) {
        GeneralSubtree within = new GeneralSubtree(new GeneralName(new X500Name(place)));
        draft.with(Extension.policyConstraints, true, new PolicyConstraints(BigInteger.ZERO, null))
                .with(Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {within}, null));
    }

    static void holder(CertificateDraft draft, String policy, PublicKey key, JcaX509ExtensionUtils ids) {
        draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .with(Extension.certificatePolicies, true, policies(policy))
                .with(Extension.subjectAlternativeName, false, somebody())
                .with(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
    }

    private static CertPolicyId policy(String oid) {
        return CertPolicyId.getInstance(new ASN1ObjectIdentifier(oid));
    }

    private static CertificatePolicies policies(String oid) {
        var statement = new PolicyQualifierInfo("http://jpki-test.invalid/cps.html");
        return new CertificatePolicies(
                new PolicyInformation(new ASN1ObjectIdentifier(oid), new DERSequence(statement)));
    }

    /** A person who does not exist, at a place that does not exist. */
    private static GeneralNames somebody() {
        ASN1EncodableVector names = new ASN1EncodableVector();
        names.add(personal(1, "架空 住基"));
        names.add(personal(3, "2"));
        names.add(personal(4, "319500228"));
        names.add(personal(5, "青森県架空市見本町一丁目1番1号"));
        return GeneralNames.getInstance(new DERSequence(names));
    }

    private static GeneralName personal(int arc, String value) {
        return new GeneralName(
                GeneralName.otherName,
                new OtherName(new ASN1ObjectIdentifier(PERSONAL_DATA + arc), new DERUTF8String(value)));
    }
}
