package jp.madoguchi.kiosk.center;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import jp.madoguchi.kiosk.terms.Sha256;

/**
 * The P-256 pair that one visit makes, to which its documents are sealed. Safe for use by several threads. Closing wipes the
 * private half; key objects that the platform made while it was used become garbage and are not kept here.
 */
@CheckReturnValue
public final class VisitKey implements AutoCloseable {
    private final byte[] subjectPublicKeyInfo;
    private final byte[] pkcs8;
    private boolean closed;

    private VisitKey(KeyPair pair) {
        subjectPublicKeyInfo = pair.getPublic().getEncoded();
        pkcs8 = pair.getPrivate().getEncoded();
    }

    public static VisitKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return new VisitKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no P-256", e);
        }
    }

    /** The public half, DER; still there after {@link #close()}. */
    public byte[] subjectPublicKeyInfo() {
        return subjectPublicKeyInfo.clone();
    }

    /** SHA-256 of {@link #subjectPublicKeyInfo()}. */
    public Sha256 fingerprint() {
        return Sha256.of(subjectPublicKeyInfo);
    }

    /** How an envelope names its recipient: the first 20 bytes of the fingerprint (binding.md section 3). */
    byte[] keyIdentifier() {
        return Arrays.copyOf(fingerprint().bytes(), 20);
    }

    /** The private half. Throws once this is closed. */
    synchronized PrivateKey privateKey() {
        if (closed) {
            throw new IllegalStateException("the visit's key is gone");
        }
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was made by this platform", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(pkcs8, (byte) 0);
    }
}
