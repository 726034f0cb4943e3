package jp.madoguchi.kiosk.ledger;

/**
 * What a box held, what came and went, and what must be in it now. Cannot be made unless
 * {@code before + in - out + filled - emptied + difference} is what must be in it. Yen, where nothing else is said.
 *
 * @param box its {@linkplain Box#name name}
 * @param in from residents
 * @param out to residents
 * @param filled by the store
 * @param emptied by the store
 * @param difference what counting found more than must have been there, or less
 * @param now what must be in it
 * @param doubtful how many coins of these may have come out without a word
 * @param uncounted whether more may have gone in than was counted
 * @param counted whether people have counted it since the last closing
 */
public record BoxAccount(
        String box,
        int before,
        int in,
        int out,
        int filled,
        int emptied,
        int difference,
        Pieces now,
        int doubtful,
        boolean uncounted,
        boolean counted) {
    public BoxAccount {
        int sum = before + in - out + filled - emptied + difference;
        if (sum != now.yen()) {
            throw new IllegalArgumentException(
                    box + ": " + sum + " yen by what came and went, " + now.yen() + " in it");
        }
    }
}
