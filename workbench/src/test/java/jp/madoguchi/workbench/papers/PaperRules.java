package jp.madoguchi.workbench.papers;

import static jp.madoguchi.workbench.papers.Registers.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What stands on a paper, and what must not, by the registers and the choices. Two tables; a text that is there by one rule and
 * must not be there by another is there.
 */
final class PaperRules {
    private static final Set<String> RECORDS = Set.of("residence-record", "residence-record-statement");
    private static final Set<String> TAXES = Set.of("tax-certificate", "income-certificate");
    private static final Set<String> FAMILY = Set.of("family-register-whole", "family-register-individual");
    private static final Set<String> HISTORY = Set.of("address-history");

    /** A choice, and what of the resident's file it brings onto these papers. Without that choice it is not there. */
    private record Rule(Set<String> kinds, String choice, Function<JsonNode, List<String>> brings) {}

    private static final List<Rule> CHOICES = List.of(
            rule(RECORDS, "scope=household", "household.name", "household.kana"),
            rule(RECORDS, "domicile=yes", "domicile", "domicileHead"),
            rule(RECORDS, "relationship=yes", "householder"),
            rule(RECORDS, "my-number=yes", "myNumber"),
            rule(RECORDS, "nationality=yes", "foreign.nationality"),
            rule(
                    RECORDS,
                    "residence-status=yes",
                    "foreign.category",
                    "foreign.status",
                    "foreign.period",
                    "foreign.card"),
            new Rule(RECORDS, "residence-status=yes", of -> eras(of, "foreign.until")),
            rule(HISTORY, "domicile=yes", "domicile", "domicileHead"),
            new Rule(HISTORY, "extent=whole", of -> tagged("【名】", of, "family.people.given")));

    /** What is on these papers whatever was chosen. */
    private static final List<Rule> ALWAYS = List.of(
            rule(Set.of("residence-record", "residence-record-statement", "seal-registration"), "", "name", "kana"),
            rule(TAXES, "", "name", "kana", "address"),
            rule(RECORDS, "", "address"),
            rule(Set.of("seal-registration"), "", "address", "sex"),
            rule(Set.of("residence-record"), "", "formerAddress"),
            new Rule(Set.of(), "", of -> eras(of, "birth")),
            rule(FAMILY, "", "domicile", "domicileHead"),
            new Rule(FAMILY, "", of -> eras(of, "family.compiled")));

    /** What never is on these papers. */
    private static final List<Rule> NEVER = List.of(
            rule(Set.of(), "", "household.name", "myNumber", "household.myNumber", "domicile"),
            new Rule(Set.of("family-register-individual"), "", of -> tagged("【名】", of, "family.people.given")));

    private final Paper paper;
    private final JsonNode resident;

    PaperRules(Paper paper, JsonNode resident) {
        this.paper = paper;
        this.resident = chosen("scope=members") ? asOthers(resident) : resident;
    }

    /** The others of the household in the resident's place, and the resident in theirs. */
    private static JsonNode asOthers(JsonNode resident) {
        ObjectNode turned = resident.deepCopy();
        turned.putArray("household").add(resident);
        for (String what : List.of("name", "kana", "birth", "formerAddress", "myNumber")) {
            ArrayNode all = turned.putArray(what);
            for (JsonNode member : resident.path("household")) {
                boolean self = member.path("name").equals(resident.path("name"));
                if (!self && member.has(what)) {
                    all.add(member.path(what));
                }
            }
        }
        return turned;
    }

    /** The words above and below. */
    List<String> titleAndStatement() {
        Map<String, String> chosen = paper.order().options();
        String scope = chosen("scope=household") ? "（世帯全員）" : chosen("scope=members") ? "（世帯の一部）" : "（個人）";
        String ofWhom = chosen("scope=household") ? "世帯全員の" : chosen("scope=members") ? "世帯の一部の" : "";
        String extent = chosen("extent=whole") ? "（全部）" : "（一部）";
        String year = "令和" + (Integer.parseInt(chosen.getOrDefault("year", "2018")) - 2018) + "年度　";
        return switch (paper.order().kind()) {
            case "residence-record" -> List.of("住民票の写し" + scope, "この写しは、" + ofWhom + "住民票の原本と相違ないことを証明する。");
            case "residence-record-statement" -> List.of("住民票記載事項証明書" + scope, "上記の事項は、住民票に記載があることを証明する。");
            case "seal-registration" -> List.of("印鑑登録証明書", "この写しは、登録された印影と相違ないことを証明する。");
            case "tax-certificate" ->
                List.of(year + (tax("cityShare") == 0 ? "非課税証明書" : "課税証明書"), "上記のとおり、課税台帳に記載されていることを証明する。");
            case "income-certificate" -> List.of(year + "所得証明書", "上記のとおり、所得があることを証明する。");
            case "family-register-whole" -> List.of("戸籍全部事項証明書", "これは、戸籍に記録されている事項の全部を証明した書面である。");
            case "family-register-individual" -> List.of("戸籍個人事項証明書", "これは、戸籍中の一部の者について記録されている事項の全部を証明した書面である。");
            case "address-history" -> List.of("戸籍の附票の写し" + extent, "この写しは、戸籍の附票の原本と相違ないことを証明する。");
            default ->
                throw new IllegalStateException("no words for " + paper.order().kind());
        };
    }

