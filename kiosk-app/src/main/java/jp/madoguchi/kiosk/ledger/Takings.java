package jp.madoguchi.kiosk.ledger;

/**
 * What residents paid within a period, in yen. Cannot be made unless {@code inserted = kept + returned + owed}. Each can be below
 * nothing, when what a later fact says takes back what an earlier period was told.
 *
 * @param visits that ended
 * @param delivered of these, with their document
 * @param kept fees of what was printed
 * @param owed what became open between kiosk and residents
 */
public record Takings(int visits, int delivered, int inserted, int kept, int returned, int owed) {
    public Takings {
        if (inserted != kept + returned + owed) {
            throw new IllegalArgumentException(
                    inserted + " yen inserted, " + kept + " kept, " + returned + " returned, " + owed + " owed");
        }
    }
}
