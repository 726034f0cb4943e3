package jp.madoguchi.simulators.card;

import java.util.concurrent.atomic.AtomicInteger;

/** How many wrong PINs are still allowed. It outlives power-down; on a card from files it outlives the program. */
interface Tries {
    int left();

    /** Durable when this returns true: a card writes the spent try before it compares. False: nothing was written. */
    boolean leave(int tries);

    static Tries inMemory(int tries) {
        AtomicInteger left = new AtomicInteger(tries);
        return new Tries() {
            @Override
            public int left() {
                return left.get();
            }

            @Override
            public boolean leave(int tries) {
                left.set(tries);
                return true;
            }
        };
    }
}
