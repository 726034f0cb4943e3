package jp.madoguchi.kiosk.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final Invitation CLERK = new Invitation("clerk-1", Role.CLERK);

    private final ManualPace pace = new ManualPace();
    private final Invitations invitations = new Invitations(pace, new SecureRandom());

    private Optional<Invitation> redeem(String code) {
        return invitations.redeem(code.getBytes(US_ASCII));
    }

    @Test
    void code_ofAnAccountThatWasRemoved_isNotGood() {
        String code = invitations.mint(CLERK);
        assertTrue(invitations.pending(CLERK.name()));
        invitations.cancel(CLERK.name());
        assertFalse(invitations.pending(CLERK.name()));
        assertEquals(Optional.empty(), redeem(code));
    }

    @Test
    void code_isGoodOnce() {
        String code = invitations.mint(CLERK);
        assertTrue(code.matches("[0-9]{8}"), code);
        assertEquals(Optional.of(CLERK), redeem(code));
        assertEquals(Optional.empty(), redeem(code));
    }

    @Test
    void code_afterHalfAnHour_isNotGood() {
        String code = invitations.mint(CLERK);
        pace.pass(Invitations.GOOD_FOR.minus(Duration.ofNanos(1)));
        String other = invitations.mint(new Invitation("clerk-2", Role.CLERK));
        pace.pass(Duration.ofNanos(1));
        assertEquals(Optional.empty(), redeem(code));
        assertTrue(redeem(other).isPresent());
    }

    @Test
    void code_mintedAnew_replacesTheFirst() {
        String first = invitations.mint(CLERK);
        String second = invitations.mint(CLERK);
        assertEquals(first.equals(second) ? Optional.of(CLERK) : Optional.empty(), redeem(first));
    }

    @Test
    void codes_afterFiveWrongOnes_areAllVoid() {
        String code = invitations.mint(CLERK);
        for (int i = 0; i < 5; i++) {
            assertEquals(Optional.empty(), redeem(code.equals("0000000" + i) ? "99999999" : "0000000" + i));
        }
        assertEquals(Optional.empty(), redeem(code));
    }
}
