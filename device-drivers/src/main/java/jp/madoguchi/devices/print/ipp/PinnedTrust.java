package jp.madoguchi.devices.print.ipp;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts exactly one server certificate, whatever its name, issuer or dates say: a printer makes its own certificate, and the
 * operator has vouched for this one. An extended manager, so that the JDK adds no host name check to it.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final X509Certificate pin;

    /** Another certificate than the pinned one was shown. */
    static final class Stranger extends CertificateException {
        private static final long serialVersionUID = 1L;

        Stranger() {
            super("the printer's certificate is not the pinned one");
        }
    }

    PinnedTrust(X509Certificate pin) {
        this.pin = pin;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length == 0 || !pin.equals(chain[0])) {
            throw new Stranger();
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this side is never a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
