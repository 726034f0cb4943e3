package jp.madoguchi.kiosk.terms;

/**
 * Where a resident goes when a kiosk cannot help.
 *
 * @param municipality its 5-digit code
 * @param open in the office's own words
 */
public record MunicipalOffice(
        String municipality, LocalText municipalityName, Role role, LocalText name, LocalText open, String telephone) {

    /** What the municipality is to the resident. */
    public enum Role {
        RESIDENCE,
        /** It keeps the family register (本籍地). */
        DOMICILE
    }
}
