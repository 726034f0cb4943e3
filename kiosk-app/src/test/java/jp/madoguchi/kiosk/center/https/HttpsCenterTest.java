package jp.madoguchi.kiosk.center.https;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterAnswer.Failed;
import jp.madoguchi.kiosk.center.CenterAnswer.Given;
import jp.madoguchi.kiosk.center.CenterAnswer.Refused;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.OpenedVisit;
import jp.madoguchi.kiosk.center.RegistrationApplication;
import jp.madoguchi.kiosk.center.SealedDocument;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said and what is understood, call by call, as {@code docs/center-api.yaml} has it. */
@Timeout(60)
final class HttpsCenterTest {
    private static final VisitId VISIT = new VisitId("0123456789abcdef0123456789abcdef");
    private static final DocumentOrder ORDER = new DocumentOrder(
            new RequestId("00112233445566778899aabbccddeeff"),
            "02201",
            "residence-record",
            new TreeMap<>(Map.of("scope", "self", "domicile", "no")),
            2,
            600);
    private static final VisitReport REPORT =
            new VisitReport(Optional.of(ORDER.request()), VisitReport.Result.NOT_PRINTED, 1000, 0, 900, 100);
    private static final String OFFER = """
            {"municipality":"02201","municipalityName":{"ja":"青森市","en":"Aomori City"},"kind":"residence-record",
             "fee":300,"maxCopies":5,"options":[{"name":"scope","values":["self","household"],"default":"self"}]}""";
    private static final String TAX = OFFER.replace("residence-record", "tax-certificate")
            .replace("scope", "year")
            .replace("self", "2026")
            .replace("household", "2025");
    private static final String OF_MEMBERS =
            OFFER.replace("\"household\"],\"default\":\"self\"}]}", """
            "members"],"default":"self"}],"members":[
             {"handle":"%s","label":{"ja":"妻（昭和60年生）","en":"wife, born 1985"}},
             {"handle":"%s","label":{"ja":"子（平成30年生）"}}]}""".formatted("b2".repeat(16), "a1".repeat(16)));
    private static final String OPENED =
            "{\"center\":\"C\",\"nonce\":\"" + base64(new byte[32]) + "\",\"expires\":\"2026-11-22T13:41:00Z\"}";

    private static final RegistrationApplication APPLICATION = new RegistrationApplication(
            new RequestId("ffeeddccbbaa99887766554433221100"), "02201", "架空町十丁目10番地", "未申 遠助");
    private static final String FILED = """
            {"request":"ffeeddccbbaa99887766554433221100","municipality":"02201","municipalityName":{"ja":"青森市"},
             "state":"pending","received":"2026-11-22T13:40:00Z","expected":"2026-11-25T13:40:00Z"}""";

    private static final ScriptedCenter SERVER = new ScriptedCenter();
    private static final List<Duration> PAUSES = new ArrayList<>();

    /** Of the clock by which answers are waited for: it runs while there is a pause, and when a test says so. */
    private static final AtomicLong NANOS = new AtomicLong();

    private static final HttpsCenter CENTER = center(HttpsCenterTest::pass);

    private static void pass(Duration pause) {
        PAUSES.add(pause);
        NANOS.addAndGet(pause.toNanos());
    }

    @BeforeEach
    void forget() {
        SERVER.forget();
        PAUSES.clear();
    }

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    // ── no ──

    @ParameterizedTest
    @EnumSource
    void refusal_eachReason_isThatRefusal(Refusal refusal) {
        SERVER.then(403, problem(refusal.reason()));

        assertEquals(new Refused<>(refusal), CENTER.open(VISIT));
    }

    @Test
    void refusal_serviceDownWithAReason_isUnavailable() {
        SERVER.then(503, problem("unavailable")).then(503, problem("closed"));

        assertEquals(new Refused<>(Refusal.UNAVAILABLE), CENTER.status());
        assertEquals(new Refused<>(Refusal.CLOSED), CENTER.report(VISIT, REPORT));
    }

    // ── what the protocol does not allow ──

    record Wrong(String body, int status, Function<HttpsCenter, CenterAnswer<?>> call, CenterTrouble trouble) {}

