package jp.madoguchi.simulators.center.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final OfficeHours REGISTER = new OfficeHours(true, LocalTime.of(9, 0), LocalTime.of(17, 0));

    /** 2026-12-13 is the municipality's own; on 2027-01-16 and 17 it renews its system. */
    private static final Set<LocalDate> OWN = Set.of(LocalDate.of(2026, 12, 13));

    private static final List<Stop> STOPS = List.of(
            new Stop(time("2027-01-16T00:00"), time("2027-01-17T23:59"), "更新", Optional.empty()),
            new Stop(time("2026-11-26T12:00"), time("2026-11-26T13:00"), "点検", Optional.empty()));

    @Test
    void at_timetableThatNeverOpens_throws() {
        Set<LocalDate> always =
                LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2030, 1, 1)).collect(Collectors.toSet());
        Timetable never = new Timetable(Optional.of(REGISTER), always, List.of());
        assertThrows(IllegalStateException.class, () -> never.at(time("2026-11-25T10:00")));
    }

    @Test
    void hoursAndStops_endingBeforeTheyBegin_throw() {
        assertThrows(IllegalArgumentException.class, () -> new OfficeHours(false, LocalTime.NOON, LocalTime.NOON));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Stop(time("2026-11-25T10:00"), time("2026-11-25T09:00"), "停止", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        // every day 6:30 to 23:00
        "usual, 2026-11-25T06:29, OUTSIDE_HOURS until 2026-11-25T06:30",
        "usual, 2026-11-25T06:30, open until 2026-11-25T23:00",
        "usual, 2026-11-25T22:59, open until 2026-11-25T23:00",
        "usual, 2026-11-25T23:00, OUTSIDE_HOURS until 2026-11-26T06:30",
        "usual, 2026-11-26T08:00, open until 2026-11-26T12:00",
        "usual, 2026-11-26T12:00, STOPPED until 2026-11-26T13:00",
        "usual, 2026-11-26T13:00, open until 2026-11-26T23:00",
        "usual, 2026-12-12T23:30, OUTSIDE_HOURS until 2026-12-14T06:30",
        "usual, 2026-12-13T12:00, CLOSED_DAY until 2026-12-14T06:30",
        "usual, 2026-12-28T23:00, OUTSIDE_HOURS until 2027-01-04T06:30",
        "usual, 2026-12-29T12:00, CLOSED_DAY until 2027-01-04T06:30",
        "usual, 2027-01-03T23:59, CLOSED_DAY until 2027-01-04T06:30",
        "usual, 2027-01-17T23:58, STOPPED until 2027-01-18T06:30",
        // weekdays 9:00 to 17:00
        "register, 2026-11-20T17:00, OUTSIDE_HOURS until 2026-11-24T09:00",
        "register, 2026-11-21T12:00, CLOSED_DAY until 2026-11-24T09:00",
        "register, 2026-11-23T12:00, CLOSED_DAY until 2026-11-24T09:00",
        "register, 2026-11-27T16:59, open until 2026-11-27T17:00",
        "register, 2026-11-27T17:00, OUTSIDE_HOURS until 2026-11-30T09:00",
        "register, 2026-12-28T18:00, OUTSIDE_HOURS until 2027-01-04T09:00",
        // 憲法記念日 on a Sunday: the day after the holidays is one instead of it
        "register, 2026-05-02T12:00, CLOSED_DAY until 2026-05-07T09:00",
        // a day between 敬老の日 and 秋分の日
        "register, 2026-09-22T12:00, CLOSED_DAY until 2026-09-24T09:00",
        "register, 2027-03-20T12:00, CLOSED_DAY until 2027-03-23T09:00",
        "never, 2026-12-31T03:00, open until 2027-01-16T00:00",
        "never, 2027-01-17T03:00, STOPPED until 2027-01-17T23:59",
        "never, 2027-02-01T03:00, open"
    })
    void at_time_openOrClosedUntil(String which, LocalDateTime now, String expected) {
        Timetable timetable = switch (which) {
            case "usual" -> new Timetable(Optional.of(OfficeHours.USUAL), OWN, STOPS);
            case "register" -> new Timetable(Optional.of(REGISTER), OWN, STOPS);
            default -> new Timetable(Optional.of(OfficeHours.USUAL), OWN, STOPS).neverClosing();
        };
        assertEquals(expected, words(timetable.at(now.atZone(JAPAN).toInstant())));
    }

    private static String words(Opening opening) {
        if (opening instanceof Opening.Closed closed) {
            return closed.reason() + " until " + local(closed.opens());
        }
        return ((Opening.Open) opening)
                .until()
                .map(until -> "open until " + local(until))
                .orElse("open");
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, JAPAN);
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(JAPAN).toInstant();
    }
}
