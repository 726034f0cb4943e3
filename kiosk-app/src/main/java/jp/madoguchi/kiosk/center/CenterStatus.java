package jp.madoguchi.kiosk.center;

import java.time.Instant;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.LocalText;

/**
 * What the center says of itself.
 *
 * @param center its id
 * @param time of its own clock
 * @param notice in the resident's words, when closed
 */
public record CenterStatus(String center, boolean open, Instant time, Optional<LocalText> notice) {}
