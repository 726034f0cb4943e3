package jp.madoguchi.simulators.center.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * From when to when, and on which days of the week. Whole minutes, Japan's time.
 *
 * @param weekdays Monday to Friday without national holidays; else every day
 * @param to the first instant that is no longer open, later on the same day
 */
public record OfficeHours(boolean weekdays, LocalTime from, LocalTime to) {
    /** What certificate kiosks commonly keep. */
    public static final OfficeHours USUAL = new OfficeHours(false, LocalTime.of(6, 30), LocalTime.of(23, 0));

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public OfficeHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("opens before it closes");
        }
    }

    boolean falls(LocalDate day) {
        return !weekdays || (!WEEKEND.contains(day.getDayOfWeek()) && !Holidays.isHoliday(day));
    }
}
