package jp.madoguchi.simulators.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentsTest {
    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({
        "'\"1985-04-02\"', '\"1985-04-31\"', not a date",
        "'\"kana\"',       '\"kanna\"',      has no kana",
        "aomori-hanako,    aomori-taro,      which is not the file's name",
        "'{',              '',               aomori-hanako.json"
    })
    void read_wrongFile_saysWhichAndWhatInOneLine(String right, String wrong, String message) throws IOException {
        Residents.copyInto(dir);
        Path file = dir.resolve("residents/aomori-hanako.json");
        Files.writeString(file, Files.readString(file).replace(right, wrong));

        IOException e = assertThrows(IOException.class, () -> Residents.read(dir));

        String said = String.valueOf(e.getMessage());
        assertTrue(said.contains("aomori-hanako.json") && said.contains(message), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void copyInto_whereThereIsAResident_addsNobody() throws IOException {
        Path residents = Files.createDirectories(dir.resolve("residents"));
        Files.writeString(residents.resolve("mine.json"), "{}");

        Residents.copyInto(dir);

        assertEquals(List.of("mine.json"), names(residents));
    }

    @Test
    void copyInto_emptyDirectory_bringsExactlyTheShippedFiles() throws IOException {
        Residents.copyInto(dir);

        List<String> copied = names(dir.resolve("residents"));
        assertEquals(names(Path.of("src/main/resources/jp/madoguchi/simulators/people")), copied);
        assertEquals(Residents.SHIPPED.stream().map(id -> id + ".json").toList(), copied);
    }

    @Test
    void shipped_areFictionalAndCoverWhatMustBeTried() throws IOException {
        Residents.copyInto(dir);
        List<Resident> everybody = Residents.read(dir);

        for (Resident resident : everybody) {
            assertTrue(resident.nameEn().endsWith("(fictional)"), resident.id());
            String token = resident.id().equals("denwa-sakura") ? "special-android" : resident.id();
            assertEquals("cards/" + token + "/auth.pem", resident.certificate());
            assertNotEquals(checkDigit(resident.myNumber()), resident.myNumber().charAt(11) - '0', resident.id());
            assertTrue(
                    resident.household().stream()
                            .anyMatch(member -> member.name().equals(resident.name())
                                    && member.relationship().equals(resident.relationship())
                                    && member.birth().equals(resident.birth())
                                    && member.sex().equals(resident.sex())),
                    resident.id() + " is in their own household");
            assertTrue(
                    resident.household().stream()
                            .anyMatch(member -> member.name().equals(resident.householder())
                                    && member.relationship().equals("世帯主")),
                    resident.id() + "'s householder is in the household");
        }
        assertEquals(
                Set.of("02201", "02999", "13999"),
                everybody.stream().map(Resident::municipality).collect(Collectors.toSet()));
        assertEquals(
                List.of("kyohi-jiro", "mukashi-goro", "tenshutsu-saburo"),
                everybody.stream()
                        .filter(resident -> resident.refused() != null)
                        .map(Resident::id)
                        .toList());
        assertTrue(everybody.stream().anyMatch(resident -> resident.household().size() == 1));
        assertTrue(everybody.stream().anyMatch(resident -> resident.household().size() > 2));
        assertTrue(everybody.stream().anyMatch(resident -> resident.name().length() > 30));
        assertTrue(everybody.stream()
                .anyMatch(resident -> resident.name().codePoints().anyMatch(Character::isSupplementaryCodePoint)));
    }

    /** 行政手続における特定の個人を識別するための番号…省令 第5条: the check digit of a My Number. */
    private static int checkDigit(String number) {
        assertEquals(12, number.length());
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += (number.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