    @ParameterizedTest
    @MethodSource({"wrongStatuses", "wrongMembers", "wrongOffers", "wrongRegistrations", "tooMuch"})
    void answer_notOfTheProtocol_isATrouble(Wrong wrong) {
        SERVER.then(wrong.status(), wrong.body());

        Failed<?> failed = assertInstanceOf(Failed.class, wrong.call().apply(CENTER));

        assertEquals(wrong.trouble(), failed.trouble(), failed.detail());
    }

    static Stream<Wrong> wrongStatuses() {
        return Stream.of(
                new Wrong("<html>", 500, HttpsCenter::status, CenterTrouble.UNCERTAIN),
                new Wrong("", 502, HttpsCenter::status, CenterTrouble.UNCERTAIN),
                new Wrong("<html>", 404, HttpsCenter::status, CenterTrouble.GARBLED),
                new Wrong("{\"type\":\"urn:x\",\"status\":403}", 403, HttpsCenter::status, CenterTrouble.GARBLED),
                new Wrong("{\"status\":403,\"reason\":\"closed\"}", 403, HttpsCenter::status, CenterTrouble.GARBLED),
                new Wrong(
                        "{\"type\":\"urn:x\",\"reason\":\"closed\"}", 403, HttpsCenter::status, CenterTrouble.GARBLED),
                new Wrong("", 302, HttpsCenter::status, CenterTrouble.GARBLED),
                new Wrong("", 204, HttpsCenter::status, CenterTrouble.GARBLED),
                new Wrong(OPENED, 201, c -> c.open(VISIT), CenterTrouble.GARBLED),
                new Wrong("{}", 200, c -> c.report(VISIT, REPORT), CenterTrouble.GARBLED));
    }

    static Stream<Wrong> wrongMembers() {
        String status = "{\"center\":\"C\",\"open\":true,\"time\":\"2026-11-22T13:40:00Z\"}";
        return Stream.concat(
                Stream.of(
                                "{\"center\"",
                                "[]",
                                "\"open\"",
                                status + "{}",
                                "\uFEFF" + status,
                                status.replace("}", ",\"open\":true}"),
                                status.replace("\"center\"", "\"centre\""),
                                status.replace("\"C\"", "\"\""),
                                status.replace("\"C\"", "\"" + "C".repeat(65) + "\""),
                                status.replace("true", "\"true\""),
                                status.replace("13:40:00Z", "noon"),
                                status.replace("}", ",\"notice\":\"closed\"}"),
                                status.replace("}", ",\"notice\":{\"en\":\"closed\"}}"))
                        .map(body -> new Wrong(body, 200, HttpsCenter::status, CenterTrouble.GARBLED)),
                Stream.of(
                                OPENED.replace("nonce", "once"),
                                OPENED.replace(base64(new byte[32]), base64(new byte[31])),
                                OPENED.replace(base64(new byte[32]), base64(new byte[33])),
                                OPENED.replace("AAA=", "AAA"),
                                OPENED.replace("AAA=", "A_A="),
                                OPENED.replace("2026-11-22T13:41:00Z", "soon"))
                        .map(body -> new Wrong(body, 200, c -> c.open(VISIT), CenterTrouble.GARBLED)));
    }

