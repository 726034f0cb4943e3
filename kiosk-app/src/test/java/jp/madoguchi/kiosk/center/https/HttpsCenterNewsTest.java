package jp.madoguchi.kiosk.center.https;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterAnswer.Failed;
import jp.madoguchi.kiosk.center.CenterAnswer.Given;
import jp.madoguchi.kiosk.center.CenterAnswer.Refused;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.RegistrationApplication;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.ServiceNotice;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.StatusQuestion;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.terms.Withheld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the center says of itself, of certificates, of hours and of registrations, as {@code docs/center-api.yaml} has it. */
@Timeout(60)
final class HttpsCenterNewsTest {
    private static final VisitId VISIT = new VisitId("0123456789abcdef0123456789abcdef");
    private static final ScriptedCenter SERVER = new ScriptedCenter();
    private static final HttpsCenter CENTER = center();
    private static final StatusQuestion QUESTION = new StatusQuestion(
            new Sha256("0a".repeat(32)), new Sha256("0b".repeat(32)), BigInteger.valueOf(0xB01), Instant.EPOCH);

    @BeforeEach
    void forget() {
        SERVER.forget();
    }

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @Test
    void status_announcements_givesThoseThatThisProgramKnows() {
        SERVER.then(200, """
                {"center":"C","open":false,"time":"2026-12-29T03:00:00Z","opens":"2027-01-03T21:30:00Z","notices":[
                 {"kind":"of-a-later-version","text":{"ja":"?"}},
                 {"kind":"municipal-stop","municipality":"02999","municipalityName":{"ja":"見本村"},"text":{"ja":"休"},
                  "from":"2027-01-15T15:00:00Z","until":"2027-01-17T14:59:00Z"}]}""");

        CenterStatus status = given(CENTER.status());

        assertEquals(Optional.of(Instant.parse("2027-01-03T21:30:00Z")), status.opens());
        assertEquals(
                List.of(new ServiceNotice(
                        ServiceNotice.Kind.MUNICIPAL_STOP,
                        Optional.of(new LocalText("見本村", "見本村")),
                        new LocalText("休", "休"),
                        Optional.of(Instant.parse("2027-01-15T15:00:00Z")),
                        Optional.of(Instant.parse("2027-01-17T14:59:00Z")))),
                status.notices());
        assertEquals(Duration.ofMinutes(-3), status.skew(Instant.parse("2026-12-29T02:57:00Z")));
    }

    @Test
    void refusal_withCircumstances_givesThem() {
        SERVER.then(
                        403,
                        problem("certificate-revoked")
                                .replace(
                                        ",\"more\":{}}",
                                        ",\"since\":\"2026-09-30T15:00:00Z\",\"cause\":\"superseded\"}"))
                .then(
                        403,
                        problem("outside-hours")
                                .replace(
                                        ",\"more\":{}}",
                                        ",\"opens\":\"2026-11-24T00:00:00Z\",\"notice\":{\"ja\":\"夜\"}}"));

        assertEquals(
                new Refused<>(
                        Refusal.CERTIFICATE_REVOKED,
                        new Circumstances(
                                Optional.empty(),
                                Optional.of(Instant.parse("2026-09-30T15:00:00Z")),
                                Optional.of("superseded"),
                                Optional.empty(),
                                Optional.empty())),
                CENTER.open(VISIT));
        assertEquals(
                new Refused<>(
                        Refusal.OUTSIDE_HOURS,
                        new Circumstances(
                                Optional.of(Instant.parse("2026-11-24T00:00:00Z")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new LocalText("夜", "夜")))),
                CENTER.open(VISIT));
    }

    static Stream<Arguments> statuses() {
        Instant time = Instant.parse("2026-11-22T13:40:00Z");
        return Stream.of(
                Arguments.of("\"good\",\"asOf\":\"" + time + "\"", new RevocationStatus.Good(time)),
                Arguments.of(
                        "\"revoked\",\"since\":\"" + time + "\",\"cause\":\"superseded\"",
                        new RevocationStatus.Revoked(RevocationReason.SUPERSEDED, time)),
                Arguments.of(
                        "\"revoked\",\"since\":\"" + time + "\"",
                        new RevocationStatus.Revoked(RevocationReason.UNSPECIFIED, time)),
                Arguments.of("\"suspended\",\"since\":\"" + time + "\"", new RevocationStatus.Suspended(time)),
                Arguments.of("\"unknown\"", new RevocationStatus.UnknownYet()),
                Arguments.of("\"unavailable\"", new RevocationStatus.Unavailable()));
    }

    /** CertID and no more: when it begins stays here, and so does everything that names somebody. */
    @ParameterizedTest
    @MethodSource("statuses")
    void certificateStatus_each_isItself(String state, RevocationStatus expected) {
        SERVER.then(200, "{\"state\":" + state + "}");
        assertEquals(new Given<>(expected), CENTER.certificateStatus(QUESTION));
        assertSeen(
                "POST",
                "/v1/certificate-status",
                "{\"issuerNameHash\":\"" + "0a".repeat(32) + "\",\"issuerKeyHash\":\"" + "0b".repeat(32)
                        + "\",\"serialNumber\":\"b01\"}");
    }

