package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.StringJoiner;
import jp.madoguchi.simulators.center.Catalogue.Conditions;
import jp.madoguchi.simulators.people.Residents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped residents can have of the shipped municipalities, and when. */
class CatalogueTest {
    private static final String WEDNESDAY = "2026-11-25T10:00";

    @TempDir
    private static Path dir;

    private static Register register;

    @BeforeAll
    static void town_filled() throws IOException {
        Residents.copyInto(dir);
        register = new Register(dir);
    }

    @ParameterizedTest
    @CsvSource({
        "mihon-inna,       2026-11-25T10:00, -seal-registration seal-not-registered",
        "mishinkoku-toya,  2026-11-25T10:00, -tax-certificate tax-not-filed",
        "mishinkoku-toya,  2026-11-25T10:00, -family-register-whole domicile-not-registered",
        "jugemu-chosuke,   2026-11-25T10:00, -seal-registration name-too-long",
        "gaiji-rokuro,     2026-11-25T10:00, -residence-record character-not-writable",
        "aomori-hanako,    2026-11-27T17:00, -family-register-whole outside-hours 2026-11-30T00:00:00Z",
        "aomori-hanako,    2026-12-29T10:00, -residence-record closed-day 2027-01-03T21:30:00Z",
        "kakuu-ichiro,     2026-12-13T10:00, -residence-record closed-day 2026-12-13T21:30:00Z",
        "mihon-inna,       2027-01-16T10:00, -residence-record stopped 2027-01-17T23:30:00Z",
        "mihon-inna,       2026-11-28T10:00, -residence-record closed-day 2026-11-29T23:30:00Z"
    })
    void catalogue_hindrance_withheldWithReasonAndOpening(String resident, LocalDateTime now, String expected)
            throws IOException {
        String kind = expected.replaceFirst("-(\\S+) .*", "$1");
        String found = lines(resident, now, false)
                .lines()
                .filter(line -> line.startsWith("-" + kind + " "))
                .findFirst()
                .orElse("no such line");
        assertEquals(expected, found);
    }

    @Test
    void catalogue_everythingInOrder_allEightOffered() throws IOException {
        assertEquals("""
                +residence-record 300 scope domicile relationship my-number until 2026-11-25T14:00:00Z
                +residence-record-statement 300 scope domicile relationship until 2026-11-25T14:00:00Z
                +seal-registration 300 until 2026-11-25T14:00:00Z
                +tax-certificate 300 year until 2026-11-25T14:00:00Z
                +income-certificate 300 year until 2026-11-25T14:00:00Z
                +family-register-whole 500 until 2026-11-25T08:00:00Z
                +family-register-individual 500 until 2026-11-25T08:00:00Z
                +address-history 300 extent domicile until 2026-11-25T08:00:00Z
                """, lines("aomori-hanako", LocalDateTime.parse(WEDNESDAY), false));
    }

    @Test
    void catalogue_foreignResident_otherOptionsAndNoFamilyRegister() throws IOException {
        String lines = lines("sample-anna", LocalDateTime.parse(WEDNESDAY), false);
        assertEquals(
                "+residence-record 200 scope relationship nationality residence-status until 2026-11-25T14:00:00Z",
                lines.lines().findFirst().orElseThrow());
        assertEquals(
                0,
                lines.lines().filter(line -> line.contains("family-register")).count());
    }

    @Test
    void catalogue_registrationGranted_familyRegisterOfAnotherTown() throws IOException {
        assertEquals(
                3,
                lines("mishinkoku-toya", LocalDateTime.parse(WEDNESDAY), true)
                        .lines()
                        .filter(line -> line.startsWith("+family-register") || line.startsWith("+address-history"))
                        .count());
    }

    private static String lines(String id, LocalDateTime now, boolean registered) throws IOException {
        Resident resident = Resident.read(
                JsonObject.read(Files.readAllBytes(dir.resolve("residents").resolve(id + ".json"))));
        Catalogue catalogue = new Catalogue(
                resident,
                Household.of(resident, new SecureRandom()),
                register,
                new Conditions(
                        now.atZone(ZoneId.of("Asia/Tokyo")).toInstant(), true, !id.startsWith("gaiji"), registered));
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        JsonObject json = JsonObject.read(JsonObject.write(catalogue.json()));
        for (JsonObject offer : json.objects("offers")) {
            StringJoiner line = new StringJoiner(" ");
            line.add("+" + offer.text("kind")).add(Integer.toString(offer.whole("fee", 0)));
            for (JsonObject option : offer.objects("options")) {
                line.add(option.text("name"));
            }
            lines.add(line.add("until").add(offer.text("until")).toString());
        }
        for (JsonObject withheld : json.objects("withheld")) {
            StringJoiner line = new StringJoiner(" ");
            line.add("-" + withheld.text("kind")).add(withheld.text("reason"));
            withheld.optionalText("opens").ifPresent(line::add);
            lines.add(line.toString());
        }
        return lines.toString();
    }
}
