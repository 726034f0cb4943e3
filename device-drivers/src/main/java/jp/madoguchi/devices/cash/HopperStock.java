package jp.madoguchi.devices.cash;

/**
 * What one hopper is certain to hold.
 *
 * @param address tells the hopper from the others
 * @param coin what each of its coins is worth
 */
public record HopperStock(int address, Yen coin, int coins) {
    public HopperStock {
        if (coin.isZero() || coins < 0) {
            throw new IllegalArgumentException("a hopper holds no fewer than 0 coins of some worth");
        }
    }

    public Yen worth() {
        return coin.times(coins);
    }
}
