package jp.madoguchi.workbench.attack;

import java.util.Map;
import jp.madoguchi.kiosk.center.BindingCheck;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.workbench.attack.Attack.Deed;
import jp.madoguchi.workbench.attack.Attack.Resident;
import jp.madoguchi.workbench.attack.Attack.Scene;
import jp.madoguchi.workbench.attack.Deeds.Change;

/** How the rows are written: what is usual for each of the three is left out. */
final class Rows {
    /** The document is asked for after this one. */
    static final String CONFIRM = "confirm";

    /** The visit is opened after this one, and its nonce given. */
    static final String PLACE_CARD = "place-card";

    /** The resident proves who it is after this one. */
    static final String ENTER_PIN = "enter-pin";

    private static final Resident USUAL = new Resident("aomori-hanako", Map.of());

    private Rows() {}

    static Attack center(String name, Change change, Must must) {
        return row(Hostile.CENTER, name, Deeds.forged(change), must);
    }

    static Attack front(String name, Deed deed, Must must) {
        return row(Hostile.FRONT, name, deed, must);
    }

    static Attack network(String name, Deed deed, Must must) {
        return row(Hostile.NETWORK, name, deed, must);
    }

    private static Attack row(Hostile hostile, String name, Deed deed, Must must) {
        return new Attack(hostile, name, Scene.ALONE, CONFIRM, deed, USUAL, must);
    }

    static Must latched(BindingCheck check) {
        return new Must.Latched(check);
    }

    static Must untrusted(BindingCheck check) {
        return new Must.Refused(EndReason.DOCUMENT_UNTRUSTED, check.name());
    }

    static Must outOfTime(BindingCheck check) {
        return new Must.Refused(EndReason.DOCUMENT_OUT_OF_TIME, check.name());
    }

    static Must garbled(String why) {
        return new Must.Refused(EndReason.CENTER_GARBLED, why);
    }

    static Must uncertain(String why) {
        return new Must.Refused(EndReason.CENTER_UNCERTAIN, why);
    }

    static Must noCenter(String why) {
        return new Must.Refused(EndReason.CENTER_UNTRUSTED, why);
    }

    /** The honest center refuses this kiosk what the front has made of its call. */
    static Must refused(String why) {
        return new Must.Refused(EndReason.CENTER_REFUSED_KIOSK, why);
    }

    /** It does not know the visit that the front has made of the resident's: beginning again helps. */
    static Must lost(String why) {
        return new Must.Refused(EndReason.CENTER_LOST_VISIT, why);
    }

    static Must refusedOtherwise(String why) {
        return new Must.Refused(EndReason.CENTER_REFUSED_OTHERWISE, why);
    }

    static Must unharmed() {
        return new Must.Unharmed();
    }
}
