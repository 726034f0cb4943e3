package jp.madoguchi.devices.cash;

import com.google.errorprone.annotations.CheckReturnValue;

/** Told of a pay-out, hopper by hopper, on the unit's own thread. */
public interface PayOutWitness {
    /**
     * About to ask the hopper at {@code address} for {@code coins} coins; it has paid {@code lifetimeCount} in its life.
     *
     * @return true once the fact is durable; false keeps the money in
     */
    @CheckReturnValue
    boolean paying(int address, Yen coin, int coins, int lifetimeCount);

    /**
     * What became of it. Follows every {@code paying} that answered true.
     *
     * @param coins how many are certain to have come out
     * @param certain whether that is all that came out; if not, nobody knows of the rest
     */
    void paid(int address, Yen coin, int coins, boolean certain);
}
