package jp.madoguchi.simulators.center.status;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The center's question about a card's certificate: OCSP first, the CRL of its distribution point when no responder answers.
 * Safe for many threads.
 */
public final class StatusService {
    private final OcspResponder responder;
    private final OcspClient client;
    private final CrlPublisher publisher;
    private final CrlLookup lists;
    private final DirectoryTree directory;
    private volatile boolean responding = true;
    private volatile boolean listing = true;

    /**
     * @param folder where the directory's entries are kept
     * @param key of the responder; {@code certificate} is its own
     */
    public StatusService(Path folder, PrivateKey key, X509Certificate certificate, Ledger ledger, SecureRandom random) {
        directory = new DirectoryTree(folder);
        responder = new OcspResponder(key, certificate, ledger);
        client = new OcspClient(certificate, random);
        publisher = new CrlPublisher(ledger, directory);
        lists = new CrlLookup(directory);
    }

    /** Whether the OCSP responder answers; it does at first. */
    public void respond(boolean answers) {
        responding = answers;
    }

    /** Whether the directory has the lists; it has at first. */
    public void list(boolean published) {
        listing = published;
    }

    /**
     * Of a certificate that is at hand: its distribution point names the list.
     *
     * @param issuer one of {@code authorities}
     */
    public CertificateStatus status(
            X509Certificate certificate, CardAuthority issuer, List<CardAuthority> authorities, Instant now)
            throws IOException {
        Optional<X500Name> place = CrlLookup.place(certificate);
        return status(certificate.getSerialNumber(), place, issuer, authorities, now);
    }

    /** Of a certificate of which no more is known: the list in its issuer's own entry. */
    public CertificateStatus status(
            BigInteger serial, CardAuthority issuer, List<CardAuthority> authorities, Instant now) throws IOException {
        X500Name own = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        return status(serial, Optional.of(own), issuer, authorities, now);
    }

    private CertificateStatus status(
            BigInteger serial,
            Optional<X500Name> place,
            CardAuthority issuer,
            List<CardAuthority> authorities,
            Instant now)
            throws IOException {
        CertificateStatus online =
                client.status(serial, issuer.certificate(), now, request -> ask(request, authorities, now));
        if (!(online instanceof CertificateStatus.Unavailable)) {
            return online;
        }
        if (place.isEmpty()) {
            return new CertificateStatus.Unavailable("the certificate names no directory entry");
        }
        publish(issuer, place.get(), now);
        return lists.status(serial, place.get(), issuer.certificate(), now);
    }

    private synchronized void publish(CardAuthority issuer, X500Name place, Instant now) throws IOException {
        if (listing) {
            publisher.publish(issuer, place, now);
        } else {
            directory.removeCrl(place);
        }
    }

    private Optional<byte[]> ask(byte[] request, List<CardAuthority> authorities, Instant now) throws IOException {
        return responding ? Optional.of(responder.answer(request, authorities, now)) : Optional.empty();
    }
}
