package jp.madoguchi.simulators.center;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.simulators.center.hours.OfficeHours;
import jp.madoguchi.simulators.center.hours.Stop;
import jp.madoguchi.simulators.center.hours.Timetable;

/**
 * A municipality and what its office issues by kiosk, from {@code municipalities/<code>.json}.
 *
 * @param registrationDays days that its office takes to answer a 本籍地利用登録; empty when it takes none by kiosk
 */
record Municipality(
        String code,
        Names name,
        String mayor,
        Office office,
        List<Stop> stops,
        Optional<Integer> registrationDays,
        List<Issue> issues) {

    static Municipality read(JsonObject json) throws Malformed {
        Set<LocalDate> closedDays = new HashSet<>();
        for (String day : json.has("closedDays") ? json.texts("closedDays") : List.<String>of()) {
            closedDays.add(JsonObject.day(day));
        }
        List<Stop> stops = new ArrayList<>();
        for (JsonObject stop : json.optionalObjects("stops")) {
            stops.add(stop(stop));
        }
        List<Issue> issues = new ArrayList<>();
        for (JsonObject document : json.objects("documents")) {
            issues.add(Issue.read(document, json, closedDays, stops));
        }
        return new Municipality(
                json.text("code"),
                Names.read(json.object("name")),
                json.text("mayor"),
                Office.read(json.object("office")),
                stops,
                json.has("registrationDays") ? Optional.of(json.whole("registrationDays", 0)) : Optional.empty(),
                issues);
    }

    Optional<Issue> issue(Kind kind) {
        return issues.stream().filter(issue -> issue.kind() == kind).findFirst();
    }

    /** The office in {@code 青森市長 架空 一郎}. */
    String seal() {
        return mayor.split("[ \u3000]", 2)[0] + "之印";
    }

    /** {@code Municipality} of center-api.yaml. */
    Map<String, Object> json(String role) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("name", name.json());
        json.put("role", role);
        json.put("office", office.json());
        return json;
    }

    /** Where to go when a kiosk cannot help. */
    record Office(Names name, Names open, String telephone) {
        static Office read(JsonObject json) throws Malformed {
            return new Office(Names.read(json.object("name")), Names.read(json.object("open")), json.text("telephone"));
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name.json());
            json.put("open", open.json());
            json.put("telephone", telephone);
            return json;
        }
    }

    /**
     * One kind of certificate with its price, choices and hours.
     *
     * @param years of taxes that can be had, the latest first; 0 for other kinds
     * @param longestName in characters; a longer one does not fit the office's form
     */
    record Issue(
            Kind kind, int fee, int maxCopies, List<Choice> choices, int years, int longestName, Timetable timetable) {

        private static Issue read(JsonObject json, JsonObject town, Set<LocalDate> closedDays, List<Stop> stops)
                throws Malformed {
            Kind kind = Kind.of(json.text("kind"));
            List<Choice> choices = new ArrayList<>();
            for (JsonObject option : json.objects("options")) {
                choices.add(Choice.read(option, kind));
            }
            OfficeHours hours = json.has("hours")
                    ? hours(json.object("hours"))
                    : town.has("hours") ? hours(town.object("hours")) : OfficeHours.USUAL;
            return new Issue(
                    kind,
                    json.whole("fee", 0),
                    json.whole("maxCopies", 1),
                    choices,
                    kind.isOfTaxes() ? json.whole("years", 1) : 0,
                    json.has("longestName") ? json.whole("longestName", 1) : Integer.MAX_VALUE,
                    new Timetable(Optional.of(hours), closedDays, stops));
        }
    }

    private static OfficeHours hours(JsonObject json) throws Malformed {
        try {
            return new OfficeHours(
                    json.text("days").equals("weekdays"),
                    LocalTime.parse(json.text("from")),
                    LocalTime.parse(json.text("to")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Malformed("hours are not days, from and to");
        }
    }

    private static Stop stop(JsonObject json) throws Malformed {
        Names text = Names.read(json.object("text"));
        try {
            return new Stop(instant(json.text("from")), instant(json.text("until")), text.ja(), text.en());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Malformed("a stop is not from, until and text");
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