    List<String> present() {
        List<String> present = new ArrayList<>();
        ALWAYS.stream()
                .filter(this::concerns)
                .forEach(rule -> present.addAll(rule.brings().apply(resident)));
        CHOICES.stream()
                .filter(rule -> concerns(rule) && chosen(rule.choice()))
                .forEach(rule -> present.addAll(rule.brings().apply(resident)));
        if (chosen("scope=household") && chosen("my-number=yes")) {
            present.addAll(texts(resident, "household.myNumber"));
        }
        for (JsonNode person : resident.path("family").path("people")) {
            boolean whole = chosen("extent=whole") || paper.order().kind().equals("family-register-whole");
            if (whole
                    || resident.path("name")
                            .asText()
                            .endsWith(person.path("given").asText())) {
                present.addAll(ofRegister(person));
            }
        }
        if (TAXES.contains(paper.order().kind())) {
            present.add(yen(tax("pay")));
            present.add(yen(tax("income")));
        }
        return present;
    }

    /** What the register, or the history of addresses that goes with it, tells of one person. */
    private List<String> ofRegister(JsonNode person) {
        if (HISTORY.contains(paper.order().kind())) {
            return Stream.of(
                            tagged("【名】", person, "given"),
                            eras(person, "birth"),
                            tagged("【住所】", person, "addresses.address"),
                            eras(person, "addresses.since"))
                    .flatMap(List::stream)
                    .toList();
        }
        if (!FAMILY.contains(paper.order().kind())) {
            return List.of();
        }
        return Stream.of(
                        tagged("【名】", person, "given"),
                        eras(person, "birth"),
                        tagged("【父】", person, "father"),
                        tagged("【母】", person, "mother"),
                        tagged("【続柄】", person, "relation"),
                        tagged("【出生地】", person, "birthplace"),
                        eras(person, "marriage.day"),
                        tagged("【配偶者区分】", person, "marriage.as"),
                        tagged("【配偶者氏名】", person, "marriage.spouse"),
                        tagged("【従前戸籍】", person, "marriage.before"))
                .flatMap(List::stream)
                .toList();
    }

    List<String> absent(Registers registers) throws IOException {
        List<String> absent = new ArrayList<>(registers.strangersOf(paper.resident()));
        NEVER.stream()
                .filter(this::concerns)
                .forEach(rule -> absent.addAll(rule.brings().apply(resident)));
        CHOICES.stream()
                .filter(rule -> concerns(rule) && !chosen(rule.choice()))
                .forEach(rule -> absent.addAll(rule.brings().apply(resident)));
        absent.removeIf(text -> text.isEmpty() || text.equals("なし"));
        return absent;
    }

    /** Boxes that say 省略, on so many sheets. */
    int leftOut(int sheets) {
        if (HISTORY.contains(paper.order().kind())) {
            return chosen("domicile=yes") ? 0 : 2 * sheets;
        }
        if (!RECORDS.contains(paper.order().kind())) {
            return 0;
        }
        int people = chosen("scope=household")
                ? resident.path("household").size()
                : texts(resident, "name").size();
        boolean foreign = resident.has("foreign");
        int ofEach = chosen("relationship=yes") ? 0 : 1;
        ofEach += foreign || chosen("domicile=yes") ? 0 : 2;
        ofEach += foreign && !chosen("nationality=yes") ? 1 : 0;
        ofEach += foreign && !chosen("residence-status=yes") ? 5 : 0;
        ofEach += chosen("my-number=yes") ? 1 : 2; // the code always, and the number
        return people * ofEach + (chosen("relationship=yes") ? 0 : sheets); // the householder, on each
    }

    private boolean concerns(Rule rule) {
        return rule.kinds().isEmpty() || rule.kinds().contains(paper.order().kind());
    }

    private boolean chosen(String choice) {
        String[] parts = choice.split("=", 2);
        return parts[1].equals(paper.order().options().get(parts[0]));
    }

    private int tax(String what) {
        for (JsonNode year : resident.path("taxes")) {
            if (year.path("year").asText().equals(paper.order().options().get("year"))) {
                return year.path(what).asInt();
            }
        }
        throw new IllegalStateException("no such year");
    }

    private static String yen(int amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    private static Rule rule(Set<String> kinds, String choice, String... paths) {
        return new Rule(
                kinds,
                choice,
                of -> Stream.of(paths).flatMap(path -> texts(of, path).stream()).toList());
    }

    private static List<String> tagged(String tag, JsonNode of, String path) {
        return texts(of, path).stream().map(text -> tag + text).toList();
    }

    private static List<String> eras(JsonNode of, String path) {
        return texts(of, path).stream()
                .map(LocalDate::parse)
                .map(PaperRules::era)
                .toList();
    }

    /** As an office writes a date: worked out by hand, not by the calendar that the papers use. */
    static String era(LocalDate day) {
        record Era(String name, LocalDate first) {}
        List<Era> eras = List.of(
                new Era("令和", LocalDate.of(2019, 5, 1)),
                new Era("平成", LocalDate.of(1989, 1, 8)),
                new Era("昭和", LocalDate.of(1926, 12, 25)));
        Era era = eras.stream()
                .filter(each -> !day.isBefore(each.first()))
                .findFirst()
                .orElseThrow();
        int year = day.getYear() - era.first().getYear() + 1;
        return era.name() + (year == 1 ? "元" : Integer.toString(year)) + "年" + day.getMonthValue() + "月"
                + day.getDayOfMonth() + "日";
    }
}
