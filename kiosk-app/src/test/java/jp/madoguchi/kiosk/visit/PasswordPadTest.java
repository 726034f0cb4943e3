package jp.madoguchi.kiosk.visit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPadTest {
    private final PasswordPad pad = new PasswordPad();

    private void type(String text) {
        text.chars().forEach(character -> pad.press((char) character));
    }

    @Test
    void password_ofSixCharacters_isTheShortest() {
        type("ABC12");
        assertFalse(pad.complete());
        assertEquals(Optional.empty(), pad.take());
        type("3");
        assertTrue(pad.complete());
        assertArrayEquals("ABC123".getBytes(US_ASCII), pad.take().orElseThrow());
        assertEquals(0, pad.count());
    }

    @Test
    void character_afterTheSixteenth_isNotTaken() {
        type("ABCDEFGHIJKLMNOPQRS");
        assertArrayEquals("ABCDEFGHIJKLMNOP".getBytes(US_ASCII), pad.take().orElseThrow());
    }

    @Test
    void character_takenBackOrCleared_isGone() {
        type("TEST12345");
        pad.erase();
        assertArrayEquals("TEST1234".getBytes(US_ASCII), pad.take().orElseThrow());
        type("TEST1234");
        pad.clear();
        assertEquals(0, pad.count());
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', '-', 'é', ' ', '０'})
    void character_ofNoPassword_isAProgrammersError(char character) {
        assertThrows(IllegalArgumentException.class, () -> pad.press(character));
    }

    @Test
    void pad_inWords_saysHowMuchAndNeverWhat() {
        type("SECRET");
        assertEquals("PasswordPad[6 of 16]", pad.toString());
    }
}
