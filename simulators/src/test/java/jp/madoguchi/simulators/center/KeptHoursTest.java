package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A center that keeps the hours of life, over the wire. */
class KeptHoursTest {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @TempDir
    private Path dir;

    private TestTown town;

    @BeforeEach
    void town_built() throws IOException, GeneralSecurityException {
        town = TestTown.keepingHours(dir);
    }

    @AfterEach
    void town_closed() {
        town.close();
    }

    @Test
    void night_serviceClosed_saysFromWhen() throws IOException, InterruptedException {
        advanceTo(LocalTime.of(23, 0));
        TestKiosk.Reply status = town.kiosk.get("/v1/status");
        assertFalse(status.body().path("open").asBoolean());
        Instant opens = Instant.parse(status.body().path("opens").asText());
        assertEquals(LocalTime.of(6, 30), opens.atZone(JAPAN).toLocalTime());
        TestKiosk.Reply visit = town.kiosk.put("/v1/visits/" + town.newId(), null);
        assertEquals("503 closed", visit.reason());
        assertEquals(opens.toString(), visit.body().path("opens").asText());
        town.clock.advance(Duration.between(town.clock.instant(), opens));
        assertTrue(town.kiosk.get("/v1/status").body().path("open").asBoolean());
    }

    @Test
    void evening_officeClosesDuringTheVisit_requestSaysFromWhen() throws IOException, InterruptedException {
        TestCard card = TestCard.issue(draft -> {});
        town.addResident(
                "family",
                card,
                Map.of("family", Map.of("municipality", "02201", "compiled", "2012-04-01", "people", List.of())));
        Instant evening = TestTown.nextMonday(town.clock.instant())
                .atTime(16, 59)
                .atZone(JAPAN)
                .toInstant();
        town.clock.advance(Duration.between(town.clock.instant(), evening));
        TestTown.Visit visit = town.authenticated(card);
        assertTrue(offers(visit).contains("family-register-whole"));
        town.clock.advance(Duration.ofMinutes(1));
        Map<String, Object> body = TestTown.asks(Map.of());
        body.put("kind", "family-register-whole");
        body.put("fee", 500);
        TestKiosk.Reply late = town.kiosk.put(visit.path() + "/documents/" + town.newId(), body);
        assertEquals("403 outside-hours", late.reason());
        assertEquals(
                LocalTime.of(9, 0),
                Instant.parse(late.body().path("opens").asText()).atZone(JAPAN).toLocalTime());
        assertFalse(offers(visit).contains("family-register-whole"));
    }

    private List<String> offers(TestTown.Visit visit) throws IOException, InterruptedException {
        return town.kiosk.get(visit.path() + "/catalogue").body().path("offers").findValuesAsText("kind");
    }

    private void advanceTo(LocalTime time) {
        ZonedDateTime now = town.clock.instant().atZone(JAPAN);
        ZonedDateTime then = now.with(time);
        town.clock.advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }
}
