package jp.madoguchi.simulators.center;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import jp.madoguchi.simulators.center.hours.OfficeHours;
import jp.madoguchi.simulators.center.hours.Opening;
import jp.madoguchi.simulators.center.hours.Timetable;

/** A running center with fictional residents, their cards and a kiosk before it. */
final class TestTown implements AutoCloseable {
    static final Map<String, String> PLAIN =
            Map.of("scope", "self", "domicile", "no", "relationship", "no", "my-number", "no");

    final Path dir;
    final MovingClock clock = new MovingClock();
    final CenterSimulator center;
    final TestKiosk kiosk;
    final TestCard hanako = TestCard.issue(draft -> {});

    private final AtomicLong ids = new AtomicLong();

    TestTown(Path dir) throws IOException, GeneralSecurityException {
        this(dir, UnaryOperator.identity());
    }

    private TestTown(Path dir, UnaryOperator<CenterSettings> change) throws IOException, GeneralSecurityException {
        this.dir = dir;
        center = CenterSimulator.start(change.apply(CenterSettings.in(dir).withClock(clock)));
        kiosk = TestKiosk.of(dir, center.url());
        TestCard.AUTHORITY.writeTo(dir.resolve("auth_ca.pem"));
        addResident("hanako", hanako, Map.of());
    }

    static TestTown keepingHours(Path dir) throws IOException, GeneralSecurityException {
        return new TestTown(dir, CenterSettings::keepingHours);
    }

    /** A Monday that is neither a holiday nor at the year's end. */
    static LocalDate nextMonday(Instant now) {
        Timetable weekdays = Timetable.of(new OfficeHours(true, LocalTime.of(9, 0), LocalTime.of(17, 0)));
        ZoneId japan = ZoneId.of("Asia/Tokyo");
        LocalDate day = now.atZone(japan).toLocalDate();
        do {
            day = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        } while (weekdays.at(day.atTime(12, 0).atZone(japan).toInstant()) instanceof Opening.Closed);
        return day;
    }

    /** A visit authenticated by its card, with the key that its documents are enveloped to. */
    record Visit(String id, KeyPair key, String hashOfT, TestCard card) {
        String path() {
            return "/v1/visits/" + id;
        }
    }

    void addResident(String id, TestCard card, Map<String, Object> changes) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("name", "𠮷田　花子");
        json.put("kana", "ミホン　ハナコ");
        json.put("nameEn", "Hanako Mihon");
        json.put("birth", "1985-04-02");
        json.put("sex", "女");
        json.put("address", "青森県青森市架空一丁目2番3号");
        json.put("municipality", "02201");
        json.put("householder", "𠮷田　太郎");
        json.put("relationship", "妻");
        json.put("domicile", "青森県架空町見本1番地");
        json.put("domicileHead", "𠮷田　太郎");
        json.put("since", "2012-04-01");
        json.put("myNumber", "123456789018");
        json.put(
                "household",
                List.of(
                        Map.of("name", "𠮷田　太郎", "birth", "1983-01-08", "sex", "男", "relationship", "世帯主"),
                        Map.of("name", "𠮷田　花子", "birth", "1985-04-02", "sex", "女", "relationship", "妻"),
                        Map.of("name", "𠮷田　一", "birth", "2019-05-01", "sex", "男", "relationship", "子")));
        json.put("certificate", "cards/" + id + "/auth.pem");
        json.putAll(changes);
        card.writeTo(dir.resolve("cards/" + id + "/auth.pem"));
        Files.write(dir.resolve("residents/" + id + ".json"), new ObjectMapper().writeValueAsBytes(json));
    }

    String newId() {
        return HexFormat.of().toHexDigits(ids.incrementAndGet(), 16).repeat(2);
    }

    Attempt attempt(String visit, byte[] nonce, TestCard card, KeyPair key) {
        return new Attempt(kiosk, visit, nonce, card, key, clock.instant());
    }

    /** A good attempt in a fresh visit. */
    Attempt attempt(TestCard card) throws IOException, InterruptedException {
        String visit = newId();
        return attempt(visit, kiosk.open(visit), card, TestCard.keys("EC", 256));
    }

    TestKiosk.Reply send(Attempt attempt) throws IOException, InterruptedException {
        return kiosk.post("/v1/visits/" + HexFormat.of().formatHex(attempt.visit) + "/authentication", attempt.body());
    }

    Visit authenticated(TestCard card) throws IOException, InterruptedException {
        String visit = newId();
        KeyPair key = TestCard.keys("EC", 256);
        Attempt attempt = attempt(visit, kiosk.open(visit), card, key);
        TestKiosk.Reply reply = send(attempt);
        if (reply.status() != 200) {
            throw new IllegalStateException("not authenticated: " + reply.reason());
        }
        return new Visit(visit, key, HexFormat.of().formatHex(Attempt.sha256(attempt.t())), card);
    }

    static Map<String, Object> asks(Map<String, String> options) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("municipality", "02201");
        body.put("kind", "residence-record");
        body.put("options", options);
        body.put("copies", 1);
        body.put("fee", 300);
        return body;
    }

    @Override
    public void close() {
        center.close();
    }
}
