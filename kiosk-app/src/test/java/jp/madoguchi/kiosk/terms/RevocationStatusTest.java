package jp.madoguchi.kiosk.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import jp.madoguchi.kiosk.terms.RevocationStatus.Revoked;
import jp.madoguchi.kiosk.terms.RevocationStatus.Suspended;
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
    @CsvSource({
        "unspecified, UNSPECIFIED",
        "affiliationChanged, AFFILIATION_CHANGED",
        "cACompromise, CA_COMPROMISE",
        "certificateHold, CERTIFICATE_HOLD",
        "unheardOf, UNSPECIFIED"
    })
    void named_asTheStandardDoes_isTheReason(String name, RevocationReason reason) {
        assertEquals(reason, RevocationReason.named(name));
    }
}
