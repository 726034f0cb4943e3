package jp.madoguchi.kiosk.center;

import java.time.Instant;
import jp.madoguchi.kiosk.terms.Nonce;

/**
 * The center knows the visit.
 *
 * @param center the id that goes into {@link AuthenticationText}
 * @param nonce to be signed; voids every earlier one
 * @param expires by the center's clock, 60 s after it gave the nonce
 */
public record OpenedVisit(String center, Nonce nonce, Instant expires) {}