    static Stream<Wrong> wrongOffers() {
        return Stream.concat(
                Stream.of(
                                "{}",
                                "{\"offers\":[],\"withheld\":[]}",
                                "{\"offers\":[],\"municipalities\":[]}",
                                catalogue("").replace("\"offers\":[]", "\"offers\":{}"),
                                catalogue("1"),
                                catalogue("").replace("\"withheld\":[]", "\"withheld\":[{}]"),
                                catalogue("").replace("\"municipalities\":[]", "\"municipalities\":[{}]"),
                                catalogue(OFFER.replace("\"02201\"", "\"2201\"")),
                                catalogue(OFFER.replace("\"ja\"", "\"jp\"")),
                                catalogue(OFFER.replace("300", "300.5")),
                                catalogue(OFFER.replace("300", "-1")),
                                catalogue(OFFER.replace("5,", "0,")),
                                catalogue(OFFER.replace("5,", "11,")),
                                catalogue(OFFER.replace("\"default\":\"self\"", "\"default\":\"none\"")),
                                catalogue(OFFER.replace("[\"self\",\"household\"]", "[\"self\",1]")),
                                catalogue(OF_MEMBERS.replaceAll("(?s),\"members\":\\[.*", "}")),
                                catalogue(OF_MEMBERS.replaceAll("(?s),\"members\":\\[.*", ",\"members\":[]}")),
                                catalogue(OF_MEMBERS.replace("\"self\",\"members\"", "\"self\",\"household\"")),
                                catalogue(OF_MEMBERS.replace("a1", "b2")),
                                catalogue(OF_MEMBERS.replace("a1a1", "A1A1")),
                                catalogue(OF_MEMBERS.replace("a1a1a1a1", "")),
                                catalogue(OF_MEMBERS.replace("\"label\"", "\"name\"")),
                                catalogue(OF_MEMBERS.replaceFirst("]}$", moreMembers(19) + "]}")),
                                catalogue(OFFER.replace(
                                        "]}", ",{\"name\":\"scope\",\"values\":[\"a\"],\"default\":\"a\"}]}")))
                        .map(body -> new Wrong(body, 200, c -> c.authenticate(VISIT, proof()), CenterTrouble.GARBLED)),
                Stream.of("{\"manifest\":\"QQ==\"}", "{\"manifest\":\"Q\",\"pages\":\"QQ==\"}")
                        .map(body -> new Wrong(
                                body, 200, c -> c.requestDocument(VISIT, ORDER, () -> true), CenterTrouble.GARBLED)));
    }

    /** The last two are well formed, and of another application. */
    static Stream<Wrong> wrongRegistrations() {
        return Stream.of(
                        FILED.replace("ffee", "FFEE"),
                        FILED.replace("pending", "perhaps"),
                        FILED.replace("received", "got"),
                        FILED.replace("ffeeddcc", "00112233"),
                        FILED.replace("02201", "13999"))
                .map(body -> new Wrong(body, 200, c -> c.register(VISIT, APPLICATION), CenterTrouble.GARBLED));
    }

    /** Each by one more than the page allows. */
    static Stream<Wrong> tooMuch() {
        String status = "{\"center\":\"C\",\"open\":true,\"time\":\"2026-11-22T13:40:00Z\",\"notices\":[]}";
        String notice = "{\"kind\":\"outage\",\"text\":{\"ja\":\"停止\"}}";
        return Stream.concat(
                Stream.of(
                                status.replace("2026", "1872"),
                                status.replace("2026", "3000"),
                                status.replace("2026", "+10000"),
                                status.replace("2026", "0001"),
                                status.replace("}", ",\"notice\":{\"ja\":\"" + "長".repeat(501) + "\"}}"),
                                status.replace("}", ",\"notice\":{\"ja\":\"\",\"en\":\"" + "l".repeat(501) + "\"}}"),
                                status.replace("[]", "[" + times(21, notice) + "]"),
                                status.replace("[]", "[" + notice.replace("outage", "x".repeat(65)) + "]"))
                        .map(body -> new Wrong(body, 200, HttpsCenter::status, CenterTrouble.GARBLED)),
                Stream.of(
                                catalogue(times(101, OFFER)),
                                catalogue(OFFER.replace("Aomori City", "l".repeat(101))),
                                catalogue(OFFER.replace("residence-record", "x".repeat(65))),
                                catalogue(OFFER.replace("\"household\"", "\"" + "x".repeat(65) + "\"")),
                                catalogue(OFFER.replace("\"household\"", times(20, "\"household\""))))
                        .map(body -> new Wrong(body, 200, c -> c.authenticate(VISIT, proof()), CenterTrouble.GARBLED)));
    }

    private static String times(int count, String element) {
        return String.join(",", Collections.nCopies(count, element));
    }

    /** Characters are counted as the page counts them: one outside of the basic plane is one. */
    @Test
    void status_noticeAsLongAsAllowed_isRead() {
        String notice = "𠮷".repeat(500);
        SERVER.then(
                200,
                "{\"center\":\"C\",\"open\":false,\"time\":\"2999-12-31T23:59:59Z\",\"opens\":\"1873-01-01T00:00:00Z\","
                        + "\"notice\":{\"ja\":\"" + notice + "\"}}");

        assertEquals(notice, given(CENTER.status()).notice().orElseThrow().ja());
    }

