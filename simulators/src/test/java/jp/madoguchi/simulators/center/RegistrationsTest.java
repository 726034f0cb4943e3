package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationsTest {
    private static final String DOMICILE = "青森県青森市架空町十丁目10番地";

    @TempDir
    private Path dir;

    private TestTown town;
    private final TestCard card = TestCard.issue(draft -> {});

    /** Lives in one town, and the family register is in another. */
    @BeforeEach
    void town_built() throws IOException, GeneralSecurityException {
        town = new TestTown(dir);
        town.addResident(
                "afar",
                card,
                Map.of(
                        "municipality",
                        "13999",
                        "domicile",
                        DOMICILE,
                        "domicileHead",
                        "見本 遠助",
                        "domicileKana",
                        "カクウチョウ 10チョウメ 10バンチ",
                        "domicileHeadKana",
                        "ミホン トオスケ",
                        "family",
                        Map.of("municipality", "02201", "compiled", "1994-02-01", "people", List.of())));
    }

    @AfterEach
    void town_closed() {
        town.close();
    }

    @Test
    void registration_wrongOrConflicting_refused() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(card);
        String path = visit.path() + "/registrations/" + town.newId();
        assertEquals("403 not-offered", put(path, "02999", DOMICILE));
        assertEquals("403 not-offered", put(path, "99999", DOMICILE));
        assertEquals("200", put(path, "02201", DOMICILE));
        assertEquals("200", put(path, "02201", DOMICILE));
        assertEquals("409 request-conflict", put(path, "02201", "青森県青森市"));
        TestTown.Visit other = town.authenticated(town.hanako);
        assertEquals(
                "409 request-conflict",
                put(other.path() + path.substring(visit.path().length()), "02201", DOMICILE));
        assertEquals(0, list(other).size());
        assertEquals("400 malformed", put(visit.path() + "/registrations/00", "02201", DOMICILE));
        String unopened = "/v1/visits/" + town.newId();
        assertEquals("404 unknown-visit", put(unopened + "/registrations/" + town.newId(), "02201", DOMICILE));
    }

    /** The first one was held on its way, and arrives after another visit has written it anew; or the other way round. */
    @Test
    void registration_whileOneWaits_isNotFiledASecondTime() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(card);
        String first = visit.path() + "/registrations/" + town.newId();
        assertEquals("200", put(first, "02201", "青森県青森市見本町1番地"));
        TestTown.Visit later = town.authenticated(card);
        String second = later.path() + "/registrations/" + town.newId();
        assertEquals("409 registration-pending", put(second, "02201", DOMICILE));
        assertEquals(1, list(later).size());
        assertEquals("200", put(first, "02201", "青森県青森市見本町1番地"), "repeated");
        TestTown.Visit other = town.authenticated(town.hanako);
        assertEquals("200", put(other.path() + "/registrations/" + town.newId(), "02201", DOMICILE), "somebody else's");
        town.clock.advance(Duration.ofDays(3));
        TestTown.Visit answered = town.authenticated(card);
        assertEquals("200", put(answered.path() + "/registrations/" + town.newId(), "02201", DOMICILE));
        assertEquals(2, list(answered).size(), "the first one was refused");
    }

    @Test
    void registration_rightAndWaitedFor_opensTheFamilyRegister() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(card);
        assertEquals(3, withheld(visit));
        put(visit.path() + "/registrations/" + town.newId(), "02201", DOMICILE);
        assertEquals("pending", list(visit).at("/0/state").asText());
        assertEquals(
                town.clock.instant().plus(Duration.ofDays(3)).toString(),
                list(visit).at("/0/expected").asText());
        town.clock.advance(Duration.ofDays(3));
        TestTown.Visit later = town.authenticated(card);
        assertEquals("registered", list(later).at("/0/state").asText());
        assertEquals(0, withheld(later));
    }

    @Test
    void registration_notAsTheRegisterSays_refusedInTheEnd() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(card);
        put(visit.path() + "/registrations/" + town.newId(), "02201", "青森県青森市見本町1番地");
        town.clock.advance(Duration.ofDays(3));
        TestTown.Visit later = town.authenticated(card);
        assertEquals("refused", list(later).at("/0/state").asText());
        assertEquals(3, withheld(later));
    }

    @ParameterizedTest
    @CsvSource({
        "かくうちょう10-10, みほん とおすけ, registered",
        "かくうちょう10-10, 見本遠助, registered",
        "かくうちょう10-11, みほん とおすけ, refused",
        "かくうちょう10-10, みほん たろう, refused"
    })
    void registration_inKana_isComparedWithTheReading(String domicile, String head, String state)
            throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(card);
        String path = visit.path() + "/registrations/" + town.newId();
        assertEquals(
                "200",
                town.kiosk
                        .put(path, Map.of("municipality", "02201", "domicile", domicile, "head", head))
                        .reason()
                        .strip());
        town.center.answerRegistrations();
        assertEquals(state, list(town.authenticated(card)).at("/0/state").asText());
    }

    private String put(String path, String municipality, String domicile) throws IOException, InterruptedException {
        Map<String, String> body =
                new HashMap<>(Map.of("municipality", municipality, "domicile", domicile, "head", "見本 遠助"));
        return town.kiosk.put(path, body).reason().strip();
    }

    private JsonNode list(TestTown.Visit visit) throws IOException, InterruptedException {
        return town.kiosk.get(visit.path() + "/registrations").body().path("registrations");
    }

    /** How many certificates wait for a registration. */
    private long withheld(TestTown.Visit visit) throws IOException, InterruptedException {
        return town.kiosk.get(visit.path() + "/catalogue").body().path("withheld").findValuesAsText("reason").stream()
                .filter("domicile-not-registered"::equals)
                .count();
    }
}
