package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import jp.madoguchi.simulators.center.status.CardAuthority;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Which certificate is meant: the CertID of RFC 6960 section 4.1.1, with SHA-256. */
record CertificateQuestion(CertificateID id) {
    private static final String HASH = "[0-9a-f]{64}";
    /** RFC 5280 section 4.1.2.2: positive, at most 20 octets. */
    private static final String SERIAL = "[1-9a-f][0-9a-f]{0,39}";

    static CertificateQuestion read(byte[] body) throws Malformed {
        JsonObject json = JsonObject.read(body).only("issuerNameHash", "issuerKeyHash", "serialNumber");
        return new CertificateQuestion(new CertificateID(new CertID(
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                hash(json, "issuerNameHash"),
                hash(json, "issuerKeyHash"),
                new ASN1Integer(new BigInteger(matching(json, "serialNumber", SERIAL), 16)))));
    }

    private static DEROctetString hash(JsonObject json, String name) throws Malformed {
        return new DEROctetString(HexFormat.of().parseHex(matching(json, name, HASH)));
    }

    private static String matching(JsonObject json, String name, String pattern) throws Malformed {
        String text = json.text(name);
        if (!text.matches(pattern)) {
            throw new Malformed(name + " is not as described");
        }
        return text;
    }

    BigInteger serial() {
        return id.getSerialNumber();
    }

    /** Generations of one CA share a name, so the key tells them apart. */
    boolean isOf(CardAuthority authority) throws IOException {
        try {
            return id.matchesIssuer(
                    new JcaX509CertificateHolder(authority.certificate()),
                    new JcaDigestCalculatorProviderBuilder().build());
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IOException("an authority's certificate cannot be hashed", e);
        }
    }
}
