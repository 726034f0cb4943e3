package jp.madoguchi.kiosk.voice;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days and hours as each language writes them, and as it says them. What an office writes of its hours comes in English at the best. */
final class Days {
    private static final int HOURS = 24;
    private static final int MINUTES = 59;
    private static final List<String> ERAS = List.of("明治", "大正", "昭和", "平成", "令和");
    private static final List<String> WEEK = List.of("月", "火", "水", "木", "金", "土", "日");
    private static final int LONGEST_ERA = 64;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2060;
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private final Tongue tongue;
    private final Rules rules;

    private Days(Tongue tongue, Rules rules) {
        this.tongue = tongue;
        this.rules = rules;
    }

    static void teach(Tongue tongue, Rules rules) {
        Days days = new Days(tongue, rules);
        switch (tongue) {
            case JA -> days.japanese();
            case EN -> days.english();
            case ZH -> days.chinese();
            case KO -> days.korean();
            case VI -> days.vietnamese();
            case PT -> days.portuguese();
        }
    }

    private void japanese() {
        ERAS.forEach(era -> rules.say(era, era));
        rules.say("元年度", "元年度");
        rules.say("元年", "元年");
        IntStream years = IntStream.concat(IntStream.rangeClosed(1, LONGEST_ERA), years());
        int[] all = years.toArray();
        rules.number("([0-9]{1,4})年度", year -> year + "年度", Arrays.stream(all));
        rules.number("([0-9]{1,4})年", year -> year + "年", Arrays.stream(all));
        rules.number("([0-9]{1,2})月", month -> month + "月", months());
        rules.number("([0-9]{1,2})日", day -> day + "日", monthdays());
        clock();
        rules.number("([0-9]{1,2})時", tongue::hour, IntStream.rangeClosed(0, HOURS));
        rules.number("([0-9]{1,2})分", minute -> minute + tongue.minute, IntStream.rangeClosed(0, MINUTES));
        for (String day : WEEK) {
            rules.say("（" + day + "）", day + "曜日");
        }
        for (String day : List.of("土曜", "日曜")) {
            rules.number("第([1-4])" + day, number -> "第" + number + day, IntStream.rangeClosed(1, ORDINALS.size()));
        }
        Stream.of("平日", "土曜", "日曜", "今日").forEach(day -> rules.say(day, day));
        rules.say("[〜–]", tongue.until);
    }

    private void english() {
        months(Locale.ENGLISH, month -> month);
        officeDays(
                "weekdays",
                number -> ORDINALS.get(number) + " Saturday",
                number -> ORDINALS.get(number) + " Sunday",
                weekdays(TextStyle.FULL, Locale.ENGLISH));
        rules.number("(20[0-6][0-9])(?![0-9])", year -> "year " + year, years());
        rules.record(List.of("o’clock"));
        rules.add(
                "([0-9]{1,2}):([0-9]{2})",
                time -> {
                    int minute = Integer.parseInt(time.group(2));
                    return List.of(number(time.group(1)), minute == 0 ? "o’clock" : Integer.toString(minute));
                });
    }

    private void chinese() {
        rules.number("([0-9]{4})年度", year -> year + "年度", years());
        rules.number("([0-9]{4})年", year -> year + "年", years());
        rules.number("([0-9]{1,2})月", month -> month + "月", months());
        rules.number("([0-9]{1,2})日", day -> day + "日", monthdays());
        List<String> days = Stream.of("一", "二", "三", "四", "五", "六", "日")
                .map(day -> "星期" + day)
                .toList();
        for (String day : days) {
            rules.say("（周" + day.substring(2) + "）", day);
        }
        officeDays("工作日", number -> "第" + (number + 1) + "个星期六", number -> "第" + (number + 1) + "个星期日", days);
        clock();
    }

