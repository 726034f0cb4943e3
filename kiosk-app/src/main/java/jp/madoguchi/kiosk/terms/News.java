package jp.madoguchi.kiosk.terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the center says of itself, for residents to read before they place a card.
 *
 * @param opens when it is closed: from when it is open again, where that is known
 * @param closed when it is closed: why, in its own words
 */
public record News(Optional<Instant> opens, Optional<LocalText> closed, List<ServiceNotice> notices) {
    public static final News NONE = new News(Optional.empty(), Optional.empty(), List.of());

    public News {
        notices = List.copyOf(notices);
    }
}
