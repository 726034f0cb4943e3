package jp.madoguchi.simulators.center;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.madoguchi.simulators.center.hours.OfficeHours;
import jp.madoguchi.simulators.center.hours.Opening;
import jp.madoguchi.simulators.center.hours.Stop;
import jp.madoguchi.simulators.center.hours.Timetable;
import org.jspecify.annotations.Nullable;

/** Whether the service as a whole is open, and what residents are told before they place a card. Safe for many threads. */
final class Announcements {
    /** How long beforehand a stop is told. */
    private static final Duration AHEAD = Duration.ofDays(14);

    private static final Names CLOSED = new Names(
            "証明書の発行は、午前6時30分から午後11時までです（12月29日から1月3日を除く）。",
            Optional.of("Certificates are issued from 6:30 to 23:00 (except 29 December to 3 January)."));

    private final boolean keepsHours;
    private final List<Stop> maintenance = new CopyOnWriteArrayList<>();
    private volatile @Nullable Outage outage;

    Announcements(boolean keepsHours) {
        this.keepsHours = keepsHours;
    }

    /** Why it is closed, and when it opens again, where that is known. */
    private record Outage(Names notice, Optional<Instant> opens) {}

    /** Whether it is open; if not, why in the resident's words and when it opens, where that is known. */
    record State(boolean open, Optional<Names> notice, Optional<Instant> opens) {
        /** Further members of a refusal. */
        Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            notice.ifPresent(text -> details.put("notice", text.json()));
            opens.ifPresent(time -> details.put("opens", time.toString()));
            return details;
        }
    }

    /** Closed by an outage that nobody foresaw, until {@link #recover}, whatever it says of when it opens. */
    void breakDown(Names notice, Optional<Instant> opens) {
        outage = new Outage(notice, opens);
    }

    void recover() {
        outage = null;
    }

    void plan(Stop stop) {
        maintenance.add(stop);
    }

    State at(Instant now) {
        Outage broken = outage;
        if (broken != null) {
            return new State(false, Optional.of(broken.notice()), broken.opens());
        }
        Timetable service = new Timetable(Optional.of(OfficeHours.USUAL), Set.of(), maintenance);
        Opening opening = (keepsHours ? service : service.neverClosing()).at(now);
        if (opening instanceof Opening.Closed closed) {
            Names notice = closed.stop().map(Announcements::words).orElse(CLOSED);
            return new State(false, Optional.of(notice), Optional.of(closed.opens()));
        }
        return new State(true, Optional.empty(), Optional.empty());
    }

    /** {@code Notice} of center-api.yaml: what is under way or comes within two weeks, the service's own first. */
    List<Map<String, Object>> notices(List<Municipality> municipalities, Instant now) {
        List<Map<String, Object>> notices = new ArrayList<>();
        Outage broken = outage;
        if (broken != null) {
            Map<String, Object> notice = new LinkedHashMap<>();
            notice.put("kind", "outage");
            notice.put("text", broken.notice().json());
            broken.opens().ifPresent(opens -> notice.put("until", opens.toString()));
            notices.add(notice);
        }
        for (Stop stop : maintenance) {
            add(notices, "maintenance", stop, now, Optional.empty());
        }
        for (Municipality municipality : municipalities) {
            for (Stop stop : municipality.stops()) {
                add(notices, "municipal-stop", stop, now, Optional.of(municipality));
            }
        }
        return notices;
    }

    private static void add(
            List<Map<String, Object>> notices, String kind, Stop stop, Instant now, Optional<Municipality> by) {
        if (!now.isBefore(stop.until()) || stop.from().isAfter(now.plus(AHEAD))) {
            return;
        }
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("kind", kind);
        by.ifPresent(municipality -> {
            notice.put("municipality", municipality.code());
            notice.put("municipalityName", municipality.name().json());
        });
        notice.put("text", words(stop).json());
        notice.put("from", stop.from().toString());
        notice.put("until", stop.until().toString());
        notices.add(notice);
    }

    private static Names words(Stop stop) {
        return new Names(stop.ja(), stop.en());
    }
}