    private void korean() {
        rules.number("([0-9]{4})년도", year -> year + "년도", years());
        rules.number("([0-9]{4})년", year -> year + "년", years());
        rules.number("([0-9]{1,2})월", month -> month + "월", months());
        rules.number("([0-9]{1,2})일", day -> day + "일", monthdays());
        List<String> days = weekdays(TextStyle.FULL, Locale.KOREAN);
        for (String day : days) {
            rules.say("\\(" + day.charAt(0) + "\\)", day);
        }
        List<String> ordinals = List.of("첫째", "둘째", "셋째", "넷째");
        officeDays("평일", number -> ordinals.get(number) + " 토요일", number -> ordinals.get(number) + " 일요일", days);
        clock();
    }

    private void vietnamese() {
        Locale locale = Locale.forLanguageTag("vi");
        rules.record(monthdays().mapToObj(day -> "ngày " + day).toList());
        rules.record(months().mapToObj(month -> "tháng " + month).toList());
        rules.record(years().mapToObj(year -> "năm " + year).toList());
        rules.add(
                "([0-9]{1,2})/([0-9]{1,2})/(20[0-9]{2})",
                date -> List.of("ngày " + date.group(1), "tháng " + date.group(2), "năm " + date.group(3)));
        rules.add("([0-9]{1,2})/([0-9]{1,2})", date -> List.of("ngày " + date.group(1), "tháng " + date.group(2)));
        List<String> days = weekdays(TextStyle.FULL, locale);
        days.forEach(day -> rules.say(day, day));
        officeDays(
                "ngày thường",
                number -> days.get(5) + " tuần thứ " + (number + 1),
                number -> days.get(6) + " tuần thứ " + (number + 1),
                days);
        clock();
    }

    private void portuguese() {
        Locale locale = Locale.forLanguageTag("pt-BR");
        months(locale, month -> "de " + month);
        rules.number("de (20[0-6][0-9])(?![0-9])", year -> "de " + year, years());
        List<String> days = weekdays(TextStyle.FULL, locale);
        days.forEach(day -> rules.say(day, day));
        List<String> ordinals = List.of("primeiro", "segundo", "terceiro", "quarto");
        officeDays(
                "dias úteis",
                number -> ordinals.get(number) + " sábado",
                number -> ordinals.get(number) + " domingo",
                days);
        clock();
    }

    private void months(Locale locale, UnaryOperator<String> said) {
        for (Month month : Month.values()) {
            String words = said.apply(month.getDisplayName(TextStyle.FULL, locale));
            rules.say(words, words);
        }
    }

    /** The hours of an office, which it writes in English: said in the language of the screen. */
    private void officeDays(
            String weekdays, IntFunction<String> saturday, IntFunction<String> sunday, List<String> days) {
        for (int number = 0; number < ORDINALS.size(); number++) {
            rules.say(ORDINALS.get(number) + " Saturday", saturday.apply(number));
            rules.say(ORDINALS.get(number) + " Sunday", sunday.apply(number));
        }
        rules.say("[Ww]eekdays", weekdays);
        List<String> english = weekdays(TextStyle.FULL, Locale.ENGLISH);
        for (int day = 0; day < english.size(); day++) {
            rules.say(english.get(day), days.get(day));
        }
        rules.say("to\\b|[–〜]", tongue.until.strip());
    }

    /** 9:00, 8:30. */
    private void clock() {
        rules.record(IntStream.rangeClosed(0, HOURS).mapToObj(tongue::hour).toList());
        rules.record(IntStream.rangeClosed(0, MINUTES)
                .mapToObj(minute -> minute + tongue.minute)
                .toList());
        rules.add(
                "([0-9]{1,2}):([0-9]{2})",
                time -> {
                    String hour = tongue.hour(Integer.parseInt(time.group(1)));
                    int minute = Integer.parseInt(time.group(2));
                    return minute == 0 ? List.of(hour) : List.of(hour, minute + tongue.minute);
                });
    }

    private static String number(String figures) {
        return Integer.toString(Integer.parseInt(figures));
    }

    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Stream.of(DayOfWeek.values())
                .map(day -> day.getDisplayName(style, locale))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static IntStream years() {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR);
    }

    private static IntStream months() {
        return IntStream.rangeClosed(1, Month.values().length);
    }

    private static IntStream monthdays() {
        return IntStream.rangeClosed(1, Month.JANUARY.maxLength());
    }
}
