package jp.madoguchi.kiosk.terms;

import java.time.Instant;
import java.util.Optional;

/**
 * A 本籍地利用登録 and how it stands. What the resident wrote in it is not here: see {@code center.RegistrationApplication}.
 *
 * @param municipality the 5-digit code of the one asked
 * @param answer when the office has answered, or will have
 */
public record Registration(
        RequestId request,
        String municipality,
        LocalText municipalityName,
        State state,
        Instant received,
        Optional<Instant> answer) {

    /** What the office said. */
    public enum State {
        PENDING,
        REGISTERED,
        REFUSED
    }

    /** What a resident or clerk reads out: the first 8 digits of its id, as {@code 3F2A-91C0}. */
    public String number() {
        return Hex.spoken(request.hex());
    }

    public boolean is(State other) {
        return state == other;
    }
}
