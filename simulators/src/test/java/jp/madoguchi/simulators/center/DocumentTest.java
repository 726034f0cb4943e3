package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
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

    static Stream<Arguments> refusals() {
        return Stream.of(
                asking("403 not-offered", body -> body.put("municipality", "13999")),
                asking("403 not-offered", body -> body.put("municipality", "../x")),
                asking("403 not-offered", body -> body.put("kind", "seal-certificate")),
                asking("403 not-offered", body -> body.put("kind", "seal-registration")),
                asking("403 not-offered", body -> body.put("options", Map.of("scope", "self"))),
                asking("403 not-offered", body -> body.put("options", plainWith("years", "1"))),
                asking("403 not-offered", body -> body.put("options", plainWith("scope", "everyone"))),
                asking("403 not-offered", body -> {
                    body.put("copies", 6);
                    body.put("fee", 1800);
                }),
                asking("403 fee-changed", body -> body.put("fee", 200)),
                asking("403 fee-changed", body -> body.put("copies", 2)),
                asking("400 malformed", body -> body.put("copies", 0)),
                asking("400 malformed", body -> body.put("copies", 1.5)),
                asking("400 malformed", body -> body.put("fee", "300")),
                asking("400 malformed", body -> body.remove("kind")),
                asking("400 malformed", body -> body.put("options", List.of())),
                asking("400 malformed", body -> body.put("options", Map.of("scope", 1))),
                asking("400 malformed", body -> body.put("name", "nobody")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void requestDocument_cannotBeHad_refusedWithItsReason(String reason, Consumer<Map<String, Object>> change)
            throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        Map<String, Object> body = plain();
        change.accept(body);
        assertEquals(
                reason, town.kiosk.put(documents(visit) + town.newId(), body).reason());
    }

    static Stream<Arguments> wrongMembers() {
        return Stream.of(
                choosing("400 malformed", own -> List.of()),
                choosing("403 not-offered", own -> null),
                choosing("403 not-offered", own -> List.of("0".repeat(32))),
                choosing("403 not-offered", own -> List.of(own.get(0), "f".repeat(32))),
                choosing("403 not-offered", own -> sorted(own, List.of("f".repeat(32)))),
                choosing("400 malformed", own -> List.of(own.get(0), own.get(0))),
                choosing("400 malformed", own -> List.of(own.get(1), own.get(0))),
                choosing("400 malformed", own -> List.of("𠮷田　一")),
                choosing("400 malformed", own -> own.get(0)),
                choosing("400 malformed", own -> sorted(own, handles(18))));
    }

    @ParameterizedTest
    @MethodSource("wrongMembers")
    void requestDocument_membersThatAreNot_refused(String reason, Function<List<String>, @Nullable Object> members)
            throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        Map<String, Object> body = TestTown.asks(plainWith("scope", "members"));
        body.put("members", handles(visit).stream().sorted().toList());
        assertEquals(200, ask(visit, body).status());
        Object named = members.apply(handles(visit).stream().sorted().toList());
        body.put("members", named);
        if (named == null) {
            body.remove("members");
        }
        assertEquals(reason, ask(visit, body).reason());
    }

    @Test
    void requestDocument_membersOfAnotherVisit_refused() throws IOException, InterruptedException {
        TestTown.Visit earlier = town.authenticated(town.hanako);
        TestTown.Visit visit = town.authenticated(town.hanako);
        Map<String, Object> body = TestTown.asks(plainWith("scope", "members"));
        body.put("members", List.of(handles(earlier).get(0)));
        assertEquals("403 not-offered", ask(visit, body).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"self", "household"})
    void requestDocument_membersForAnotherScope_refused(String scope) throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        Map<String, Object> body = TestTown.asks(plainWith("scope", scope));
        body.put("members", List.of(handles(visit).get(0)));
        assertEquals("403 not-offered", ask(visit, body).reason());
    }

    @Test
    void requestDocument_othersOfTheHousehold_boundAndPrintedWithoutTheResident()
            throws IOException, InterruptedException, GeneralSecurityException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        List<String> others = handles(visit).subList(1, 3).stream().sorted().toList();
        Map<String, Object> body = TestTown.asks(plainWith("scope", "members"));
        body.put("members", others);
        OpenedDocument document = new OpenedDocument(ask(visit, body).body());
        assertEquals(new ObjectMapper().valueToTree(others), document.manifest.path("members"));
        assertEquals("members", document.manifest.at("/options/scope").asText());
        try (PDDocument pdf = Loader.loadPDF(document.pages(visit.key()).get(0))) {
            String text = new PDFTextStripper().getText(pdf);
            assertContains(text, "（世帯の一部）", "世帯の一部の住民票の原本", "𠮷田　太郎", "𠮷田　一");
            assertFalse(text.contains("花子"), text);
            assertTrue(text.indexOf("昭和58年1月8日") < text.indexOf("令和元年5月1日"), text);
        }
    }

    @Test
    void requestDocument_sameIdOtherMembers_conflict() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        String path = documents(visit) + town.newId();
        Map<String, Object> body = TestTown.asks(plainWith("scope", "members"));
        body.put("members", List.of(handles(visit).get(0)));
        assertEquals(200, town.kiosk.put(path, body).status());
        body.put("members", List.of(handles(visit).get(1)));
        assertEquals("409 request-conflict", town.kiosk.put(path, body).reason());
    }

    @Test
    void requestDocument_notAuthenticated_refused() throws IOException, InterruptedException {
        String visit = "/v1/visits/" + town.newId();
        String request = visit + "/documents/" + town.newId();
        assertEquals("404 unknown-visit", town.kiosk.put(request, plain()).reason());
        assertEquals(200, town.kiosk.put(visit, null).status());
        assertEquals("403 not-authenticated", town.kiosk.put(request, plain()).reason());
        assertEquals(
                "403 not-authenticated", town.kiosk.get(visit + "/catalogue").reason());
    }

    @Test
    void requestDocument_sameIdOtherContent_conflict() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        String request = town.newId();
        assertEquals(200, town.kiosk.put(documents(visit) + request, plain()).status());
        Map<String, Object> two = plain();
        two.put("copies", 2);
        two.put("fee", 600);
        assertEquals(
                "409 request-conflict",
                town.kiosk.put(documents(visit) + request, two).reason());

        TestTown.Visit otherKey = town.authenticated(town.hanako);
        assertEquals(
                "409 request-conflict",
                town.kiosk.put(documents(otherKey) + request, plain()).reason());
    }

    @Test
    void requestDocument_nameWithoutGlyph_notOffered() throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        town.addResident("private-use", card, Map.of("name", "架空\uE000"));
        TestTown.Visit visit = town.authenticated(card);
        assertEquals(
                "403 not-offered",
                town.kiosk.put(documents(visit) + town.newId(), plain()).reason());
    }

    @Test
    void requestDocument_visitForgotten_unknown() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        town.clock.advance(Duration.ofMinutes(61));
        town.kiosk.open(town.newId());
        assertEquals(
                "404 unknown-visit",
                town.kiosk.put(documents(visit) + town.newId(), plain()).reason());
    }

    @Test
    void requestDocument_repeated_sameBytes() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        String path = documents(visit) + town.newId();
        TestKiosk.Reply first = town.kiosk.put(path, plain());
        assertEquals(200, first.status());
        assertEquals(first, town.kiosk.put(path, plain()));
    }

    @Test
    void requestDocument_stillBeingMade_repeatsUntilReady() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        String path = documents(visit) + town.newId();
        town.center.faults().notReady(1);
        TestKiosk.Reply later = town.kiosk.put(path, plain());
        assertEquals(202, later.status());
        assertEquals("1", later.retryAfter());
        assertEquals(200, town.kiosk.put(path, plain()).status());
    }

    @Test
    void requestDocument_good_manifestBindsEverything()
            throws IOException, InterruptedException, GeneralSecurityException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        String request = town.newId();
        OpenedDocument document = new OpenedDocument(
                town.kiosk.put(documents(visit) + request, plain()).body());

        assertTrue(document.signatureHolds);
        assertTrue(document.signerIsOf(dir.resolve("center-signer-ca.pem")));
        assertFalse(document.signerIsOf(dir.resolve("center-tls-ca.pem")));
        assertEquals(List.of("1.3.6.1.5.5.7.3.36"), document.signer.getExtendedKeyUsage());
        assertTrue(document.signer.getCriticalExtensionOIDs().contains("2.5.29.15"));
        assertTrue(document.signer.getKeyUsage()[0]);
        assertFalse(document.signer.getKeyUsage()[5]);

        Map<String, Object> expected = new HashMap<>();
        expected.put("version", 1);
        expected.put("t", visit.hashOfT());
        expected.put("kiosk", "K-0001");
        expected.put("visit", visit.id());
        expected.put("request", request);
        expected.put("municipality", "02201");
        expected.put("certificate", OpenedDocument.hex(visit.card().der()));
        expected.put("kind", "residence-record");
        expected.put("options", TestTown.PLAIN);
        expected.put("copies", 1);
        expected.put("fee", 300);
        expected.put("issued", town.clock.instant().toString());
        expected.put(
                "expires", town.clock.instant().plus(Duration.ofMinutes(10)).toString());
        expected.put("ciphertext", OpenedDocument.hex(document.envelope));
        List<String> pages = new ArrayList<>();
        for (byte[] page : document.pages(visit.key())) {
            pages.add(OpenedDocument.hex(page));
        }
        expected.put("pages", pages);
        String issueNumber = document.manifest.path("issueNumber").asText();
        assertTrue(issueNumber.matches("[0-9A-Za-z-]{1,40}"), issueNumber);
        expected.put("issueNumber", issueNumber);
        assertEquals(new ObjectMapper().valueToTree(expected), document.manifest);
        assertTrue(visit.key().getPublic() instanceof ECPublicKey);
    }

    @Test
    void requestDocument_nothingAsked_onlyTheResident()
            throws IOException, InterruptedException, GeneralSecurityException {
        List<String> texts = texts(TestTown.PLAIN);
        assertEquals(1, texts.size());
        assertContains(texts.get(0), "𠮷田　花子", "昭和60年4月2日", "青森県青森市架空一丁目2番3号", "青森市長　架空　一郎");
        for (String left : List.of("𠮷田　太郎", "妻", "架空町見本1番地", "123456789018", "𠮷田　一")) {
            assertFalse(texts.get(0).contains(left), left);
        }
    }

    @Test
    void requestDocument_everythingAsked_wholeHouseholdHeadFirst()
            throws IOException, InterruptedException, GeneralSecurityException {
        List<String> texts =
                texts(Map.of("scope", "household", "domicile", "yes", "relationship", "yes", "my-number", "yes"));
        assertEquals(1, texts.size());
        String text = texts.get(0);
        assertContains(text, "住民票の写し（世帯全員）", "𠮷田　花子", "𠮷田　一", "妻", "青森県架空町見本1番地", "123456789018", "令和元年5月1日");
        assertTrue(text.indexOf("昭和58年1月8日") < text.indexOf("昭和60年4月2日"), text);
    }

    @Test
    void catalogue_askedAgain_sameAsAfterAuthentication() throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        town.addResident("ward", card, Map.of("municipality", "13999"));
        TestTown.Visit visit = town.authenticated(card);
        TestKiosk.Reply catalogue = town.kiosk.get(visit.path() + "/catalogue");
        assertEquals(200, catalogue.status());
        assertEquals("application/json", catalogue.type());
        assertEquals(2, catalogue.body().path("offers").size());
        TreeSet<String> members = new TreeSet<>();
        catalogue.body().path("offers").path(0).fieldNames().forEachRemaining(members::add);
        assertEquals(
                new TreeSet<>(
                        List.of("municipality", "municipalityName", "kind", "fee", "maxCopies", "options", "members")),
                members);
        assertEquals(200, catalogue.body().path("offers").path(0).path("fee").asInt());
        assertEquals(
                "Kakuu Ward",
                catalogue.body().at("/offers/0/municipalityName/en").asText());
        assertEquals("scope", catalogue.body().at("/offers/0/options/0/name").asText());
        assertEquals(
                List.of("妻（昭和60年生）", "世帯主（昭和58年生）", "子（令和元年生）"),
                catalogue.body().at("/offers/0/members").findValuesAsText("ja"));
        assertEquals(
                catalogue.body(), town.kiosk.get(visit.path() + "/catalogue").body());
    }

    @Test
    void catalogue_municipalityNotHere_empty() throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        town.addResident("elsewhere", card, Map.of("municipality", "99999"));
        TestTown.Visit visit = town.authenticated(card);
        assertEquals(
                "{\"municipalities\":[],\"offers\":[],\"withheld\":[]}",
                town.kiosk.get(visit.path() + "/catalogue").body().toString());
    }

    private static List<String> texts(Map<String, String> options)
            throws IOException, InterruptedException, GeneralSecurityException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        OpenedDocument document = new OpenedDocument(town.kiosk
                .put(documents(visit) + town.newId(), TestTown.asks(options))
                .body());
        List<String> texts = new ArrayList<>();
        for (byte[] page : document.pages(visit.key())) {
            try (PDDocument pdf = Loader.loadPDF(page)) {
                assertEquals(1, pdf.getNumberOfPages());
                assertContains(
                        new PDFTextStripper().getText(pdf),
                        document.manifest.path("issueNumber").asText());
                texts.add(new PDFTextStripper().getText(pdf));
            }
        }
        return texts;
    }

    private static void assertContains(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " is missing in " + text);
        }
    }

    private static String documents(TestTown.Visit visit) {
        return visit.path() + "/documents/";
    }

    private static Map<String, Object> plain() {
        return TestTown.asks(TestTown.PLAIN);
    }

    private static Map<String, String> plainWith(String option, String value) {
        Map<String, String> options = new HashMap<>(TestTown.PLAIN);
        options.put(option, value);
        return options;
    }

    private static TestKiosk.Reply ask(TestTown.Visit visit, Map<String, Object> body)
            throws IOException, InterruptedException {
        return town.kiosk.put(documents(visit) + town.newId(), body);
    }

    /** The resident's own first. */
    private static List<String> handles(TestTown.Visit visit) throws IOException, InterruptedException {
        return town.kiosk
                .get(visit.path() + "/catalogue")
                .body()
                .at("/offers/0/members")
                .findValuesAsText("handle");
    }

    private static List<String> handles(int count) {
        return IntStream.range(0, count).mapToObj(n -> "%032x".formatted(n)).toList();
    }

    private static List<String> sorted(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).sorted().toList();
    }

    private static Arguments choosing(String reason, Function<List<String>, @Nullable Object> members) {
        return Arguments.of(reason, members);
    }

    private static Arguments asking(String reason, Consumer<Map<String, Object>> change) {
        return Arguments.of(reason, change);
    }
}
