package jp.madoguchi.simulators.center.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands on one residence record (住民票の写し). An empty value was not asked for, and its box says that it is left
 * out (省略).
 *
 * @param scope what of the household is shown: 個人 or 世帯全員
 * @param people in the order of the paper, at least one
 */
public record RecordSheet(
        String scope, String address, Optional<String> householder, List<Person> people, Attestation attestation) {

    public RecordSheet {
        people = List.copyOf(people);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("a residence record shows at least one person");
        }
    }

    /** One person on the record. */
    public record Person(
            String name,
            String kana,
            LocalDate birth,
            String sex,
            LocalDate since,
            Optional<String> relationship,
            Optional<String> domicile,
            Optional<String> domicileHead,
            Optional<String> myNumber) {

        @Override
        public String toString() {
            return "Person";
        }
    }

    /**
     * Who vouches for the copy.
     *
     * @param mayor office and name, e.g. {@code 青森市長 架空 一郎}
     * @param seal the letters of the seal, e.g. {@code 青森市長之印}
     */
    public record Attestation(String mayor, String seal, LocalDate issued, String issueNumber) {}

    /** Says nothing about the people. */
    @Override
    public String toString() {
        return "RecordSheet[" + attestation.issueNumber() + "]";
    }
}
