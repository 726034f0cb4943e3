package jp.madoguchi.workbench.crash;

import java.time.Duration;
import java.util.Locale;
import jp.madoguchi.simulators.printer.AfterJam;

/** What a resident does in a visit, and what goes wrong in it by itself. */
public enum Scenario {
    /** One coin, and change for it. */
    CHANGE,
    /** Two copies for coins and a note, and change. */
    NOTE {
        @Override
        int copies() {
            return 2;
        }
    },
    /** Money is in when the resident thinks better of it. */
    CANCEL,
    /** A sheet jams, and the job is given up when it is pulled out. */
    JAM {
        @Override
        boolean hidesPaper() {
            return true;
        }

        @Override
        void paid(Place place) {
            place.world().printer().jamAtSide(2);
            place.later(HAND, () -> place.world().printer().clearJam(AfterJam.ABORT));
        }
    },
    /** A sheet jams, and the job goes on when it is pulled out. */
    JAM_MENDED {
        @Override
        boolean hidesPaper() {
            return true;
        }

        @Override
        void paid(Place place) {
            place.world().printer().jamAtSide(1);
            place.later(HAND, () -> place.world().printer().clearJam(AfterJam.RESUME));
        }
    },
    /** The printer's cable is out for a while. */
    PRINTER_AWAY {
        @Override
        boolean hidesPaper() {
            return true;
        }

        @Override
        void paid(Place place) {
            place.world().printer().line(false);
            place.later(HAND, () -> place.world().printer().line(true));
        }
    },
    /** A hopper runs dry in the midst of the change. */
    NO_CHANGE {
        @Override
        void paid(Place place) {
            place.leaveInHopper(HUNDREDS, 1);
        }
    },
    /** Nobody answers when the end of the visit is reported. */
    CENTER_AWAY {
        @Override
        void paid(Place place) {
            place.world().center().faults().cut();
            place.later(HAND, place::centerBack);
        }
    };

    private static final Duration HAND = Duration.ofMillis(1500);
    private static final int HUNDREDS = 3;

    /** Of the certificate. */
    int copies() {
        return 1;
    }

    /** Whether it may be unknown what came out of the printer, though nothing else goes wrong. */
    boolean hidesPaper() {
        return false;
    }

    /** The last coin is about to be dropped: what goes wrong now. */
    void paid(Place place) {}

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
