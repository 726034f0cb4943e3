package jp.madoguchi.kiosk.ledger;

/**
 * What is open between kiosk and residents, over a period. Yen, where nothing else is said. Cannot be made unless
 * {@code before + opened = refunded + covered + voided + after}: what is open after is told by the claims, and the rest by what happened.
 *
 * @param refunded handed out by the store
 * @param covered fees of documents that the store handed over
 * @param voided that was not owed after all, or that nobody came for
 * @param held of {@code after}: of visits that are not over, and no claim yet
 * @param settlements how often a claim was settled
 * @param claims how many are open
 */
public record Owing(
        int before,
        int opened,
        int refunded,
        int covered,
        int voided,
        int after,
        int held,
        int settlements,
        int claims) {
    public Owing {
        if (before + opened != refunded + covered + voided + after) {
            throw new IllegalArgumentException(before + " and " + opened + " yen open, " + refunded + " refunded, "
                    + covered + " covered, " + voided + " void, " + after + " open after");
        }
    }
}
