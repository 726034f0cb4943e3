package jp.madoguchi.kiosk.staff;

import jp.madoguchi.kiosk.terms.Slug;

/** Why a visit that is under way is brought to its end. */
public enum Purpose {
    /** Staff need the kiosk: another visit may begin afterwards. */
    END_VISIT,
    /** Nobody is served until it is called off: something outside wants the kiosk idle. */
    DRAIN,
    RESTART,
    REBOOT,
    POWER_OFF;

    public String slug() {
        return Slug.of(this);
    }
}
