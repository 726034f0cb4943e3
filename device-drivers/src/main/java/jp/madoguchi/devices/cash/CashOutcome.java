package jp.madoguchi.devices.cash;

/** What a pay-out gave. The amounts of each case add up to what was asked. */
public sealed interface CashOutcome {
    /** Everything was paid. */
    record Paid(Yen paid) implements CashOutcome {}

    /** The hoppers are certain to have paid {@code paid}; {@code owed} is still the resident's. */
    record Partial(Yen paid, Yen owed, CashTrouble trouble) implements CashOutcome {}

    /**
     * Nobody can say whether {@code uncertain} came out: the line was lost and the counters cannot be read, or they contradict
     * each other. Never sent again. {@link CashTrouble#PAY_OUT_UNKNOWN}.
     *
     * @param paid certain to have come out
     * @param owed certain not to have come out
     */
    record Unknown(Yen paid, Yen uncertain, Yen owed, String detail) implements CashOutcome {
        /** All that was asked and is not certain to have been paid. */
        public Yen open() {
            return uncertain.plus(owed);
        }
    }
}
