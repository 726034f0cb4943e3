package jp.madoguchi.kiosk.center.https;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** The kiosk's half of TLS 1.3 with mutual authentication: its one identity, and the only anchors it believes. */
record ClientTls(SSLContext context, X509Certificate certificate, ServerTrust trust) {

    /**
     * @throws GeneralSecurityException when the key store does not hold exactly one key, the password does not fit, or no anchor is
     *     given
     */
    static ClientTls of(KeyStore identity, char[] password, Set<X509Certificate> anchors)
            throws GeneralSecurityException {
        X509Certificate certificate = onlyCertificate(identity);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(identity, password);
        ServerTrust trust = ServerTrust.in(storeOf(anchors));
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), new TrustManager[] {trust}, null);
        return new ClientTls(context, certificate, trust);
    }

    /** TLS 1.3 and nothing older; the certificate must name the host of the URL. */
    static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    private static X509Certificate onlyCertificate(KeyStore identity) throws KeyStoreException {
        List<String> keys = Collections.list(identity.aliases());
        for (String alias : List.copyOf(keys)) {
            if (!identity.isKeyEntry(alias)) {
                keys.remove(alias);
            }
        }
        if (keys.size() == 1 && identity.getCertificate(keys.get(0)) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new KeyStoreException(
                "the kiosk's identity holds " + keys.size() + " keys with certificates instead of one");
    }

    private static KeyStore storeOf(Set<X509Certificate> anchors) throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            throw new KeyStoreException("no anchor for the center's TLS certificate");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new KeyStoreException("an empty key store is read from nowhere", e);
        }
        int next = 0;
        for (X509Certificate anchor : anchors) {
            store.setCertificateEntry("anchor-" + next++, anchor);
        }
        return store;
    }
}
