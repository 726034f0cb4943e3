package jp.madoguchi.kiosk.ledger;

import java.util.List;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.LeftItem;
import jp.madoguchi.kiosk.terms.LeftItemGoal;
import jp.madoguchi.kiosk.terms.Settlement;
import jp.madoguchi.kiosk.terms.SettlementReason;

/**
 * One line of the ledger. Amounts in yen. A fact that announces an act is recorded before the act; one that tells of
 * something that happened, before anyone relies on it. Nothing personal.
 */
public sealed interface Fact {
    /**
     * A document is about to be asked of the center.
     *
     * @param fee for all copies
     * @param municipality its five digits: the fee is settled with it. Empty when it was not said
     * @param kind likewise, as the center's protocol spells it; {@code other} when this program has no word for it
     * @param copies 0 when it was not said
     */
    record Ordered(String request, int fee, String municipality, String kind, int copies) implements Fact {
        private static final String OTHER = "other";

        /** As version 3 and those before said it. */
        public Ordered(String request, int fee) {
            this(request, fee, "", "", 0);
        }

        /** What was asked for last; of nothing, when nothing was. */
        static Ordered last(List<Fact> facts) {
            Ordered last = new Ordered("", 0);
            for (Fact fact : facts) {
                if (fact instanceof Ordered next) {
                    last = next;
                }
            }
            return last;
        }

        public static Ordered of(DocumentOrder order) {
            return new Ordered(
                    order.request().hex(),
                    order.fee(),
                    order.municipality(),
                    DocumentKind.ofWireName(order.kind())
                            .map(DocumentKind::wireName)
                            .orElse(OTHER),
                    order.copies());
        }
    }

    /**
     * A coin fell, or a note was stacked.
     *
     * @param counter of the device's events
     * @param device {@code COIN} or {@code BILL}
     */
    record CoinInserted(int yen, int counter, String device) implements Fact {}

    /** A note lies in escrow and is about to be stacked. It is not inserted before {@link CoinInserted} says so. */
    record NoteHeld(int yen, int counter) implements Fact {}

    /** A device is about to be opened, or has handed something back. Nobody's money; the next start goes on from the counter. */
    record CounterSeen(String device, int counter) implements Fact {}

    /**
     * The slots broke while they were open to this visit, or were not known to be shut again.
     *
     * @param trouble the device's own word, as docs/failure-codes.md has it
     * @param uncounted whether money may have gone in that nobody counted
     */
    record CashBroken(String trouble, String detail, boolean uncounted) implements Fact {}

    /** About to ask the hopper at {@code address}, which has paid {@code lifetimeCount} coins in its life. */
    record PayOutIntended(int yen, int address, int coins, int lifetimeCount) implements Fact {}

    /**
     * One hopper's part of a pay-out has ended.
     *
     * @param coins certain to have come out, {@code yen} in all
     * @param certain whether no more came out
     */
    record HopperPaid(int address, int coins, int yen, boolean certain) implements Fact {}

    /**
     * All of a pay-out has ended.
     *
     * @param certain whether the hoppers' own counts said so
     */
    record PayOutEnded(int paid, int owed, boolean certain) implements Fact {}

    /**
     * The configuration says that a hopper was filled and counted: so many coins were in it then.
     *
     * @param filling names it, so that the same count can be told from an older one
     * @param yen what each coin is worth; 0 when it was not said
     */
    record HopperCounted(int address, int coins, String filling, int yen) implements Fact {
        /** As version 3 and those before said it. */
        public HopperCounted(int address, int coins, String filling) {
            this(address, coins, filling, 0);
        }
    }

    /**
     * The staff has put {@code pieces} into a box, to what was in it.
     *
     * @param box its {@linkplain Box#name name}
     * @param account whose desk it was
     */
    record CashFilled(String box, Pieces pieces, String account) implements Fact {}

    /**
     * The staff has taken out all that was in a box, and counted it.
     *
     * @param expected yen that should have been in it, as the desk showed then
     */
    record CashEmptied(String box, Pieces pieces, int expected, String account) implements Fact {}

    /**
     * The staff has counted what is in a box, and left it there.
     *
     * @param expected yen that should have been in it, as the desk showed then
     */
    record CashCounted(String box, Pieces pieces, int expected, String account) implements Fact {}

    /** 精算. The sums of all facts since the one before. */
    record DayClosed(Period period, String account) implements Fact {}

    /** About to create a print job of this name; {@code ciphertext} is the SHA-256 of the enveloped pages. */
    record PrintIntended(String job, String ciphertext, int sides) implements Fact {}

    record PrintJobCreated(int jobId) implements Fact {}

    /** @param result {@code PRINTED}, {@code NOT_PRINTED} or {@code UNKNOWN} */
    record PrintEnded(String result, int sides) implements Fact {}

    /**
     * {@code owed} in all is open between the kiosk and the resident.
     *
     * @param certain whether that is the whole truth; if not, people have to count before they settle it
     */
    record Claimed(int owed, boolean certain) implements Fact {}

    /**
     * About to print the slip of a claim, with these amounts on it. One for each visit: nothing is printed again, whatever becomes of
     * it.
     */
    record ClaimSlipIntended(int owed, boolean certain) implements Fact {}

    /** @param result {@code PRINTED}, {@code NOT_PRINTED} or {@code UNKNOWN} */
    record ClaimSlipEnded(String result) implements Fact {}

    /**
     * People have put a claim right. {@code settled} yen of what was owed are open no more: {@code refunded} were handed out, {@code covered}
     * are the fee of a document that was handed over, and the rest was not owed after all.
     *
     * @param ticket digits under which the store files it; may be empty
     * @param account whose desk it was
     */
    record ClaimSettled(
            Settlement how,
            int settled,
            int refunded,
            int covered,
            SettlementReason reason,
            String ticket,
            String account)
            implements Fact {}

    /** The staff has put away what a resident had left behind. */
    record LeftBehind(LeftItem item, String account) implements Fact {}

    /**
     * What was put away has left the store.
     *
     * @param number of the fact that told that it was put away
     */
    record HandedOn(long number, LeftItem item, LeftItemGoal to, String account) implements Fact {}

    /** The service is off until an operator's release names this visit. */
    record Latched(String check) implements Fact {}

    /**
     * inserted = kept + returned + owed. {@code result} as the center's protocol names it. A visit whose money was told after its end
     * is closed anew: its last end counts.
     */
    record Ended(String reason, String request, String result, int inserted, int kept, int returned, int owed)
            implements Fact {}

    /** The center has acknowledged the end of the visit. */
    record Reported() implements Fact {}

    /** The center will never take this report: nothing more is tried, and people have to look at it. */
    record ReportRefused(String refusal) implements Fact {}
}
