package jp.madoguchi.simulators.center.status;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Publishes an authority's CRL where its certificates' distribution points name it. */
final class CrlPublisher {
    static final Duration LIFETIME = Duration.ofDays(2);

    private final Ledger ledger;
    private final DirectoryTree directory;

    CrlPublisher(Ledger ledger, DirectoryTree directory) {
        this.ledger = ledger;
        this.directory = directory;
    }

    /** Nothing for an authority whose key is elsewhere. */
    void publish(CardAuthority authority, X500Name place, Instant now) throws IOException {
        if (authority.key().isEmpty()) {
            return;
        }
        try {
            JcaX509v2CRLBuilder crl =
                    new JcaX509v2CRLBuilder(authority.certificate().getSubjectX500Principal(), Date.from(now));
            crl.setNextUpdate(Date.from(now.plus(LIFETIME)));
            for (Ledger.Entry entry : ledger.of(authority)) {
                // A list has no word for what its authority does not know yet.
                if (entry.known()) {
                    crl.addCRLEntry(entry.serial(), Date.from(entry.at()), entry.reason());
                }
            }
            crl.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(
                                    authority.certificate().getPublicKey()));
            crl.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            directory.putCrl(
                    place,
                    new JcaX509CRLConverter()
                            .getCRL(crl.build(new JcaContentSignerBuilder("SHA256withRSA")
                                    .build(authority.key().get())))
                            .getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("a CRL cannot be signed", e);
        }
    }
}
