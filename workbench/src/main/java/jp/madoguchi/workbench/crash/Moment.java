package jp.madoguchi.workbench.crash;

import java.util.Locale;

/** When, of one step, the program is stopped. */
public enum Moment {
    /** Nothing of it has been done. */
    BEFORE,
    /** Of a write to the ledger only: it is on the disk in part. */
    MIDST,
    /** It has been done, and the program has not heard of it. */
    AFTER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
