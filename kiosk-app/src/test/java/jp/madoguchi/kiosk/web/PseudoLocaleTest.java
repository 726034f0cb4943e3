package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudoLocaleTest {
    private static final int LONG = 20;
    private static final double FIVE_FOURTHS = 1.25;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Take your card ; Tậkệ ỵộựr çậrd",
                "{0} coins ; {0} çộịñş",
                "{0,choice,1#1 try|1<{0} tries} left ; {0,choice,1#1 try|1<{0} tries} lệft"
            })
    void text_ofEachKind_isAccentedAndFilledInAsBefore(String english, String pseudo) {
        assertEquals(pseudo, PseudoLocale.accented(english));
    }

    @Test
    void text_thatIsLongInEnglish_isAThirdLongerAndWhole() {
        Words pseudo = PseudoLocale.words();
        for (String key : List.of("end.time-up.what", "welcome.lead", "confirm.lead")) {
            String english = Words.of(Language.EN).text(key);
            String said = pseudo.text(key);
            assertTrue(english.length() > LONG && said.length() > english.length() * FIVE_FOURTHS, said);
            assertTrue(said.startsWith("[") && said.endsWith("]"), said);
        }
    }
}
