package jp.madoguchi.simulators.center;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A fictional resident as the municipality's register knows them, from {@code residents/*.json}. */
record Resident(
        Member self,
        String address,
        String municipality,
        String householder,
        Optional<String> domicile,
        Optional<String> domicileHead,
        List<Member> others,
        String certificate,
        boolean refused) {

    /** One member of the household. What the register does not say of them is empty. */
    record Member(
            String name,
            String kana,
            LocalDate birth,
            String sex,
            String relationship,
            LocalDate since,
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
        Optional<String> refused = json.optionalText("refused");
        if (refused.isPresent() && !refused.get().equals(Reason.RESIDENT_REFUSED.wireName())) {
            throw new Malformed("refused is not resident-refused");
        }
        return new Resident(
                self,
                json.text("address"),
                json.text("municipality"),
                json.text("householder"),
                json.optionalText("domicile"),
                json.optionalText("domicileHead"),
                others,
                json.text("certificate"),
                refused.isPresent());
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
