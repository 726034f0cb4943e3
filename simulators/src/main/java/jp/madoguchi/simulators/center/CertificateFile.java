package jp.madoguchi.simulators.center;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** One X.509 certificate in PEM or DER. */
final class CertificateFile {
    private CertificateFile() {}

    static X509Certificate read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    static X509Certificate parse(byte[] pemOrDer) throws Malformed {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pemOrDer));
        } catch (CertificateException e) {
            throw new Malformed("not a certificate");
        }
    }
}
