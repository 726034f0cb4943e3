package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * The names and extensions of JPKI's certificates. Those of the CAs are copied from the published ones; those of the
 * users follow what is publicly known of them, with addresses under {@code .invalid}.
 */
enum JpkiProfile {
    USER_AUTHENTICATION(
            "JPKI for user authentication",
            "公的個人認証サービス利用者証明用（試験）",
            "1.2.392.200149.8.5.1.3.30",
            KeyUsage.digitalSignature,
            "A"),
    DIGITAL_SIGNATURE(
            "JPKI for digital signature",
            "公的個人認証サービス署名用（試験）",
            "1.2.392.200149.8.5.1.1.20",
            KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
            "S");

    private static final String PERSONAL_DATA = "1.2.392.200149.8.5.5.";
    /** Meiji is 1 in the certificate and -1 in Java; Showa 3, Heisei 4. */
    private static final int ERA = 2;

    private final String unit;
    private final String japaneseUnit;
    private final String policy;
    private final int usage;
    private final String letter;

    JpkiProfile(String unit, String japaneseUnit, String policy, int usage, String letter) {
        this.unit = unit;
        this.japaneseUnit = japaneseUnit;
        this.policy = policy;
        this.usage = usage;
        this.letter = letter;
    }

    X500Name authorityName() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "JP")
                .addRDN(BCStyle.O, "JPKI-TEST")
                .addRDN(BCStyle.OU, unit)
                .addRDN(BCStyle.OU, "Japan Agency for Local Authority Information Systems")
                .build();
    }

    X500Name userName(CertificateSubject subject) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "JP")
                .addRDN(BCStyle.CN, subject.id() + letter)
                .build();
    }

    /** In the published order; no AKI, no AIA. */
    void extendAuthority(X509v3CertificateBuilder builder, PublicKey key) throws IOException, NoSuchAlgorithmException {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.subjectAlternativeName, false, japaneseName());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.cRLDistributionPoints, false, revocationList(authorityName()));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    /** No basicConstraints: a user is not a CA by their absence. */
    void extendUser(
            X509v3CertificateBuilder builder,
            PublicKey key,
            X509CertificateHolder authority,
            CertificateSubject subject)
            throws IOException, NoSuchAlgorithmException {
        var identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        if (this == USER_AUTHENTICATION) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        } else {
            builder.addExtension(Extension.subjectAlternativeName, false, personalData(subject));
        }
        builder.addExtension(Extension.certificatePolicies, true, policies());
        builder.addExtension(Extension.issuerAlternativeName, false, japaneseName());
        X500Name lists = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "JP")
                .addRDN(BCStyle.O, "JPKI-TEST")
                .addRDN(BCStyle.OU, unit)
                .addRDN(BCStyle.OU, "CRL Distribution Points")
                .addRDN(BCStyle.CN, "Test CRLDP")
                .build();
        builder.addExtension(Extension.cRLDistributionPoints, false, revocationList(lists));
        var responder = new GeneralName(GeneralName.uniformResourceIdentifier, "http://ocsp.jpki-test.invalid");
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, responder));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(authority));
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
    }

    private GeneralNames japaneseName() {
        return new GeneralNames(new GeneralName(new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "JP")
                .addRDN(BCStyle.O, "公的個人認証サービス（試験）")
                .addRDN(BCStyle.OU, japaneseUnit)
                .build()));
    }

    private static CRLDistPoint revocationList(X500Name name) {
        var place = new DistributionPointName(new GeneralNames(new GeneralName(name)));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(place, null, null)});
    }

    private CertificatePolicies policies() {
        var statement = new PolicyQualifierInfo("http://jpki-test.invalid/cps.html");
        return new CertificatePolicies(
                new PolicyInformation(new ASN1ObjectIdentifier(policy), new DERSequence(statement)));
    }

    private static GeneralNames personalData(CertificateSubject subject) {
        int era = JapaneseDate.from(subject.birth()).getEra().getValue() + ERA;
        return new GeneralNames(new GeneralName[] {
            personal(1, subject.name()),
            personal(3, subject.sex().equals("男") ? "1" : "2"),
            personal(4, era + subject.birth().format(DateTimeFormatter.BASIC_ISO_DATE)),
            personal(5, subject.address())
        });
    }

    private static GeneralName personal(int arc, String value) {
        ASN1EncodableVector other = new ASN1EncodableVector();
        other.add(new ASN1ObjectIdentifier(PERSONAL_DATA + arc));
        other.add(new DERTaggedObject(true, 0, new DERUTF8String(value)));
        return new GeneralName(GeneralName.otherName, new DERSequence(other));
    }
}
