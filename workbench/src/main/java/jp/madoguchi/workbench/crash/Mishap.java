package jp.madoguchi.workbench.crash;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** What goes wrong with the stop. */
public enum Mishap {
    NONE,
    /** The current of every device fails at the same time. */
    POWER {
        @Override
        void strikes(Place place) {
            place.powerFails();
        }
    },
    /** Nothing can be written from that step on; the program goes on, and is stopped a while later. */
    DISK_FILLS,
    /** Nothing can be written at the next start. */
    DISK_FULL_AT_START,
    CLOCK_BACK {
        @Override
        void strikes(Place place) {
            place.stepClock(Duration.ofHours(-1));
        }
    },
    CLOCK_FORWARD {
        @Override
        void strikes(Place place) {
            place.stepClock(Duration.ofHours(26));
        }
    },
    /** The center does not answer while the program settles what was left. */
    CENTER_AWAY {
        @Override
        void strikes(Place place) {
            place.world().center().faults().cut();
        }
    },
    /** The resident goes on dropping coins. */
    COINS_IN_THE_DARK {
        @Override
        void strikes(Place place) {
            for (int coin : new int[] {100, 500}) {
                boolean ignored = place.drop(coin);
            }
        }
    };

    /** Those that only a program within this process can be made to believe. */
    static final Set<Mishap> WITHIN_A_PROCESS = Set.of(DISK_FILLS, DISK_FULL_AT_START, CLOCK_BACK, CLOCK_FORWARD);

    /** The program has just stopped. */
    void strikes(Place place) {}

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
