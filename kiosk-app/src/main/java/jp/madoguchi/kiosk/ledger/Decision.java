package jp.madoguchi.kiosk.ledger;

import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Settlement;
import jp.madoguchi.kiosk.terms.SettlementReason;

/**
 * How a clerk wants to settle a claim.
 *
 * @param reason says also how: {@link SettlementReason#of()}
 * @param seen yen that were open on the clerk's screen; if more or less is open by now, nothing is settled
 * @param refunded yen to hand out; all that is open, where nobody doubts it
 * @param ticket digits under which the store files it; may be empty
 * @param account whose desk it is
 */
public record Decision(SettlementReason reason, int seen, int refunded, String ticket, String account) {
    private static final Pattern TICKET = Pattern.compile("[0-9]{0,12}");

    /** Throws {@code IllegalArgumentException} for a ticket that is not up to twelve digits, and for less than nothing. */
    public Decision {
        if (!isTicket(ticket) || refunded < 0) {
            throw new IllegalArgumentException("a ticket is up to twelve digits, and no less than nothing is refunded");
        }
    }

    public static boolean isTicket(String text) {
        return TICKET.matcher(text).matches();
    }

    /** What is usual: all of it, if it is to be refunded; but for the fee, if the document was handed over. */
    public static Decision all(Claim claim, SettlementReason reason, String ticket, String account) {
        int refunded = switch (reason.of()) {
            case REFUNDED -> claim.owed();
            case PAPER_HANDED_OVER -> claim.owed() - claim.fee();
            case VOID -> 0;
        };
        return new Decision(reason, claim.owed(), refunded, ticket, account);
    }

    Settlement how() {
        return reason.of();
    }
}