    // ── a document that takes its time ──

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "31", "1.5", "Wed, 25 Nov 2026 00:00:00 GMT"})
    void requestDocument_beingMadeWithoutATime_isGarbled(String retryAfter) {
        SERVER.then(202, "", "Retry-After", retryAfter);

        Failed<?> failed = assertInstanceOf(Failed.class, CENTER.requestDocument(VISIT, ORDER, () -> true));

        assertEquals(CenterTrouble.GARBLED, failed.trouble());
        assertEquals(List.of(), PAUSES);
    }

    @Test
    void requestDocument_neverMade_isUncertainInTheEnd() {
        for (int i = 0; i < 3; i++) {
            SERVER.then(202, "", "Retry-After", "25");
        }

        Failed<?> failed = assertInstanceOf(Failed.class, CENTER.requestDocument(VISIT, ORDER, () -> true));

        assertEquals(CenterTrouble.UNCERTAIN, failed.trouble());
        assertEquals(3, SERVER.seen.size(), "asked at 0, 25 and 50 of 60 seconds");
        assertEquals(Collections.nCopies(50, Duration.ofSeconds(1)), PAUSES);
    }

    /** What the center takes to answer counts as well as the pauses that it asks for. */
    @Test
    void requestDocument_everyAnswerSlow_endsWithinTheSameTime() {
        for (int i = 0; i < 9; i++) {
            SERVER.then(exchange -> {
                NANOS.addAndGet(Duration.ofSeconds(19).toNanos());
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(202, -1);
            });
        }

        Failed<?> failed = assertInstanceOf(Failed.class, CENTER.requestDocument(VISIT, ORDER, () -> true));

        assertEquals(CenterTrouble.UNCERTAIN, failed.trouble());
        assertEquals("not made within PT1M", failed.detail());
        assertEquals(3, SERVER.seen.size(), "answered at 19, 39 and 59 seconds");
    }

    /** Who has left must not keep the next one waiting. */
    @Test
    void requestDocument_visitOverWhileItIsMade_isNotAskedForAgain() {
        SERVER.then(202, "", "Retry-After", "30");

        Failed<?> failed =
                assertInstanceOf(Failed.class, CENTER.requestDocument(VISIT, ORDER, () -> PAUSES.size() < 2));

        assertEquals("nobody waits for it any more", failed.detail());
        assertEquals(1, SERVER.seen.size());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), PAUSES);
    }

    @Test
    void requestDocument_interruptedWhileItIsMade_isUncertainAndStaysInterrupted() {
        SERVER.then(202, "", "Retry-After", "1");
        HttpsCenter interrupted = center(time -> {
            throw new InterruptedException();
        });

        Failed<?> failed = assertInstanceOf(Failed.class, interrupted.requestDocument(VISIT, ORDER, () -> true));

        assertEquals(CenterTrouble.UNCERTAIN, failed.trouble());
        assertTrue(Thread.interrupted());
    }

    @Test
    void requestDocument_beingMade_repeatsTheSameRequest() {
        SERVER.then(202, "", "Retry-After", "2")
                .then(202, "", "Retry-After", "0")
                .then(200, "{\"manifest\":\"QUI=\",\"pages\":\"Qw==\",\"later\":1}");

        SealedDocument document = given(CENTER.requestDocument(VISIT, ORDER, () -> true));

        assertArrayEquals(new byte[] {'A', 'B'}, document.manifest());
        assertArrayEquals(new byte[] {'C'}, document.pages());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(100)), PAUSES);
        assertEquals(3, SERVER.seen.size());
        assertSeen(
                "PUT",
                "/v1/visits/0123456789abcdef0123456789abcdef/documents/00112233445566778899aabbccddeeff",
                "{\"municipality\":\"02201\",\"kind\":\"residence-record\","
                        + "\"options\":{\"domicile\":\"no\",\"scope\":\"self\"},\"copies\":2,\"fee\":600}");
    }

    // ── yes ──

    @Test
    void status_closed_hasANotice() {
        SERVER.then(
                200,
                "{\"center\":\"C\",\"open\":false,\"time\":\"2026-11-22T22:40:00+09:00\",\"notice\":{\"ja\":\"休止\"},\"new\":[]}");

        assertEquals(
                new Given<>(new CenterStatus(
                        "C",
                        false,
                        Instant.parse("2026-11-22T13:40:00Z"),
                        Optional.of(new LocalText("休止", "休止")),
                        Optional.empty(),
                        List.of())),
                CENTER.status());
        assertSeen("GET", "/v1/status", "");
    }

    @Test
    void open_givesTheNonce() {
        SERVER.then(200, OPENED);

        assertEquals(
                new Given<>(new OpenedVisit("C", Nonce.of(new byte[32]), Instant.parse("2026-11-22T13:41:00Z"))),
                CENTER.open(VISIT));
        assertSeen("PUT", "/v1/visits/0123456789abcdef0123456789abcdef", "");
    }

    @Test
    void authenticate_givesTheOffersThatThisProgramKnows() {
        SERVER.then(
                200,
                catalogue(OFFER + ","
                        + OFFER.replace("residence-record", "of-a-later-version") + ","
                        + OFFER.replace("scope", "of-a-later-version") + ","
                        + OFFER.replace("household", "of-a-later-version") + ","
                        + OFFER.replace("household", "no") + ","
                        + TAX.replace("2025", "last")));

        List<Offer> offers = given(CENTER.authenticate(VISIT, proof())).offers();

        OfferOption scope = new OfferOption("scope", List.of("self", "household"), "self");
        LocalText aomori = new LocalText("青森市", "Aomori City");
        assertEquals(List.of(new Offer("02201", aomori, "residence-record", 300, 5, List.of(scope))), offers);
        assertSeen(
                "POST",
                "/v1/visits/0123456789abcdef0123456789abcdef/authentication",
                "{\"t\":\"" + base64(proof().text().bytes())
                        + "\",\"signature\":\"AQ==\",\"certificate\":\"Ag==\",\"publicKey\":\"Aw==\"}");
    }

    @Test
    void register_filed_tellsHowItStands() {
        SERVER.then(200, FILED);

        assertEquals(
                new Given<>(new Registration(
                        APPLICATION.request(),
                        "02201",
                        new LocalText("青森市", "青森市"),
                        Registration.State.PENDING,
                        Instant.parse("2026-11-22T13:40:00Z"),
                        Optional.of(Instant.parse("2026-11-25T13:40:00Z")))),
                CENTER.register(VISIT, APPLICATION));
        assertSeen(
                "PUT",
                "/v1/visits/0123456789abcdef0123456789abcdef/registrations/ffeeddccbbaa99887766554433221100",
                "{\"municipality\":\"02201\",\"domicile\":\"架空町十丁目10番地\",\"head\":\"未申 遠助\"}");
    }

    @Test
    void authenticate_eachOptionAndValueOfThePage_isKnown() {
        String options = """
                [{"name":"scope","values":["self","household"],"default":"self"},
                 {"name":"domicile","values":["no","yes"],"default":"no"},
                 {"name":"relationship","values":["no","yes"],"default":"no"},
                 {"name":"my-number","values":["no","yes"],"default":"no"},
                 {"name":"nationality","values":["no","yes"],"default":"no"},
                 {"name":"residence-status","values":["no","yes"],"default":"no"},
                 {"name":"year","values":["2026","2025"],"default":"2026"},
                 {"name":"extent","values":["individual","whole"],"default":"whole"}]""";
        SERVER.then(200, catalogue(OFFER.replaceFirst("\\[.*]", options)));

        assertEquals(
                8,
                given(CENTER.authenticate(VISIT, proof()))
                        .offers()
                        .get(0)
                        .options()
                        .size());
    }

    @Test
    void authenticate_membersOffered_givesThemInTheirOrder() {
        SERVER.then(200, catalogue(OF_MEMBERS));

        Offer offer = given(CENTER.authenticate(VISIT, proof())).offers().get(0);

        assertEquals(
                List.of(
                        new HouseholdMember("b2".repeat(16), new LocalText("妻（昭和60年生）", "wife, born 1985")),
                        new HouseholdMember("a1".repeat(16), new LocalText("子（平成30年生）", "子（平成30年生）"))),
                offer.members());
    }

    @Test
    void authenticate_twentyMembers_areAsManyAsThereMayBe() {
        SERVER.then(200, catalogue(OF_MEMBERS.replaceFirst("]}$", moreMembers(18) + "]}")));

        assertEquals(
                20,
                given(CENTER.authenticate(VISIT, proof()))
                        .offers()
                        .get(0)
                        .members()
                        .size());
    }

    @Test
    void requestDocument_membersChosen_namesThemSorted() {
        SERVER.then(200, "{\"manifest\":\"QUI=\",\"pages\":\"Qw==\"}");
        DocumentOrder order = new DocumentOrder(
                ORDER.request(),
                "02201",
                "residence-record",
                new TreeMap<>(Map.of("scope", "members")),
                new TreeSet<>(List.of("b2".repeat(16), "a1".repeat(16))),
                1,
                300);

        SealedDocument document = given(CENTER.requestDocument(VISIT, order, () -> true));

        assertArrayEquals(new byte[] {'C'}, document.pages());
        assertSeen(
                "PUT",
                "/v1/visits/0123456789abcdef0123456789abcdef/documents/00112233445566778899aabbccddeeff",
                "{\"municipality\":\"02201\",\"kind\":\"residence-record\",\"options\":{\"scope\":\"members\"},"
                        + "\"members\":[\"" + "a1".repeat(16) + "\",\"" + "b2".repeat(16)
                        + "\"],\"copies\":1,\"fee\":300}");
    }

    @Test
    void report_recorded_isRecorded() {
        SERVER.then(204, "").then(204, "");

        assertEquals(new Given<>(VisitReport.Receipt.RECORDED), CENTER.report(VISIT, REPORT));
        assertSeen(
                "PUT",
                "/v1/visits/0123456789abcdef0123456789abcdef/outcome",
                "{\"request\":\"00112233445566778899aabbccddeeff\",\"result\":\"not-printed\","
                        + "\"inserted\":1000,\"kept\":0,\"returned\":900,\"owed\":100}");

        VisitReport nothing = new VisitReport(Optional.empty(), VisitReport.Result.NOT_ISSUED, 0, 0, 0, 0);
        assertEquals(new Given<>(VisitReport.Receipt.RECORDED), CENTER.report(VISIT, nothing));
        assertTrue(SERVER.seen.get(1).body().startsWith("{\"result\":\"not-issued\""));
    }

    @Test
    void checkpoint_isLeftUnderItsEntrysNumber() {
        SERVER.then(204, "");

        assertEquals(new Given<>(VisitReport.Receipt.RECORDED), CENTER.checkpoint(17, new byte[] {1, 2, 3}));
        assertSeen("PUT", "/v1/audit-checkpoints/17", "{\"checkpoint\":\"AQID\"}");
    }

    private static void assertSeen(String method, String path, String body) {
        for (ScriptedCenter.Seen seen : SERVER.seen) {
            assertEquals(new ScriptedCenter.Seen(method, path, body, seen.from()), seen);
        }
    }

    private static <T> T given(CenterAnswer<T> answer) {
        if (answer instanceof Given<T> given) {
            return given.value();
        }
        throw new AssertionError(answer.toString());
    }

    private static String problem(String reason) {
        return "{\"type\":\"urn:madoguchi:problem\",\"status\":403,\"reason\":\"" + reason + "\",\"more\":{}}";
    }

    private static String catalogue(String offers) {
        return "{\"municipalities\":[],\"withheld\":[],\"offers\":[" + offers + "]}";
    }

    /** So many more for the end of a list that has some. */
    private static String moreMembers(int count) {
        StringBuilder members = new StringBuilder();
        for (int member = 0; member < count; member++) {
            members.append(String.format(Locale.ROOT, ",{\"handle\":\"%032x\",\"label\":{\"ja\":\"子\"}}", member));
        }
        return members.toString();
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

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static HttpsCenter center(Pause pause) {
        try {
            return new HttpsCenter(
                    new HttpsCenter.Settings(
                            SERVER.url(),
                            ScriptedCenter.keyStore(ScriptedCenter.KIOSK),
                            new char[0],
                            Set.of(ScriptedCenter.TLS_CA.certificate()),
                            HttpsCenter.Limits.USUAL),
                    pause,
                    NANOS::get);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
