package jp.madoguchi.kiosk.center;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.ServiceNotice;

/**
 * What the center says of itself.
 *
 * @param center its id
 * @param time of its own clock
 * @param notice in the resident's words, when closed
 * @param opens when closed: from when it is open again, where that is known
 * @param notices what residents are told before they place a card
 */
public record CenterStatus(
        String center,
        boolean open,
        Instant time,
        Optional<LocalText> notice,
        Optional<Instant> opens,
        List<ServiceNotice> notices) {

    /** By the API, every authentication is refused when the clocks are further apart. */
    public static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    public CenterStatus {
        notices = List.copyOf(notices);
    }

    /** How far the kiosk's clock is ahead of the center's; negative when behind. What the answer took on its way is in it. */
    public Duration skew(Instant now) {
        return Duration.between(time, now);
    }
}
