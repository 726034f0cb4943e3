package jp.madoguchi.simulators.printer;

import java.util.ArrayList;
import java.util.List;

/** Paper, door, toner and trays: what a hand can touch. Guarded by the engine's lock. */
final class Mechanism {
    /** Sheets the cassette and the output tray hold. */
    static final int CAPACITY = 250;

    private static final int LOW = 10;

    private int cassette = CAPACITY;
    private int tray;
    private int jamAt;
    private int powerLossAt;
    private boolean jammed;
    private boolean doorOpen;
    private boolean offline;
    private boolean tonerLow;

    /** Whether the next side can be printed; a back needs no fresh sheet. */
    boolean ready(boolean freshSheet) {
        return !jammed && !doorOpen && !offline && !(freshSheet && (cassette == 0 || tray >= CAPACITY));
    }

    boolean offline() {
        return offline;
    }

    /** Takes a sheet from the cassette. */
    void feed() {
        cassette--;
    }

    /** Whether printing side {@code side} of a job (1 is the first) jams, which it does once. */
    boolean jamsAt(int side) {
        if (side != jamAt) {
            return false;
        }
        jamAt = 0;
        jammed = true;
        return true;
    }

    /** Whether the current fails while side {@code side} of a job is printed, which it does once. */
    boolean losesPowerAt(int side) {
        boolean now = side == powerLossAt;
        powerLossAt = now ? 0 : powerLossAt;
        return now;
    }

    void armPowerLoss(int side) {
        powerLossAt = side;
    }

    void eject() {
        tray++;
    }

    void armJam(int side) {
        jamAt = side;
    }

    /** Pulls out the sheet; a jam that has not come yet does not come any more. */
    boolean clearJam() {
        boolean was = jammed;
        jammed = false;
        jamAt = 0;
        return was;
    }

    void door(boolean open) {
        doorOpen = open;
    }

    void offline(boolean off) {
        offline = off;
    }

    void tonerLow(boolean low) {
        tonerLow = low;
    }

    void paper(int sheets) {
        cassette = sheets;
    }

    int cassette() {
        return cassette;
    }

    int tray() {
        return tray;
    }

    int take() {
        int taken = tray;
        tray = 0;
        return taken;
    }

    /** printer-state-reasons with their severity (RFC 8011, 5.4.12); never empty. */
    List<String> reasons(boolean jobWaits) {
        List<String> reasons = new ArrayList<>();
        if (doorOpen) {
            reasons.add("door-open-error");
        }
        if (jammed) {
            reasons.add("media-jam-error");
        }
        if (cassette == 0) {
            reasons.add("media-empty-error");
            if (jobWaits) {
                reasons.add("media-needed-error");
            }
        } else if (cassette <= LOW) {
            reasons.add("media-low-warning");
        }
        if (tray >= CAPACITY) {
            reasons.add("output-area-full-error");
        }
        if (tonerLow) {
            reasons.add("toner-low-report");
        }
        if (offline) {
            // Without a suffix a reason counts as an error; devices mix both.
            reasons.add("paused");
        }
        return reasons.isEmpty() ? List.of("none") : reasons;
    }
}
