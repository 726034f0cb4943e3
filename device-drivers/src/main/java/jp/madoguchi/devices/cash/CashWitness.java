package jp.madoguchi.devices.cash;

/** Told of what happens at the coin slot, on the unit's own thread, before the unit polls again. */
@FunctionalInterface
public interface CashWitness {
    /** Returns once the fact is durable. Coins are told in the order they fell, each exactly once, whether wanted or not. */
    void happened(CashEvent event);
}
