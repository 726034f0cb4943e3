package jp.madoguchi.simulators.center.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.simulators.center.hours.Opening.Reason;

/**
 * When something is issued: its hours, less the days on which the municipality is closed, the year's end, and announced stops.
 *
 * @param hours empty when it never closes, as on a desk
 */
public record Timetable(Optional<OfficeHours> hours, Set<LocalDate> closedDays, List<Stop> stops) {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** A timetable that opens less often than once in a year and a half is an error of whoever wrote it. */
    private static final int LONGEST_SEARCH = 550;

    public Timetable {
        closedDays = Set.copyOf(closedDays);
        stops = List.copyOf(stops);
    }

    public static Timetable of(OfficeHours hours) {
        return new Timetable(Optional.of(hours), Set.of(), List.of());
    }

    /** The same without hours and closed days; what was announced as a stop still is one. */
    public Timetable neverClosing() {
        return new Timetable(Optional.empty(), Set.of(), stops);
    }

    /** Throws when it does not open again within a year and a half. */
    public Opening at(Instant now) {
        Optional<Stop> stop = stopAt(now);
        if (stop.isPresent()) {
            return new Opening.Closed(Reason.STOPPED, opens(now), stop);
        }
        if (hours.isEmpty()) {
            return new Opening.Open(nextStop(now));
        }
        ZonedDateTime here = now.atZone(JAPAN);
        if (!isDay(here.toLocalDate())) {
            return new Opening.Closed(Reason.CLOSED_DAY, opens(now), Optional.empty());
        }
        LocalTime time = here.toLocalTime();
        if (time.isBefore(hours.get().from()) || !time.isBefore(hours.get().to())) {
            return new Opening.Closed(Reason.OUTSIDE_HOURS, opens(now), Optional.empty());
        }
        Instant evening =
                here.toLocalDate().atTime(hours.get().to()).atZone(JAPAN).toInstant();
        return new Opening.Open(
                Optional.of(nextStop(now).filter(next -> next.isBefore(evening)).orElse(evening)));
    }

    private boolean isDay(LocalDate day) {
        return hours.orElseThrow().falls(day) && !Holidays.isYearsEnd(day) && !closedDays.contains(day);
    }

    private Instant opens(Instant now) {
        Instant candidate = now;
        for (int i = 0; i < LONGEST_SEARCH; i++) {
            Optional<Stop> stop = stopAt(candidate);
            Instant later = stop.isPresent() ? stop.get().until() : nextWithinHours(candidate);
            if (later.equals(candidate)) {
                return candidate;
            }
            candidate = later;
        }
        throw new IllegalStateException("this timetable never opens");
    }

    /** The instant itself when it is within hours, else the next opening or the next midnight. */
    private Instant nextWithinHours(Instant candidate) {
        if (hours.isEmpty()) {
            return candidate;
        }
        ZonedDateTime here = candidate.atZone(JAPAN);
        LocalDate day = here.toLocalDate();
        LocalTime time = here.toLocalTime();
        if (!isDay(day) || !time.isBefore(hours.get().to())) {
            return day.plusDays(1).atStartOfDay(JAPAN).toInstant();
        }
        return time.isBefore(hours.get().from())
                ? day.atTime(hours.get().from()).atZone(JAPAN).toInstant()
                : candidate;
    }

    private Optional<Stop> stopAt(Instant time) {
        return stops.stream().filter(stop -> stop.covers(time)).findFirst();
    }

    private Optional<Instant> nextStop(Instant now) {
        return stops.stream().map(Stop::from).filter(from -> from.isAfter(now)).min(Instant::compareTo);
    }
}
