package jp.madoguchi.devices.cash;

/** What a pay-out gave. */
public sealed interface CashOutcome {
    /** Everything was paid. */
    record Paid(Yen paid) implements CashOutcome {}

    /** The hopper is certain to have paid {@code paid}; {@code owed} is still the resident's. */
    record Partial(Yen paid, Yen owed, CashTrouble trouble) implements CashOutcome {}

    /** Nobody can say what came out: the line was lost and the counters cannot be read. Never sent again. */
    record Unknown(Yen asked, String detail) implements CashOutcome {}
}
