package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A private key and what vouches for it. */
record Keys(PrivateKey key, X509Certificate certificate) {

    /** Of one of the center's authorities or servers, by the name of its file. */
    static Keys read(Path dir, String name) throws IOException, GeneralSecurityException {
        String file = Files.readString(dir.resolve("private").resolve(name + ".pem"));
        try (PEMParser pem = new PEMParser(new StringReader(file))) {
            if (pem.readObject() instanceof PrivateKeyInfo key
                    && pem.readObject() instanceof X509CertificateHolder certificate) {
                return new Keys(
                        new JcaPEMKeyConverter().getPrivateKey(key),
                        new JcaX509CertificateConverter().getCertificate(certificate));
            }
        }
        throw new IOException(name + ".pem is not a private key followed by its certificate");
    }

    static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** As a key store of one entry without a password. */
    KeyStore store(X509Certificate... above) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = Arrays.copyOf(above, above.length + 1, Certificate[].class);
        System.arraycopy(above, 0, chain, 1, above.length);
        chain[0] = certificate;
        store.setKeyEntry("it", key, new char[0], chain);
        return store;
    }
}
