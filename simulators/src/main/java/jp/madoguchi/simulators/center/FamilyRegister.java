package jp.madoguchi.simulators.center;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The family register (戸籍) that a resident stands in.
 *
 * @param municipality the code of the one that keeps it (本籍地)
 * @param usable whether a kiosk elsewhere may ask for it: a 本籍地利用登録 was granted before
 */
record FamilyRegister(
        String municipality,
        String domicile,
        String head,
        Reading reading,
        LocalDate compiled,
        boolean usable,
        List<Person> people) {

    /** In kana, as the resident's file gives it ({@code domicileKana} without prefecture and municipality); empty when it does not. */
    record Reading(Optional<String> domicile, Optional<String> head) {
        @Override
        public String toString() {
            return "Reading";
        }
    }

    static FamilyRegister read(JsonObject json, String domicile, String head, Reading reading) throws Malformed {
        List<Person> people = new ArrayList<>();
        for (JsonObject person : json.objects("people")) {
            people.add(Person.read(person));
        }
        return new FamilyRegister(
                json.text("municipality"),
                domicile,
                head,
                reading,
                json.date("compiled"),
                json.has("usable") && json.text("usable").equals("yes"),
                people);
    }

    /** Whether that is how the register is found: as it is written there, or as that is read. */
    boolean isAt(String code, String place, String name) {
        return municipality.equals(code)
                && (Spelling.isSamePlace(domicile, place)
                        || reading.domicile()
                                .filter(kana -> Spelling.isSamePlace(kana, place))
                                .isPresent())
                && (Spelling.isSameName(head, name)
                        || reading.head()
                                .filter(kana -> Spelling.isSameName(kana, name))
                                .isPresent());
    }

    /** One who stands in the register; {@code given} is the name without the family's. */
    record Person(
            String given,
            LocalDate birth,
            String father,
            String mother,
            String relation,
            String birthplace,
            String reporter,
            Optional<Marriage> marriage,
            List<Address> addresses) {

        private static Person read(JsonObject json) throws Malformed {
            List<Address> addresses = new ArrayList<>();
            for (JsonObject address : json.objects("addresses")) {
                addresses.add(new Address(address.text("address"), address.date("since")));
            }
            Optional<JsonObject> marriage = json.optionalObject("marriage");
            return new Person(
                    json.text("given"),
                    json.date("birth"),
                    json.text("father"),
                    json.text("mother"),
                    json.text("relation"),
                    json.text("birthplace"),
                    json.text("reporter"),
                    marriage.isPresent() ? Optional.of(Marriage.read(marriage.get())) : Optional.empty(),
                    addresses);
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    /** {@code as} is 夫 or 妻. */
    record Marriage(LocalDate day, String spouse, String as, String before) {
        private static Marriage read(JsonObject json) throws Malformed {
            return new Marriage(json.date("day"), json.text("spouse"), json.text("as"), json.text("before"));
        }

        @Override
        public String toString() {
            return "Marriage";
        }
    }

    /** An address and the day from which it was that. */
    record Address(String address, LocalDate since) {
        @Override
        public String toString() {
            return "Address";
        }
    }

    @Override
    public String toString() {
        return "FamilyRegister";
    }
}
