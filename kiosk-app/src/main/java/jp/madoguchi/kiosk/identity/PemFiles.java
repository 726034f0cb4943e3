package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Certificates and revocation lists in PEM files. Any thread. */
@CheckReturnValue
public final class PemFiles {
    private PemFiles() {}

    /** All of all files, of which each holds at least one; throws naming the file that does not. */
    public static Set<X509Certificate> certificates(List<Path> files) throws IOException, CertificateException {
        return all(files, "certificate", X509Certificate.class, CertificateFactory::generateCertificates);
    }

    /** As {@link #certificates}. */
    static Set<X509CRL> lists(List<Path> files) throws IOException, CertificateException {
        return all(files, "revocation list", X509CRL.class, CertificateFactory::generateCRLs);
    }

    @FunctionalInterface
    private interface Reading {
        Collection<?> of(CertificateFactory factory, InputStream pem) throws GeneralSecurityException;
    }

    private static <T> Set<T> all(List<Path> files, String what, Class<T> kind, Reading reading)
            throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Set<T> all = new LinkedHashSet<>();
        for (Path file : files) {
            byte[] pem = Files.readAllBytes(file);
            try {
                Collection<?> read = reading.of(factory, new ByteArrayInputStream(pem));
                if (read.isEmpty()) {
                    throw new CertificateException("the file is empty");
                }
                read.forEach(each -> all.add(kind.cast(each)));
            } catch (GeneralSecurityException unreadable) {
                throw new CertificateException("no " + what + " in " + file, unreadable);
            }
        }
        return all;
    }
}
