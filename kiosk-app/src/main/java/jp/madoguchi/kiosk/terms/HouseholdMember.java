package jp.madoguchi.kiosk.terms;

/**
 * One of the resident's household, whom a paper can be about. The kiosk learns no name.
 *
 * @param handle names them to the center in this visit alone
 * @param label relationship and year of birth: personal enough to stand on the screen only
 */
public record HouseholdMember(String handle, LocalText label) {
    /** The most of one household that an offer brings. */
    public static final int MOST = 20;

    /** Says nothing of them: a visit's values may be written to a log. */
    @Override
    public String toString() {
        return "HouseholdMember";
    }
}
