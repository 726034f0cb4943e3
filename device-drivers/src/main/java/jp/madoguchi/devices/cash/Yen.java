package jp.madoguchi.devices.cash;

/** An amount of money, in yen, never negative. */
public record Yen(int amount) implements Comparable<Yen> {
    public static final Yen ZERO = new Yen(0);

    public Yen {
        if (amount < 0) {
            throw new IllegalArgumentException("negative amount");
        }
    }

    public Yen plus(Yen other) {
        return new Yen(Math.addExact(amount, other.amount));
    }

    /** Throws when {@code other} is more than this. */
    public Yen minus(Yen other) {
        return new Yen(amount - other.amount);
    }

    public Yen times(int count) {
        return new Yen(Math.multiplyExact(amount, count));
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Yen other) {
        return Integer.compare(amount, other.amount);
    }
}
