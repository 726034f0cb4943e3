package jp.madoguchi.devices.cash;

/** Told of a pay-out before it happens. */
@FunctionalInterface
public interface PayOutWitness {
    /**
     * About to ask the hopper at {@code address} for {@code coins} coins; it has paid {@code lifetimeCount} in its life.
     * Returns once the fact is durable; throws to keep the money in.
     */
    void paying(int address, int coins, int lifetimeCount);
}
