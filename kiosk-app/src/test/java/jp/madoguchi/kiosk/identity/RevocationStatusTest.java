package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import jp.madoguchi.kiosk.identity.RevocationStatus.Revoked;
import jp.madoguchi.kiosk.identity.RevocationStatus.Suspended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevocationStatusTest {
    private static final Instant SINCE = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void revoked_byAHold_isAProgrammersError() {
        assertThrows(IllegalArgumentException.class, () -> new Revoked(RevocationReason.CERTIFICATE_HOLD, SINCE));
    }

    @Test
    void ofEntry_hold_isSuspended() {
        assertEquals(new Suspended(SINCE), RevocationStatus.ofEntry(RevocationReason.CERTIFICATE_HOLD, SINCE));
        assertEquals(
                new Revoked(RevocationReason.KEY_COMPROMISE, SINCE),
                RevocationStatus.ofEntry(RevocationReason.KEY_COMPROMISE, SINCE));
    }

    @ParameterizedTest
    @CsvSource({"0, UNSPECIFIED", "3, AFFILIATION_CHANGED", "6, CERTIFICATE_HOLD", "7, UNSPECIFIED", "10, AA_COMPROMISE"
    })
    void ofCode_number_isTheReason(int code, RevocationReason reason) {
        assertEquals(reason, RevocationReason.ofCode(code));
    }
}
