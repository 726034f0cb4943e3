package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** A private key with its certificate; on disk one PEM file, the key (PKCS #8) first. */
record Identity(PrivateKey key, X509Certificate certificate) {

    /** Reads what {@link #write} wrote. */
    static Identity read(Path file) throws IOException {
        try (PEMParser pem = new PEMParser(new StringReader(Files.readString(file)))) {
            if (pem.readObject() instanceof PrivateKeyInfo key
                    && pem.readObject() instanceof X509CertificateHolder certificate) {
                return new Identity(
                        new JcaPEMKeyConverter().getPrivateKey(key),
                        new JcaX509CertificateConverter().getCertificate(certificate));
            }
        } catch (CertificateException e) {
            throw new IOException(file + " holds no usable certificate", e);
        }
        throw new IOException(file + " is not a private key followed by its certificate");
    }

    /** Only the owner may read the file. */
    void write(Path file) throws IOException {
        writePrivately(file, pem(new JcaPKCS8Generator(key, null), certificate).getBytes(StandardCharsets.US_ASCII));
    }

    void writeCertificate(Path file) throws IOException {
        Files.writeString(file, pem(certificate));
    }

    /** Replaces the file by one that nobody else could ever read. */
    static void writePrivately(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, content);
    }

    private static String pem(Object... objects) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                pem.writeObject(object);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
