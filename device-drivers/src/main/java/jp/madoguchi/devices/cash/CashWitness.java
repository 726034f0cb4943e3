package jp.madoguchi.devices.cash;

/** Told of what happens at the slots, on the unit's own thread, before the unit polls again. */
public interface CashWitness {
    /** What becomes of a note in escrow. */
    enum Routing {
        STACK,
        RETURN
    }

    /**
     * Returns once the fact is durable. Money is told in the order it came, each exactly once, whether wanted or not. What throws at
     * {@link CashEvent.Counting} keeps every slot shut.
     */
    void happened(CashEvent event);

    /**
     * A note that could be changed lies in escrow. Answers {@code STACK} once the intent to keep it is durable. It is the resident's
     * until {@link CashEvent.Inserted} tells that it is stacked, which may never come: a note that is held is not credited.
     *
     * @param counter the validator's event counter
     */
    Routing held(Yen note, int counter);
}
