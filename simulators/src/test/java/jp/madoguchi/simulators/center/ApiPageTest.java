package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openapiparser.OpenApiParser;
import io.openapiparser.OpenApiResult;
import io.openapiprocessor.jackson.JacksonConverter;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.DocumentStore;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.validator.Validator;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page is OpenAPI 3.1, its examples are of their own schemas, and so is every answer of the simulated center. */
class ApiPageTest {
    private static final List<String> METHODS = List.of("get", "put", "post");

    @TempDir
    private static Path dir;

    private static ApiPage api;
    private static TestTown town;

    @BeforeAll
    static void town_built() throws IOException, GeneralSecurityException {
        api = new ApiPage();
        town = new TestTown(dir);
    }

    @AfterAll
    static void town_closed() {
        town.close();
    }

    @Test
    void page_spoiled_isNotOpenApi(@TempDir Path other) throws IOException {
        Path spoiled = other.resolve("spoiled.yaml");
        Files.writeString(spoiled, Files.readString(ApiPage.FILE).replace("operationId: status", "operation: status"));
        assertFalse(isOpenApi(spoiled));
    }

    @Test
    void page_asItIs_isOpenApi() {
        assertTrue(isOpenApi(ApiPage.FILE));
    }

    @Test
    void answer_spoiled_isFound() throws IOException {
        JsonNode wrong = new ObjectMapper().readTree("{\"center\":\"C\",\"open\":1,\"time\":\"today\"}");
        assertEquals(2, api.faults("Status", wrong).size());
    }

    @Test
    void examples_areOfTheirSchemas() {
        int checked = 0;
        for (JsonNode path : api.page().path("paths")) {
            for (String method : METHODS) {
                for (JsonNode content : path.path(method).findValues("content")) {
                    for (JsonNode media : content) {
                        checked += check(media);
                    }
                }
            }
        }
        assertTrue(checked > 15, checked + " examples");
    }

