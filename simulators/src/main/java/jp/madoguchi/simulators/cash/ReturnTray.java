package jp.madoguchi.simulators.cash;

/** Where a resident finds coins: the ones that fell through and the ones paid out. Guarded by the simulator's lock. */
final class ReturnTray {
    private int yen;

    void add(int coin) {
        yen += coin;
    }

    int yen() {
        return yen;
    }

    int take() {
        int taken = yen;
        yen = 0;
        return taken;
    }
}
