package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.simulators.center.CatalogueLine.Standing;
import jp.madoguchi.simulators.center.hours.Opening;
import jp.madoguchi.simulators.center.hours.Timetable;

/** What one resident can have of the municipalities of residence and family register at an instant; what not, and why. */
final class Catalogue {
    private final Resident resident;
    private final Household household;
    private final Conditions conditions;
    private final Map<String, Municipality> municipalities = new LinkedHashMap<>();
    private final List<CatalogueLine> lines = new ArrayList<>();

    /**
     * What decides beside the resident's own registers.
     *
     * @param keepsHours false on a desk, where an office that closes at night would be in the way
     * @param writable whether the paper's typeface has every character of this resident's documents
     * @param domicileRegistered whether a 本籍地利用登録 was granted
     */
    record Conditions(Instant now, boolean keepsHours, boolean writable, boolean domicileRegistered) {}

    Catalogue(Resident resident, Household household, Register register, Conditions conditions) throws IOException {
        this.resident = resident;
        this.household = household;
        this.conditions = conditions;
        Optional<String> domicile = resident.family().map(FamilyRegister::municipality);
        boolean sameTown = domicile.isPresent() && domicile.get().equals(resident.municipality());
        Optional<Municipality> residence = register.municipality(resident.municipality());
        if (residence.isPresent()) {
            municipalities.put("residence", residence.get());
            for (Municipality.Issue issue : residence.get().issues()) {
                if (!issue.kind().isOfDomicile() || sameTown) {
                    lines.add(line(residence.get(), issue));
                }
            }
        }
        Optional<Municipality> elsewhere =
                domicile.isPresent() && !sameTown ? register.municipality(domicile.get()) : Optional.empty();
        if (elsewhere.isPresent()) {
            municipalities.put("domicile", elsewhere.get());
            for (Municipality.Issue issue : elsewhere.get().issues()) {
                if (issue.kind().isOfDomicile()) {
                    lines.add(line(elsewhere.get(), issue));
                }
            }
        }
    }

    /** The line of that municipality and kind, if this resident has it in the catalogue. */
    Optional<CatalogueLine> line(String municipality, String kind) {
        return lines.stream().filter(line -> line.is(municipality, kind)).findFirst();
    }

    /** {@code Catalogue} of center-api.yaml. */
    Map<String, Object> json() {
        List<Map<String, Object>> towns = new ArrayList<>();
        municipalities.forEach((role, municipality) -> towns.add(municipality.json(role)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("municipalities", towns);
        json.put(
                "offers",
                lines.stream()
                        .filter(CatalogueLine::isOffered)
                        .map(CatalogueLine::json)
                        .toList());
        json.put(
                "withheld",
                lines.stream()
                        .filter(line -> !line.isOffered())
                        .map(CatalogueLine::json)
                        .toList());
        return json;
    }

    private CatalogueLine line(Municipality municipality, Municipality.Issue issue) {
        Optional<Hindrance> hindrance = hindrance(municipality, issue);
        Standing standing = hindrance.isPresent() ? new Standing.Withheld(hindrance.get()) : opening(issue.timetable());
        return new CatalogueLine(municipality, issue, choices(issue), household, standing);
    }

    /** What is wrong with the resident's registers comes before the hours: waiting would not help. */
    private Optional<Hindrance> hindrance(Municipality municipality, Municipality.Issue issue) {
        Kind kind = issue.kind();
        if (kind.isOfDomicile()
                && !municipality.code().equals(resident.municipality())
                && !conditions.domicileRegistered()) {
            return Optional.of(Hindrance.DOMICILE_NOT_REGISTERED);
        }
        if (kind == Kind.SEAL_REGISTRATION && resident.seal().isEmpty()) {
            return Optional.of(Hindrance.SEAL_NOT_REGISTERED);
        }
        if (kind.isOfTaxes() && resident.taxes().isEmpty()) {
            return Optional.of(Hindrance.TAX_NOT_FILED);
        }
        if (!conditions.writable()) {
            return Optional.of(Hindrance.CHARACTER_NOT_WRITABLE);
        }
        String name = resident.self().name();
        return name.codePointCount(0, name.length()) > issue.longestName()
                ? Optional.of(Hindrance.NAME_TOO_LONG)
                : Optional.empty();
    }

    private Standing opening(Timetable timetable) {
        Opening opening = (conditions.keepsHours() ? timetable : timetable.neverClosing()).at(conditions.now());
        if (opening instanceof Opening.Closed closed) {
            Hindrance why = switch (closed.reason()) {
                case OUTSIDE_HOURS -> Hindrance.OUTSIDE_HOURS;
                case CLOSED_DAY -> Hindrance.CLOSED_DAY;
                case STOPPED -> Hindrance.STOPPED;
            };
            return new Standing.Withheld(why, Optional.of(closed.opens()), closed.stop());
        }
        return new Standing.Offered(((Opening.Open) opening).until());
    }

    /** What the office asks, less what this resident's record does not have. */
    private List<Choice> choices(Municipality.Issue issue) {
        List<Choice> choices = new ArrayList<>();
        for (Choice choice : issue.choices()) {
            boolean meant = switch (choice.name()) {
                case "domicile" -> resident.foreign().isEmpty();
                case "nationality", "residence-status" -> resident.foreign().isPresent();
                default -> true;
            };
            if (meant) {
                boolean nobody = choice.isOfMembers() && !household.canBeChosenFrom();
                choices.add(nobody ? choice.withoutMembers() : choice);
            }
        }
        if (issue.kind().isOfTaxes() && !resident.taxes().isEmpty()) {
            List<String> years = resident.taxes().stream()
                    .limit(issue.years())
                    .map(year -> Integer.toString(year.year()))
                    .toList();
            choices.add(new Choice("year", years, years.get(0)));
        }
        return choices;
    }
}
