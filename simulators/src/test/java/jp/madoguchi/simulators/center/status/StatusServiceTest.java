package jp.madoguchi.simulators.center.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PLACE = "C=JP,O=JPKI-TEST,OU=CRL Distribution Points,CN=Test CRLDP";
    private static final KeyPair CA_KEYS = keys("RSA", 2048);
    private static final KeyPair RESPONDER_KEYS = keys("EC", 256);
    private static final CardAuthority CA =
            new CardAuthority(issue("CN=CA", 1, CA_KEYS, CA_KEYS, Optional.empty()), Optional.of(CA_KEYS.getPrivate()));
    private static final CardAuthority KEYLESS = new CardAuthority(CA.certificate(), Optional.empty());
    private static final X509Certificate RESPONDER =
            issue("CN=Responder", 2, RESPONDER_KEYS, RESPONDER_KEYS, Optional.empty());

    @TempDir
    private Path directory;

    private static final Ledger LEDGER = () -> List.of(
            Ledger.Entry.read(CA_KEYS.getPublic(), BigInteger.valueOf(11), "revoked 2026-10-01 affiliationChanged"),
            Ledger.Entry.read(CA_KEYS.getPublic(), BigInteger.valueOf(12), "suspended 2026-11-01"),
            Ledger.Entry.read(CA_KEYS.getPublic(), BigInteger.valueOf(13), "unknown-yet"),
            Ledger.Entry.read(CA_KEYS.getPublic(), BigInteger.valueOf(14), "suspended 2026-11-01"),
            Ledger.Entry.read(CA_KEYS.getPublic(), BigInteger.valueOf(14), "revoked 2026-11-02 keyCompromise"),
            Ledger.Entry.read(CA_KEYS.getPublic(), BigInteger.valueOf(15), ""));

    @ParameterizedTest
    @CsvSource({
        "10, Good[asOf=2026-11-25T01:00:00Z], Good[asOf=2026-11-25T01:00:00Z]",
        "11, 'Revoked[at=2026-09-30T15:00:00Z, reason=affiliationChanged]', 'Revoked[at=2026-09-30T15:00:00Z, reason=affiliationChanged]'",
        "12, Suspended[at=2026-10-31T15:00:00Z], Suspended[at=2026-10-31T15:00:00Z]",
        // A list cannot tell what its authority does not know yet.
        "13, Unknown[], Good[asOf=2026-11-25T01:00:00Z]",
        "14, 'Revoked[at=2026-11-01T15:00:00Z, reason=keyCompromise]', 'Revoked[at=2026-11-01T15:00:00Z, reason=keyCompromise]'",
        "15, 'Revoked[at=2019-12-31T15:00:00Z, reason=unspecified]', 'Revoked[at=2019-12-31T15:00:00Z, reason=unspecified]'"
    })
    void status_serial_sameByResponderAndByList(long serial, String online, String listed) throws IOException {
        StatusService service = service();
        assertEquals(online, ask(service, CA, card(serial, true), NOW).toString());
        service.respond(false);
        assertEquals(listed, ask(service, CA, card(serial, true), NOW).toString());
        assertTrue(Files.exists(directory.resolve(
                "C=JP/O=JPKI-TEST/OU=CRL Distribution Points/CN=Test CRLDP/certificateRevocationList.crl")));
    }

    @ParameterizedTest
    @CsvSource({
        "no list,            the directory has no such list",
        "no place,           the certificate names no directory entry",
        "an outside CA,      the directory has no such list",
    })
    void status_nobodyToAsk_unavailable(String which, String why) throws IOException {
        StatusService service = service();
        service.respond(false);
        service.list(!which.equals("no list"));
        CertificateStatus status =
                ask(service, which.equals("an outside CA") ? KEYLESS : CA, card(10, !which.equals("no place")), NOW);
        assertEquals(new CertificateStatus.Unavailable(why), status);
    }

    /** Two generations, or the two CAs of a card: a serial number is its issuer's alone. */
    @Test
    void status_sameSerialOfAnotherIssuer_isNotMeant() throws IOException {
        KeyPair keys = keys("RSA", 2048);
        CardAuthority other =
                new CardAuthority(issue("CN=CA", 1, keys, keys, Optional.empty()), Optional.of(keys.getPrivate()));
        StatusService service = service();
        CertificateStatus good = new CertificateStatus.Good(NOW);
        assertEquals(good, service.status(BigInteger.valueOf(11), other, List.of(CA, other), NOW));
        service.respond(false);
        assertEquals(good, service.status(BigInteger.valueOf(11), other, List.of(CA, other), NOW));
    }

    @Test
    void status_authorityWithoutKeyHere_isAnsweredByTheResponder() throws IOException {
        assertEquals(new CertificateStatus.Good(NOW), ask(service(), KEYLESS, card(10, true), NOW));
    }

    @Test
    void list_ofAnotherTimeOrKey_unavailable() throws IOException {
        DirectoryTree tree = new DirectoryTree(directory);
        new CrlPublisher(LEDGER, tree).publish(CA, new X500Name(PLACE), NOW);
        CrlLookup lookup = new CrlLookup(tree);
        Instant end = NOW.plus(CrlPublisher.LIFETIME);
        assertEquals(new CertificateStatus.Good(NOW), look(lookup, CA.certificate(), end.minusSeconds(1)));
        CertificateStatus stale = new CertificateStatus.Unavailable("the list is not of this time");
        assertEquals(stale, look(lookup, CA.certificate(), end));
        assertEquals(stale, look(lookup, CA.certificate(), NOW.minus(Duration.ofMinutes(6))));
        assertEquals(new CertificateStatus.Unavailable("the list is not the issuer's"), look(lookup, RESPONDER, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "replayed,      the answer is to another question",
        "stale,         the answer is stale",
        "other key,     the answer is not the responder's",
        "garbage,       the responder's answer cannot be read",
        "malformed,     the responder refuses: 1",
        "unauthorized,  the responder refuses: 6"
    })
    void answer_notToBeBelieved_unavailable(String which, String why) throws IOException {
        OcspResponder responder = new OcspResponder(RESPONDER_KEYS.getPrivate(), RESPONDER, LEDGER);
        KeyPair stranger = keys("EC", 256);
        OcspResponder other = new OcspResponder(stranger.getPrivate(), RESPONDER, LEDGER);
        OcspClient client = new OcspClient(RESPONDER, RANDOM);
        byte[][] earlier = new byte[1][];
        assertEquals(new CertificateStatus.Good(NOW), client.status(BigInteger.TEN, CA.certificate(), NOW, request -> {
            earlier[0] = responder.answer(request, List.of(CA), NOW);
            return Optional.of(earlier[0]);
        }));
        OcspClient.Line line = switch (which) {
            case "replayed" -> request -> Optional.of(earlier[0]);
            case "stale" ->
                request -> Optional.of(responder.answer(request, List.of(CA), NOW.minus(OcspResponder.LIFETIME)));
            case "other key" -> request -> Optional.of(other.answer(request, List.of(CA), NOW));
            case "malformed" -> request -> Optional.of(responder.answer(new byte[] {5, 0}, List.of(CA), NOW));
            case "unauthorized" -> request -> Optional.of(responder.answer(request, List.of(), NOW));
            default -> request -> Optional.of(new byte[] {1, 2, 3});
        };
        assertEquals(
                new CertificateStatus.Unavailable(why), client.status(BigInteger.TEN, CA.certificate(), NOW, line));
    }

    @Test
    void answer_isRealAsn1() throws IOException, OCSPException {
        OcspResponder responder = new OcspResponder(RESPONDER_KEYS.getPrivate(), RESPONDER, LEDGER);
        OCSPResp malformed = new OCSPResp(responder.answer(new byte[0], List.of(CA), NOW));
        assertEquals(OCSPResp.MALFORMED_REQUEST, malformed.getStatus());
    }

    @Test
    void directory_nameThatClimbs_staysInside() throws IOException {
        DirectoryTree tree = new DirectoryTree(directory.resolve("inside"));
        tree.putCrl(new X500Name("O=../../outside"), new byte[] {1});
        assertFalse(Files.exists(directory.resolve("outside")));
        assertTrue(tree.crl(new X500Name("O=../../outside")).isPresent());
    }

    private static CertificateStatus look(CrlLookup lookup, X509Certificate issuer, Instant now) throws IOException {
        return lookup.status(BigInteger.TEN, new X500Name(PLACE), issuer, now);
    }

    /** Of a certificate that nobody here has seen: by the responder, then by the list in its issuer's own entry. */
    @ParameterizedTest
    @CsvSource({
        "10, Good[asOf=2026-11-25T01:00:00Z]",
        "11, 'Revoked[at=2026-09-30T15:00:00Z, reason=affiliationChanged]'",
        "12, Suspended[at=2026-10-31T15:00:00Z]"
    })
    void status_serialAlone_sameByResponderAndByList(long serial, String expected) throws IOException {
        StatusService service = service();
        assertEquals(expected, askOf(service, serial).toString());
        service.respond(false);
        assertEquals(expected, askOf(service, serial).toString());
        assertTrue(Files.exists(directory.resolve("CN=CA/certificateRevocationList.crl")));
        service.list(false);
        assertEquals(new CertificateStatus.Unavailable("the directory has no such list"), askOf(service, serial));
    }

    private static CertificateStatus askOf(StatusService service, long serial) throws IOException {
        return service.status(BigInteger.valueOf(serial), CA, List.of(CA), NOW);
    }

    private StatusService service() {
        return new StatusService(directory, RESPONDER_KEYS.getPrivate(), RESPONDER, LEDGER, RANDOM);
    }

    private static CertificateStatus ask(StatusService service, CardAuthority ca, X509Certificate card, Instant now)
            throws IOException {
        return service.status(card, ca, List.of(ca), now);
    }

    private static X509Certificate card(long serial, boolean listed) {
        return issue("CN=Card", serial, RESPONDER_KEYS, CA_KEYS, listed ? Optional.of(PLACE) : Optional.empty());
    }

    private static X509Certificate issue(
            String name, long serial, KeyPair own, KeyPair issuer, Optional<String> place) {
        boolean rsa = issuer.getPrivate().getAlgorithm().equals("RSA");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(serial == 2 ? name : "CN=CA"),
                BigInteger.valueOf(serial),
                Date.from(NOW.minus(Duration.ofDays(1))),
                Date.from(NOW.plus(Duration.ofDays(100))),
                new X500Name(name),
                own.getPublic());
        try {
            if (place.isPresent()) {
                GeneralNames names = new GeneralNames(new GeneralName(new X500Name(place.get())));
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(new DistributionPointName(names), null, null)
                }));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(rsa ? "SHA256withRSA" : "SHA256withECDSA")
                            .build(issuer.getPrivate())));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