    @Test
    void operations_areThoseOfTheSimulator() {
        TreeSet<String> described = new TreeSet<>();
        api.page()
                .path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method ->
                                described.add(method + " " + path.getKey().replaceAll("\\{\\w+}", "X"))));
        TreeSet<String> served = new TreeSet<>();
        for (String operation : described) {
            String path = "/v1" + operation.replaceFirst(".* ", "");
            Operation found = Operation.at(path).orElseThrow(() -> new AssertionError(operation));
            served.add(found.method().toLowerCase(Locale.ROOT) + " " + path.substring(3));
        }
        assertEquals(described, served);
        assertEquals(Operation.values().length, described.size());
    }

    @Test
    void reasons_areThoseOfTheSimulator() {
        assertEquals(
                values("/components/schemas/Problem/properties/reason/enum"),
                new TreeSet<>(
                        Arrays.stream(Reason.values()).map(Reason::wireName).toList()));
        assertEquals(
                values("/components/schemas/Withheld/properties/reason/enum"),
                new TreeSet<>(Arrays.stream(Hindrance.values())
                        .map(Hindrance::wireName)
                        .toList()));
        assertEquals(
                values("/components/schemas/Kind/enum"),
                new TreeSet<>(Arrays.stream(Kind.values()).map(Kind::wireName).toList()));
    }

    @Test
    void answers_ofOneVisit_areAsDescribed() throws IOException, InterruptedException {
        expect("Status", 200, town.kiosk.get("/v1/status"));
        String id = town.newId();
        expect("Opened", 200, town.kiosk.put("/v1/visits/" + id, null));
        Attempt attempt = town.attempt(town.hanako);
        expect("Catalogue", 200, town.send(attempt));
        TestTown.Visit visit = town.authenticated(town.hanako);
        expect("Catalogue", 200, town.kiosk.get(visit.path() + "/catalogue"));
        Map<String, Object> asked = TestTown.asks(TestTown.PLAIN);
        assertEquals(List.of(), api.faults("DocumentRequest", new ObjectMapper().valueToTree(asked)));
        expect("Document", 200, town.kiosk.put(visit.path() + "/documents/" + town.newId(), asked));
        String registration = visit.path() + "/registrations/" + town.newId();
        Map<String, String> application = Map.of("municipality", "02201", "domicile", "X", "head", "Y");
        expect("Registration", 200, town.kiosk.put(registration, application));
        expect("Registrations", 200, town.kiosk.get(visit.path() + "/registrations"));
        assertEquals(204, town.kiosk.put(visit.path() + "/outcome", outcome()).status());
    }

    @Test
    void answers_aboutCertificates_areAsDescribed() throws IOException, InterruptedException {
        Files.writeString(dir.resolve("revoked.txt"), """
                auth_ca 0B01 revoked 2026-10-01 affiliationChanged
                auth_ca 0B02 suspended 2026-11-01
                auth_ca 0B03 unknown-yet
                """);
        Map<String, Long> serials =
                Map.of("good", 0x0B00L, "revoked", 0x0B01L, "suspended", 0x0B02L, "unknown", 0x0B03L);
        for (Map.Entry<String, Long> serial : serials.entrySet()) {
            TestKiosk.Reply reply = status(serial.getValue(), TestCard.AUTHORITY);
            expect("CertificateStatus", 200, reply);
            assertEquals(serial.getKey(), reply.body().path("state").asText());
        }
        town.center.faults().serveStatus(false, false);
        TestCard card = TestCard.issue(draft -> draft.serial = 0x0B01);
        assertEquals(
                "unavailable",
                status(0x0B01, TestCard.AUTHORITY).body().path("state").asText());
        TestKiosk.Reply refused = town.send(town.attempt(card));
        expect("Problem", 503, refused);
        assertEquals("503 certificate-status-unavailable", refused.reason());
        town.center.faults().serveStatus(true, true);
        TestKiosk.Reply revoked = town.send(town.attempt(card));
        expect("Problem", 403, revoked);
        assertEquals("affiliationChanged", revoked.body().path("cause").asText());
        assertEquals("2026-09-30T15:00:00Z", revoked.body().path("since").asText());
        assertEquals(
                "403 certificate-unknown-issuer",
                status(0x0B01, TestCard.UNTRUSTED_AUTHORITY).reason(),
                "another generation, of the same name");
    }

    @Test
    void answers_whenClosedOrAnnounced_areAsDescribed() throws IOException, InterruptedException {
        CenterFaults faults = town.center.faults();
        faults.close("障害のため休止しています。");
        TestKiosk.Reply closed = town.kiosk.get("/v1/status");
        expect("Status", 200, closed);
        assertEquals("outage", closed.body().at("/notices/0/kind").asText());
        TestKiosk.Reply refused = town.kiosk.put("/v1/visits/" + town.newId(), null);
        expect("Problem", 503, refused);
        assertEquals("障害のため休止しています。", refused.body().at("/notice/ja").asText());
        faults.open();

        Duration day = Duration.ofDays(1);
        faults.planMaintenance(
                town.clock.instant().plus(day), town.clock.instant().plus(day).plus(Duration.ofHours(2)), "点検");
        TestKiosk.Reply announced = town.kiosk.get("/v1/status");
        expect("Status", 200, announced);
        assertTrue(announced.body().path("open").asBoolean());
        assertEquals("maintenance", announced.body().at("/notices/0/kind").asText());
        town.clock.advance(day);
        TestKiosk.Reply maintained = town.kiosk.get("/v1/status");
        expect("Status", 200, maintained);
        assertFalse(maintained.body().path("open").asBoolean());
        assertEquals(
                announced.body().at("/notices/0/until").asText(),
                maintained.body().path("opens").asText());
        town.clock.advance(Duration.ofHours(2));
        assertTrue(town.kiosk.get("/v1/status").body().path("open").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "certificate, AAAA",
        "issuerNameHash, AAAA",
        "issuerKeyHash, 00",
        "serialNumber, 0B01",
        "serialNumber, 0",
        "serialNumber, 100000000000000000000000000000000000000000",
        "notBefore, 2026-11-01T00:00:00Z"
    })
    void question_otherwiseThanDescribed_isMalformed(String member, String value)
            throws IOException, InterruptedException {
        Map<String, String> question = question(0x0B01, TestCard.AUTHORITY);
        assertEquals(List.of(), api.faults("CertificateQuestion", new ObjectMapper().valueToTree(question)));
        question.put(member, value);
        TestKiosk.Reply reply = town.kiosk.post("/v1/certificate-status", question);
        expect("Problem", 400, reply);
        assertEquals("400 malformed", reply.reason());
    }

    private static TestKiosk.Reply status(long serial, TestCard issuer) throws IOException, InterruptedException {
        return town.kiosk.post("/v1/certificate-status", question(serial, issuer));
    }

    private static Map<String, String> question(long serial, TestCard issuer) {
        try {
            CertificateID id = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new JcaX509CertificateHolder(issuer.certificate()),
                    BigInteger.valueOf(serial));
            Map<String, String> question = new HashMap<>();
            question.put("issuerNameHash", HexFormat.of().formatHex(id.getIssuerNameHash()));
            question.put("issuerKeyHash", HexFormat.of().formatHex(id.getIssuerKeyHash()));
            question.put("serialNumber", id.getSerialNumber().toString(16));
            return question;
        } catch (GeneralSecurityException | OCSPException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static void expect(String schema, int status, TestKiosk.Reply reply) {
        assertEquals(status, reply.status());
        assertEquals(schema.equals("Problem") ? "application/problem+json" : "application/json", reply.type());
        assertEquals(List.of(), api.faults(schema, reply.body()));
    }

    private static int check(JsonNode media) {
        String pointer = media.path("schema").path("$ref").asText();
        int checked = 0;
        if (media.has("example")) {
            assertEquals(List.of(), api.faultsAt(pointer, media.path("example")));
            checked++;
        }
        for (JsonNode example : media.path("examples")) {
            assertEquals(List.of(), api.faultsAt(pointer, example.path("value")));
            checked++;
        }
        return checked;
    }

    private static Set<String> values(String pointer) {
        return StreamSupport.stream(api.page().at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOpenApi(Path file) {
        DocumentLoader loader = new DocumentLoader(new UriReader(), new JacksonConverter());
        OpenApiResult result = new OpenApiParser(new DocumentStore(), loader).parse(file.toUri());
        SchemaStore schemas = new SchemaStore(loader);
        schemas.registerDraft202012();
        return result.getVersion() == OpenApiResult.Version.V31 && result.validate(new Validator(), schemas);
    }

    private static Map<String, Object> outcome() {
        return new HashMap<>(Map.of("result", "not-issued", "inserted", 0, "kept", 0, "returned", 0, "owed", 0));
    }
}
