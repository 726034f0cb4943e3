package jp.madoguchi.kiosk.terms;

import java.time.Instant;
import java.util.Optional;

/**
 * One kind of document that a municipality issues by kiosk and this resident cannot have now.
 *
 * @param municipality its 5-digit code
 * @param opens from when it can be had; empty where waiting does not help
 * @param notice in the municipality's words, of a stop
 */
public record Withheld(
        String municipality,
        LocalText municipalityName,
        DocumentKind kind,
        Reason reason,
        Optional<Instant> opens,
        Optional<LocalText> notice) {

    /** Why, in the order of {@code docs/center-api.yaml}; after them those that the center does not say. */
    public enum Reason {
        OUTSIDE_HOURS,
        /** A holiday, the year's end, or a day of the municipality's own. */
        CLOSED_DAY,
        STOPPED,
        SEAL_NOT_REGISTERED,
        TAX_NOT_FILED,
        NAME_TOO_LONG,
        CHARACTER_NOT_WRITABLE,
        /** The family register is kept elsewhere, and no 本籍地利用登録 was granted. */
        DOMICILE_NOT_REGISTERED,
        /** This kiosk's own reason: no coins that it takes, with the change that it can give, make up the fee. */
        NOT_PAYABLE_HERE,
        /** A reason that this program does not know: a center of a later version. */
        UNRECOGNISED;

        /** The reason with this name on the wire, else {@link #UNRECOGNISED}. */
        public static Reason ofWireName(String name) {
            for (Reason reason : values()) {
                if (Slug.of(reason).equals(name)) {
                    return reason;
                }
            }
            return UNRECOGNISED;
        }
    }
}
