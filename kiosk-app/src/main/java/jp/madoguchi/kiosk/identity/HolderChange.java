package jp.madoguchi.kiosk.identity;

import java.util.Set;

/** A change in the register that ends a certificate before its time. */
public enum HolderChange {
    NAME,
    ADDRESS,
    SEX;

    /**
     * The certificates that are revoked by it: those that say what has changed. The holder keeps the other one, and can have a new
     * signature certificate at the municipal office.
     */
    public Set<Purpose> ends() {
        return Set.of(Purpose.DIGITAL_SIGNATURE);
    }
}
