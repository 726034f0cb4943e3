package jp.madoguchi.workbench.attack;

import jp.madoguchi.kiosk.center.BindingCheck;
import jp.madoguchi.kiosk.terms.EndReason;

/** What must come of an attack. In none of them may anything be on paper but what the resident ordered, and paid for. */
public sealed interface Must {
    /**
     * The visit ends for this reason, with every yen given back; the next is served.
     *
     * @param why what the technician's log says of it, or a part of that
     */
    record Refused(EndReason end, String why) implements Must {
        @Override
        public String toString() {
            return end.slug() + (why.isEmpty() ? "" : " (" + why + ")");
        }
    }

    /** The kiosk is off, by the check that failed, and stays so. */
    record Latched(BindingCheck check) implements Must {
        @Override
        public String toString() {
            return "latched (" + check + ")";
        }
    }

    /** The attack is nothing to the visit: it gets its own document. */
    record Unharmed() implements Must {
        @Override
        public String toString() {
            return "none: served its own";
        }
    }
}
