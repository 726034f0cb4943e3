package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticationTest {
    @TempDir
    private static Path dir;

    private static TestTown town;

    @BeforeAll
    static void town_built() throws IOException, GeneralSecurityException {
        town = new TestTown(dir);
    }

    @AfterAll
    static void town_closed() {
        town.close();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("400 malformed", a -> a.prefix = Attempt.ascii("MADOGUCHI-AUTH-V2\0")),
                text("400 malformed", a -> a.purpose = Attempt.ascii("sign-documents")),
                text("400 malformed", a -> a.token = Attempt.ascii("driving-licence")),
                text("400 malformed", a -> a.token = Attempt.ascii("iphone")),
                text("400 malformed", a -> a.token = Attempt.ascii("Android-Phone")),
                text("400 malformed", a -> a.kiosk = new byte[0]),
                text("400 malformed", a -> a.kiosk = "窓".repeat(22).getBytes(StandardCharsets.UTF_8)),
                text("400 malformed", a -> a.center = new byte[] {(byte) 0xC3, 0x28}),
                text("400 malformed", a -> a.tail = new byte[] {0}),
                text("400 malformed", a -> a.nonce = Arrays.copyOf(a.nonce, 31)),
                text("400 malformed", a -> a.issued = Attempt.ascii("2026-11-22T13:40:05.000Z")),
                text("400 malformed", a -> a.issued = Attempt.ascii("2026-13-22T13:40:05Z")),
                text("403 wrong-kiosk", a -> a.kiosk = Attempt.ascii("K-0002")),
                text("403 wrong-kiosk", a -> a.kioskCertificate[31] ^= 1),
                text("403 wrong-center", a -> a.center = Attempt.ascii("OTHER-CENTER")),
                text("403 wrong-nonce", a -> a.nonce[0] ^= 1),
                text("403 clock-skew", a -> a.issued = time(Duration.ofSeconds(-301))),
                text("403 clock-skew", a -> a.issued = time(Duration.ofSeconds(301))),
                text("403 wrong-key", a -> a.visitKey[0] ^= 1),
                text(
                        "403 wrong-key",
                        a -> a.sentKey = TestCard.keys("EC", 256).getPublic().getEncoded()),
                text("403 wrong-certificate", a -> a.resident[0] ^= 1),
                text(
                        "403 wrong-certificate",
                        a -> a.sentCertificate = TestCard.issue(d -> {}).der()),
                text("400 malformed", a -> withKey(a, TestCard.keys("EC", 384))),
                text("400 malformed", a -> withKey(a, TestCard.keys("RSA", 2048))),
                text(
                        "400 malformed",
                        a -> withCertificate(a, Arrays.copyOf(a.sentCertificate, a.sentCertificate.length + 1))),
                text("403 bad-signature", a -> a.signer = TestCard.AUTHORITY));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void authenticate_wrongText_refusedWithItsReason(String reason, Consumer<Attempt> change)
            throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        change.accept(attempt);
        TestKiosk.Reply reply = town.send(attempt);
        assertEquals(reason, reply.reason());
        assertEquals("application/problem+json", reply.type());
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                text("403 wrong-kiosk", a -> {
                    a.kiosk = Attempt.ascii("K-0002");
                    a.center = Attempt.ascii("OTHER");
                }),
                text("403 wrong-center", a -> {
                    a.center = Attempt.ascii("OTHER");
                    a.nonce[0] ^= 1;
                }),
                text("403 wrong-nonce", a -> {
                    a.nonce[0] ^= 1;
                    a.issued = time(Duration.ofHours(1));
                }),
                text("403 clock-skew", a -> {
                    a.issued = time(Duration.ofHours(1));
                    a.visitKey[0] ^= 1;
                }),
                text("403 wrong-key", a -> {
                    a.visitKey[0] ^= 1;
                    a.resident[0] ^= 1;
                }),
                text("403 wrong-certificate", a -> {
                    a.resident[0] ^= 1;
                    a.signer = TestCard.AUTHORITY;
                }));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void authenticate_twoThingsWrong_earlierOneNamed(String reason, Consumer<Attempt> change)
            throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        change.accept(attempt);
        assertEquals(reason, town.send(attempt).reason());
    }

    @Test
    void authenticate_textOfAnotherVisit_wrongVisit() throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        String other = town.newId();
        attempt.nonce = town.kiosk.open(other);
        TestKiosk.Reply reply = town.kiosk.post("/v1/visits/" + other + "/authentication", attempt.body());
        assertEquals("403 wrong-visit", reply.reason());
    }

    @Test
    void authenticate_afterSixtySeconds_nonceExpired() throws IOException, InterruptedException {
        Attempt late = town.attempt(town.hanako);
        town.clock.advance(Duration.ofSeconds(61));
        assertEquals("403 nonce-expired", town.send(late).reason());
        Attempt inTime = town.attempt(town.hanako);
        town.clock.advance(Duration.ofSeconds(60));
        assertEquals(200, town.send(inTime).status());
    }

    @Test
    void authenticate_nonceNamedByAWrongAttempt_isSpent() throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        attempt.kiosk = Attempt.ascii("K-0002");
        assertEquals("403 wrong-kiosk", town.send(attempt).reason());
        attempt.kiosk = Attempt.ascii("K-0001");
        assertEquals("403 wrong-nonce", town.send(attempt).reason());
    }

    @Test
    void authenticate_nonceBeforeTheLast_isVoid() throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        byte[] fresh = town.kiosk.open(HexFormat.of().formatHex(attempt.visit));
        assertFalse(Arrays.equals(fresh, attempt.nonce));
        assertEquals("403 wrong-nonce", town.send(attempt).reason());
        attempt.nonce = fresh;
        assertEquals(200, town.send(attempt).status());
    }

    @Test
    void authenticate_repeatedUnchanged_answeredAsBefore() throws IOException, InterruptedException {
        Attempt wrong = town.attempt(town.hanako);
        wrong.signer = TestCard.AUTHORITY;
        Map<String, Object> refused = wrong.body();
        String path = "/v1/visits/" + HexFormat.of().formatHex(wrong.visit) + "/authentication";
        assertEquals("403 bad-signature", town.kiosk.post(path, refused).reason());
        assertEquals("403 bad-signature", town.kiosk.post(path, refused).reason());

        Attempt good = town.attempt(town.hanako);
        TestKiosk.Reply first = town.send(good);
        assertEquals(200, first.status());
        assertEquals(first, town.send(good));
    }

    @Test
    void authenticate_visitAuthenticatedAlready_conflict() throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        assertEquals(200, town.send(attempt).status());
        attempt.issued = time(Duration.ofSeconds(1));
        assertEquals("409 visit-authenticated", town.send(attempt).reason());
        String visit = HexFormat.of().formatHex(attempt.visit);
        assertEquals(
                "409 visit-authenticated",
                town.kiosk.put("/v1/visits/" + visit, null).reason());
    }

    @Test
    void authenticate_visitNeverOpened_unknown() throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        TestKiosk.Reply reply = town.kiosk.post("/v1/visits/" + town.newId() + "/authentication", attempt.body());
        assertEquals("404 unknown-visit", reply.reason());
    }

    static Stream<Arguments> certificates() {
        return Stream.of(
                certificate("403 certificate-unknown-issuer", d -> d.issuer = TestCard.UNTRUSTED_AUTHORITY),
                certificate("403 certificate-unknown-issuer", d -> d.issuerName = "O=JPKI-TEST,C=JP"),
                certificate(
                        "403 certificate-expired",
                        d -> d.until = town.clock.instant().minusSeconds(1)),
                certificate("403 certificate-not-yet-valid", d -> {
                    d.from = town.clock.instant().plus(Duration.ofDays(1));
                }),
                certificate("403 certificate-unsuitable", d -> d.usage = KeyUsage.nonRepudiation),
                certificate("403 certificate-unsuitable", d -> d.usage |= KeyUsage.keyCertSign),
                certificate("403 certificate-unsuitable", d -> d.authority = true),
                certificate("403 certificate-unsuitable", d -> d.policy = "1.2.392.200149.8.5.1.1.20"),
                certificate("403 certificate-unsuitable", d -> d.keys = TestCard.keys("RSA", 1024)),
                certificate("403 certificate-unsuitable", d -> d.issuerKeyIdentifier = Optional.of(new byte[20])),
                certificate("403 certificate-revoked", d -> d.serial = 0x0A01),
                certificate("403 certificate-suspended", d -> d.serial = 0x0A02),
                certificate("403 certificate-unknown-yet", d -> {
                    d.serial = 0x0A03;
                    d.from = town.clock.instant().minus(Duration.ofHours(47));
                }),
                certificate("503 certificate-status-unavailable", d -> {
                    d.serial = 0x0A03;
                    d.from = town.clock.instant().minus(Duration.ofDays(2));
                }),
                certificate("403 resident-unknown", d -> {}));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void authenticate_certificateNotGood_refusedWithItsReason(String reason, Consumer<TestCard.Draft> change)
            throws IOException, InterruptedException {
        Files.writeString(
                dir.resolve("revoked.txt"),
                "# serials\nauth_ca 0A01\nauth_ca 0a02 suspended\n\nauth_ca 0A03 unknown-yet # new\n");
        assertEquals(reason, town.send(town.attempt(TestCard.issue(change))).reason());
    }

    static Stream<Arguments> authorities() {
        return Stream.of(
                certificate(
                        "403 certificate-expired",
                        d -> d.until = town.clock.instant().minusSeconds(1)),
                certificate("403 certificate-unknown-issuer", d -> d.authority = false),
                certificate("403 certificate-unknown-issuer", d -> d.usage = KeyUsage.digitalSignature));
    }

    @ParameterizedTest
    @MethodSource("authorities")
    void authenticate_authorityNotGood_refusedWithItsReason(String reason, Consumer<TestCard.Draft> change)
            throws IOException, InterruptedException {
        TestCard authority = TestCard.newAuthority(change);
        authority.writeTo(dir.resolve("auth_ca_wrong.pem"));
        assertEquals(
                reason,
                town.send(town.attempt(TestCard.issue(draft -> draft.issuer = authority)))
                        .reason());
    }

    @Test
    void authenticate_residentRefused_saysSo() throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        town.addResident("protected", card, Map.of("refused", "resident-refused"));
        assertEquals("403 resident-refused", town.send(town.attempt(card)).reason());
    }

    @ParameterizedTest
    @CsvSource({"resident-transferred-out", "resident-deceased"})
    void authenticate_residentGone_saysHow(String refused) throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        town.addResident(refused, card, Map.of("refused", refused));
        assertEquals("403 " + refused, town.send(town.attempt(card)).reason());
    }

    @ParameterizedTest
    @CsvSource({"1, 403 resident-under-15", "0, 200"})
    void authenticate_residentAroundFifteen_servedFromTheBirthdayOn(int daysTooYoung, String answer)
            throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        LocalDate birth = LocalDate.ofInstant(town.clock.instant(), ZoneId.of("Asia/Tokyo"))
                .minusYears(15)
                .plusDays(daysTooYoung);
        town.addResident("young" + daysTooYoung, card, Map.of("birth", birth.toString()));
        assertEquals(answer, town.send(town.attempt(card)).reason().strip());
    }

    @Test
    void authenticate_clockWrong_saysWhatTimeItIs() throws IOException, InterruptedException {
        Attempt attempt = town.attempt(town.hanako);
        attempt.issued = time(Duration.ofMinutes(6));
        TestKiosk.Reply reply = town.send(attempt);
        assertEquals("403 clock-skew", reply.reason());
        assertEquals(town.clock.instant().toString(), reply.body().path("time").asText());
    }

    @Test
    void authenticate_twoResidentsWithOneCertificate_neitherServed() throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        town.addResident("twin-a", card, Map.of());
        town.addResident("twin-b", card, Map.of());
        assertEquals("403 resident-unknown", town.send(town.attempt(card)).reason());
    }

    @Test
    void authenticate_cardOfAnAuthorityAddedLater_served() throws IOException, InterruptedException {
        TestCard other = TestCard.newAuthority(draft -> {});
        TestCard card = TestCard.issue(draft -> draft.issuer = other);
        town.addResident("later", card, Map.of());
        assertEquals(
                "403 certificate-unknown-issuer", town.send(town.attempt(card)).reason());
        other.writeTo(dir.resolve("auth_ca_2.pem"));
        assertEquals(200, town.send(town.attempt(card)).status());
    }

    private static Arguments text(String reason, Consumer<Attempt> change) {
        return Arguments.of(reason, change);
    }

    private static Arguments certificate(String reason, Consumer<TestCard.Draft> change) {
        return Arguments.of(reason, change);
    }

    private static byte[] time(Duration from) {
        return Attempt.ascii(town.clock.instant().plus(from).toString());
    }

    private static void withKey(Attempt attempt, KeyPair key) {
        attempt.sentKey = key.getPublic().getEncoded();
        attempt.visitKey = Attempt.sha256(attempt.sentKey);
    }

    private static void withCertificate(Attempt attempt, byte[] certificate) {
        attempt.sentCertificate = certificate;
        attempt.resident = Attempt.sha256(certificate);
    }
}
