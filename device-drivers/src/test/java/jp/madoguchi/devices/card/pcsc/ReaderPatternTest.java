package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderPatternTest {
    private static final String NAME = "ACS ACR1252 1S CL Reader [ACR1252 Reader PICC] 00 00";

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void create_blank_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new ReaderPattern(text));
    }

    @ParameterizedTest
    @CsvSource({
        "ACR1252, true",
        "[ACR1252 Reader PICC], true",
        "acr1252, false",
        "ACR1251, false",
        "*, true",
        "ACS*00 00, true",
        "ACR1252*, false",
        "*PICC] 00 0?, true",
        "*PICC] 00 0?0, false",
        "*[AZ]CR1252*, false",
        "ACS.ACR1252, false",
        "*ACS.ACR1252*, false",
    })
    void matches_pattern_isSubstringOrGlob(String pattern, boolean matches) {
        assertEquals(matches, new ReaderPattern(pattern).matches(NAME));
    }
}
