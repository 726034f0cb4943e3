package jp.madoguchi.kiosk.audit;

/** Why a log is not what was written. */
public sealed interface Flaw {
    /** One sentence for the operator, naming the entry. */
    String words();

    /**
     * Where it shows.
     *
     * @param line counts from 1
     */
    record Place(String file, long line) {
        @Override
        public String toString() {
            return file + ", line " + line;
        }
    }

    /** There is no entry at all. */
    record Empty() implements Flaw {
        @Override
        public String words() {
            return "there is no entry in the log";
        }
    }

    record NoEntry(long expected, Place place) implements Flaw {
        @Override
        public String words() {
            return "entry " + expected + " was altered: what stands in its place is no entry (" + place + ")";
        }
    }

    record Altered(long sequence, Place place) implements Flaw {
        @Override
        public String words() {
            return "entry " + sequence + " was altered: its hash is not its own (" + place + ")";
        }
    }

    record Missing(long expected, long found, Place place) implements Flaw {
        @Override
        public String words() {
            return "entry " + expected + " is missing: entry " + found + " stands in its place (" + place + ")";
        }
    }

    record Repeated(long expected, long found, Place place) implements Flaw {
        @Override
        public String words() {
            return "entry " + found + " stands again where entry " + expected + " should be (" + place + ")";
        }
    }

    record Unchained(long sequence, Place place) implements Flaw {
        @Override
        public String words() {
            return sequence == 1
                    ? "entry 1 is not the first of a log (" + place + ")"
                    : "entry " + sequence + " does not follow the entry " + (sequence - 1)
                            + " that stands before it: one of them was replaced (" + place + ")";
        }
    }

    /** @param found as its first entry says */
    record OtherKiosk(String expected, String found) implements Flaw {
        @Override
        public String words() {
            return "entry 1 was altered or is another kiosk's: this is the log of " + found + ", not of " + expected;
        }
    }

    record Rewritten(Pin pin) implements Flaw {
        @Override
        public String words() {
            return "entry " + pin.sequence() + " is not the one that " + pin.who()
                    + " knows: it, or any before it, was altered and the chain made anew";
        }
    }

    record Shortened(long last, Pin pin) implements Flaw {
        @Override
        public String words() {
            String missing = last + 1 == pin.sequence()
                    ? "entry " + pin.sequence() + " is missing"
                    : "entries " + (last + 1) + " to " + pin.sequence() + " are missing";
            return missing + " at the end: " + pin.who() + " knows the log up to there";
        }
    }

    /** @param why in words */
    record BadCheckpoint(String who, String why) implements Flaw {
        @Override
        public String words() {
            return who + " cannot be believed: " + why;
        }
    }
}
