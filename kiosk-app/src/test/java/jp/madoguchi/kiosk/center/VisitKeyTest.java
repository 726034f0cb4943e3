package jp.madoguchi.kiosk.center;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.Arrays;
import jp.madoguchi.kiosk.terms.Sha256;
import org.junit.jupiter.api.Test;

final class VisitKeyTest {
    private final VisitKey key = VisitKey.generate(new SecureRandom());

    @Test
    void privateKey_closed_throws() {
        key.close();
        key.close();

        assertThrows(IllegalStateException.class, key::privateKey);
    }

    @Test
    void subjectPublicKeyInfo_closed_isStillThere() {
        byte[] before = key.subjectPublicKeyInfo();
        key.close();

        assertArrayEquals(before, key.subjectPublicKeyInfo());
        assertEquals(91, before.length); // P-256: 26 bytes of algorithm and wrapping, 65 of point
        assertEquals(Sha256.of(before), key.fingerprint());
        assertArrayEquals(Arrays.copyOf(Sha256.of(before).bytes(), 20), key.keyIdentifier());
    }

    @Test
    void generate_twice_makesTwoKeys() {
        assertNotEquals(key.fingerprint(), VisitKey.generate(new SecureRandom()).fingerprint());
    }
}
