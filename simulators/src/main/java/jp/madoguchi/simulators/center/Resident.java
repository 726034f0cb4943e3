package jp.madoguchi.simulators.center;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fictional resident as the municipality's registers know them, from {@code residents/*.json}.
 *
 * @param seal the letters of the registered seal
 * @param taxes the years whose return was filed, the latest first
 * @param refused why nothing at all is issued to them
 */
record Resident(
        Member self,
        String address,
        String municipality,
        String householder,
        Optional<String> domicile,
        Optional<String> domicileHead,
        List<Member> others,
        String certificate,
        Optional<Reason> refused,
        Optional<String> seal,
        List<TaxYear> taxes,
        Optional<ForeignStatus> foreign,
        Optional<FamilyRegister> family) {

    private static final int FIRST_AGE = 15;

    private static final Set<Reason> REFUSALS =
            EnumSet.of(Reason.RESIDENT_REFUSED, Reason.RESIDENT_TRANSFERRED_OUT, Reason.RESIDENT_DECEASED);

    /** One member of the household. What the register does not say of them is empty. */
    record Member(
            String name,
            String kana,
            LocalDate birth,
            String sex,
            String relationship,
            LocalDate since,
            Optional<String> formerAddress,
            Optional<String> myNumber) {

        private static Member read(JsonObject json, LocalDate householdSince) throws Malformed {
            LocalDate birth = json.date("birth");
            return new Member(
                    json.text("name"),
                    json.optionalText("kana").orElse(""),
                    birth,
                    json.text("sex"),
                    json.text("relationship"),
                    // Nobody became a resident before being born.
                    birth.isAfter(householdSince) ? birth : householdSince,
                    json.optionalText("formerAddress"),
                    json.optionalText("myNumber"));
        }

        private boolean isSamePersonAs(Member other) {
            return name.equals(other.name) && birth.equals(other.birth);
        }

        @Override
        public String toString() {
            return "Member";
        }
    }

    static Resident read(JsonObject json) throws Malformed {
        LocalDate since = json.date("since");
        Member self = Member.read(json, since);
        List<Member> others = new ArrayList<>();
        for (JsonObject member : json.objects("household")) {
            others.add(Member.read(member, since));
        }
        // Files may list the resident among the household or not.
        others.removeIf(self::isSamePersonAs);
        List<TaxYear> taxes = new ArrayList<>();
        for (JsonObject year : json.optionalObjects("taxes")) {
            taxes.add(TaxYear.read(year));
        }
        taxes.sort((a, b) -> b.year() - a.year());
        Optional<JsonObject> foreign = json.optionalObject("foreign");
        return new Resident(
                self,
                json.text("address"),
                json.text("municipality"),
                json.text("householder"),
                json.optionalText("domicile"),
                json.optionalText("domicileHead"),
                others,
                json.text("certificate"),
                refused(json),
                json.optionalText("seal"),
                taxes,
                foreign.isPresent() ? Optional.of(ForeignStatus.read(foreign.get())) : Optional.empty(),
                family(json));
    }

    private static Optional<Reason> refused(JsonObject json) throws Malformed {
        Optional<String> refused = json.optionalText("refused");
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reason> reason = REFUSALS.stream()
                .filter(known -> known.wireName().equals(refused.get()))
                .findFirst();
        if (reason.isEmpty()) {
            throw new Malformed("refused is no reason that concerns a resident");
        }
        return reason;
    }

    private static Optional<FamilyRegister> family(JsonObject json) throws Malformed {
        Optional<JsonObject> family = json.optionalObject("family");
        return family.isPresent()
                ? Optional.of(FamilyRegister.read(
                        family.get(),
                        json.text("domicile"),
                        json.text("domicileHead"),
                        new FamilyRegister.Reading(
                                json.optionalText("domicileKana"), json.optionalText("domicileHeadKana"))))
                : Optional.empty();
    }

    /** Why nothing is issued to them on that day, if nothing is. */
    Optional<Reason> refusal(LocalDate today) {
        return self.birth().plusYears(FIRST_AGE).isAfter(today) ? Optional.of(Reason.RESIDENT_UNDER_15) : refused;
    }

    /** Everyone in the household, its head first. */
    List<Member> household() {
        List<Member> household = new ArrayList<>(List.of(self));
        household.addAll(others);
        household.sort((a, b) -> Boolean.compare(isHead(b), isHead(a)));
        return household;
    }

    private boolean isHead(Member member) {
        return member.name().equals(householder);
    }

    @Override
    public String toString() {
        return "Resident";
    }
}
