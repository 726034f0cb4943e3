package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.SignatureReading;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.kiosk.identity.PathOutcome.Broken;
import jp.madoguchi.kiosk.identity.PathOutcome.ValidAt;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.simulators.pki.PrefecturePki;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies on a Juki card, read as the reader gives it, by what its CAs published. */
final class JukiCardTest {
    private static final String READER = "Reader 00 00";

    @TempDir
    private static Path dir;

    private static IssuedCards cards;

    @BeforeAll
    static void issue() throws IOException {
        cards = CardOffice.supply(dir);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-06-30T00:00:00Z, Broken[flaw=NOT_YET_VALID link=3]",
        "2016-07-01T03:00:00Z, 'ValidAt[2016-07-01T03:00:00Z, 3 certificates, policies [1.3.6.1.4.1.32473.3.1]]'",
        "2019-01-01T00:00:00Z, Broken[flaw=EXPIRED link=3]",
        "2026-01-01T00:00:00Z, Broken[flaw=EXPIRED link=3]"
    })
    void certificate_thatTheCardGives_wasValidInItsTime(Instant instant, String outcome) throws Exception {
        byte[] certificate = withSession("special-juki-open", session -> {
            CardReading.NotServed juki = assertInstanceOf(CardReading.NotServed.class, session.read());
            return juki.certificate().orElseThrow();
        });

        assertEquals(
                outcome, validation().validate(certificate, instant).toString().replace(", link", " link"));
    }

    @Test
    void certificate_behindThePassword_isTheSame() throws Exception {
        byte[] certificate = withSession("special-juki", session -> {
            SignatureReading.Read read = assertInstanceOf(
                    SignatureReading.Read.class,
                    session.readSignatureCertificate("TEST1234".getBytes(StandardCharsets.US_ASCII)));
            return read.certificate();
        });

        ValidAt valid = assertInstanceOf(
                ValidAt.class, validation().validate(certificate, Instant.parse("2016-07-01T03:00:00Z")));
        assertEquals(
                "OU=Aomori Prefecture CA, O=JPKI-TEST, C=JP",
                valid.path().get(0).getIssuerX500Principal().toString());
    }

    @Test
    void certificate_ofAMyNumberCard_leadsToNoPrefecture() throws Exception {
        byte[] certificate = withSession(
                "aomori-hanako",
                session -> assertInstanceOf(
                                SignatureReading.Read.class,
                                session.readSignatureCertificate("TEST1234".getBytes(StandardCharsets.US_ASCII)))
                        .certificate());

        assertEquals(
                new Broken(PathFlaw.ISSUER_MISSING, 0),
                validation().validate(certificate, Instant.parse("2016-07-01T03:00:00Z")));
    }

    @FunctionalInterface
    private interface Use {
        byte[] of(CardSession session);
    }

    private static byte[] withSession(String id, Use use) throws IOException {
        SimulatedTerminals terminals = new SimulatedTerminals();
        terminals.add(READER);
        terminals.place(cards.open(id));
        try (CardReader reader = new PcscCardReader(terminals::factory, READER)) {
            return use.of(assertInstanceOf(CardReader.Opening.Opened.class, reader.open())
                    .session());
        }
    }

    /** Out of the files that a relying party would have fetched. */
    private static PathValidation validation() throws Exception {
        CertificateFactory x509 = CertificateFactory.getInstance("X.509");
        Collection<X509Certificate> certificates = x509.generateCertificates(published("certificates.pem")).stream()
                .map(X509Certificate.class::cast)
                .toList();
        List<X509CRL> lists = x509.generateCRLs(published("lists.pem")).stream()
                .map(X509CRL.class::cast)
                .toList();
        Set<X509Certificate> anchors = x509.generateCertificates(published("anchor.pem")).stream()
                .map(X509Certificate.class::cast)
                .collect(Collectors.toSet());
        return new PathValidation(
                new PathRules(anchors, Set.of(PrefecturePki.ANCHOR_POLICY), true, SignatureAlgorithm.USUAL),
                new Repository(List.copyOf(certificates), lists));
    }

    private static ByteArrayInputStream published(String file) throws IOException {
        return new ByteArrayInputStream(
                Files.readAllBytes(dir.resolve("prefecture").resolve(file)));
    }
}
