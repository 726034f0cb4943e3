package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;

/** The form of RFC 8017 section 9.2 step 2, which the card wants to see before it pads and signs. */
final class DigestInfo {
    private static final Map<ASN1ObjectIdentifier, Integer> LENGTHS = Map.of(
            OIWObjectIdentifiers.idSHA1, 20,
            NISTObjectIdentifiers.id_sha256, 32,
            NISTObjectIdentifiers.id_sha384, 48,
            NISTObjectIdentifiers.id_sha512, 64);

    private DigestInfo() {}

    /** Whether these bytes are the DER of a digest of a known algorithm, NULL parameters and the right length. */
    static boolean wellFormed(byte[] bytes) {
        try {
            var info = org.bouncycastle.asn1.x509.DigestInfo.getInstance(bytes);
            var algorithm = info.getAlgorithmId();
            Integer length = LENGTHS.get(algorithm.getAlgorithm());
            return length != null
                    && length == info.getDigest().length
                    && DERNull.INSTANCE.equals(algorithm.getParameters())
                    && Arrays.equals(info.getEncoded(ASN1Encoding.DER), bytes);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            return false;
        }
    }
}
