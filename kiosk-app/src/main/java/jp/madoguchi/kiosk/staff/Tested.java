package jp.madoguchi.kiosk.staff;

import java.util.Set;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;

/**
 * What a self-test has shown.
 *
 * @param obstacles what the device says of itself
 */
public record Tested(Part part, Finding finding, Set<Obstacle> obstacles) {
    /** In one word; the desk has a sentence for each. */
    public enum Finding {
        /** The reader is there; with a test card on it more can be said. */
        READER_THERE(true),
        /** A card was read without its PIN; of what kind is all that was looked at. */
        CARD_READ(true),
        /** A card was read that is none for this kiosk. */
        OTHER_CARD_READ(true),
        CARD_UNREADABLE(false),
        TEST_PAGE_PRINTED(true),
        /** Nothing came out. */
        TEST_PAGE_NOT_PRINTED(false),
        /** Nobody can say what came out. */
        TEST_PAGE_UNKNOWN(false),
        CASH_READY(true),
        CENTER_ANSWERS(true),
        LEDGER_WRITES(true),
        /** What it says of itself is in the way. */
        IN_THE_WAY(false),
        /** Somebody is being served. */
        NOT_NOW(false),
        /** No answer within the time that is waited for one. */
        SILENT(false);

        private final boolean good;

        Finding(boolean good) {
            this.good = good;
        }

        public boolean good() {
            return good;
        }
    }

    public Tested {
        obstacles = Set.copyOf(obstacles);
    }

    public Tested(Part part, Finding finding) {
        this(part, finding, Set.of());
    }
}