    /** The page says which member belongs to which state. */
    @ParameterizedTest
    @ValueSource(strings = {"good", "revoked", "suspended", "perhaps"})
    void certificateStatus_unheardOfOrWithoutItsTime_isGarbled(String state) {
        SERVER.then(200, "{\"state\":\"" + state + "\"}");
        Failed<?> failed = assertInstanceOf(Failed.class, CENTER.certificateStatus(QUESTION));
        assertEquals(CenterTrouble.GARBLED, failed.trouble());
    }

    @Test
    void register_filedAndAskedAgain_saysHowItStands() {
        String one = """
                {"request":"00112233445566778899aabbccddeeff","municipality":"02201","municipalityName":{"ja":"青森市"},
                 "state":"pending","received":"2026-11-22T13:40:00Z","expected":"2026-11-25T13:40:00Z"}""";
        SERVER.then(200, one).then(200, "{\"registrations\":[" + one + "]}");
        RequestId request = new RequestId("00112233445566778899aabbccddeeff");
        Registration filed =
                given(CENTER.register(VISIT, new RegistrationApplication(request, "02201", "架空町1番地", "見本 一郎")));
        assertEquals(
                new Registration(
                        request,
                        "02201",
                        new LocalText("青森市", "青森市"),
                        Registration.State.PENDING,
                        Instant.parse("2026-11-22T13:40:00Z"),
                        Optional.of(Instant.parse("2026-11-25T13:40:00Z"))),
                filed);
        assertSeen(
                "PUT",
                "/v1/visits/0123456789abcdef0123456789abcdef/registrations/00112233445566778899aabbccddeeff",
                "{\"municipality\":\"02201\",\"domicile\":\"架空町1番地\",\"head\":\"見本 一郎\"}");
        assertEquals(List.of(filed), given(CENTER.registrations(VISIT)));
    }

    @Test
    void authenticate_withheld_givesReasonOpeningAndOffice() {
        String withheld = """
                {"municipality":"02201","municipalityName":{"ja":"青森市"},"kind":"family-register-whole",
                 "reason":"outside-hours","opens":"2026-11-24T00:00:00Z"}""";
        SERVER.then(200, """
                {"municipalities":[{"code":"02201","name":{"ja":"青森市"},"role":"domicile",
                  "office":{"name":{"ja":"市民課"},"open":{"ja":"平日"},"telephone":"000"}}],
                 "offers":[],"withheld":[%s,%s,%s]}""".formatted(
                        withheld,
                        withheld.replace("outside-hours", "of-a-later-version"),
                        withheld.replace("family-register-whole", "of-a-later-version")));
        Catalogue catalogue = given(CENTER.authenticate(VISIT, proof()));
        LocalText aomori = new LocalText("青森市", "青森市");
        assertEquals(
                List.of(new MunicipalOffice(
                        "02201",
                        aomori,
                        MunicipalOffice.Role.DOMICILE,
                        new LocalText("市民課", "市民課"),
                        new LocalText("平日", "平日"),
                        "000")),
                catalogue.offices());
        assertEquals(
                List.of(Withheld.Reason.OUTSIDE_HOURS, Withheld.Reason.UNRECOGNISED),
                catalogue.withheld().stream().map(Withheld::reason).toList());
        assertEquals(
                new Withheld(
                        "02201",
                        aomori,
                        DocumentKind.FAMILY_REGISTER_WHOLE,
                        Withheld.Reason.OUTSIDE_HOURS,
                        Optional.of(Instant.parse("2026-11-24T00:00:00Z")),
                        Optional.empty()),
                catalogue.withheld().get(0));
    }

    private static <T> T given(CenterAnswer<T> answer) {
        if (answer instanceof Given<T> given) {
            return given.value();
        }
        throw new AssertionError(answer.toString());
    }

    private static void assertSeen(String method, String path, String body) {
        ScriptedCenter.Seen seen = SERVER.seen.get(0);
        assertEquals(new ScriptedCenter.Seen(method, path, body, seen.from()), seen);
    }

    private static String problem(String reason) {
        return "{\"type\":\"urn:madoguchi:problem\",\"status\":403,\"reason\":\"" + reason + "\",\"more\":{}}";
    }

    private static Authentication proof() {
        Sha256 some = new Sha256("55".repeat(32));
        AuthenticationText text = new AuthenticationText(
                "K-TEST",
                some,
                "C",
                VISIT,
                Nonce.of(new byte[32]),
                Instant.EPOCH,
                some,
                some,
                AuthenticationText.Token.MY_NUMBER_CARD);
        return new Authentication(text, new byte[] {1}, new byte[] {2}, new byte[] {3});
    }

    private static HttpsCenter center() {
        try {
            return HttpsCenter.of(new HttpsCenter.Settings(
                    SERVER.url(),
                    ScriptedCenter.keyStore(ScriptedCenter.KIOSK),
                    new char[0],
                    Set.of(ScriptedCenter.TLS_CA.certificate()),
                    HttpsCenter.Limits.USUAL));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
