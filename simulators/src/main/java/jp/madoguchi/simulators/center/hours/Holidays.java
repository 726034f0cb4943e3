package jp.madoguchi.simulators.center.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;

/** National holidays by the 国民の祝日に関する法律 as it stands since 2022, and the closed days at the year's end. */
final class Holidays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(2, 11),
            MonthDay.of(2, 23),
            MonthDay.of(4, 29),
            MonthDay.of(5, 3),
            MonthDay.of(5, 4),
            MonthDay.of(5, 5),
            MonthDay.of(8, 11),
            MonthDay.of(11, 3),
            MonthDay.of(11, 23));

    /** Month, and which Monday of it. */
    private static final Map<Integer, Integer> MONDAYS = Map.of(1, 2, 7, 3, 9, 3, 10, 2);

    private Holidays() {}

    /** 12-29 to 01-03, when no certificate is issued anywhere. */
    static boolean isYearsEnd(LocalDate day) {
        return (day.getMonthValue() == 12 && day.getDayOfMonth() >= 29)
                || (day.getMonthValue() == 1 && day.getDayOfMonth() <= 3);
    }

    static boolean isHoliday(LocalDate day) {
        return isNamed(day)
                || isInsteadOfSunday(day)
                // 第3条3項: a day between two holidays is one too.
                || (isNamed(day.minusDays(1)) && isNamed(day.plusDays(1)));
    }

    private static boolean isNamed(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || isMonday(day) || isEquinox(day);
    }

    private static boolean isMonday(LocalDate day) {
        Integer nth = MONDAYS.get(day.getMonthValue());
        return nth != null && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY)));
    }

    /** 第3条2項: the first day after a Sunday's holiday that is not one itself. */
    private static boolean isInsteadOfSunday(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (isNamed(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return !isNamed(day);
            }
            before = before.minusDays(1);
        }
        return false;
    }

    /** The almanac's mean days, right from 2000 to 2030. */
    private static boolean isEquinox(LocalDate day) {
        int years = day.getYear() - 1980;
        double turn = 0.242194 * years - Math.floorDiv(years, 4);
        return (day.getMonthValue() == 3 && day.getDayOfMonth() == (int) (20.8431 + turn))
                || (day.getMonthValue() == 9 && day.getDayOfMonth() == (int) (23.2488 + turn));
    }
}
