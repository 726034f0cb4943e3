package jp.madoguchi.kiosk.flow;

import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;

/** Why a visit ends, and what the center said beside it when the reason is the center's. */
public record End(EndReason reason, Circumstances circumstances) {
    /** Of a reason to which nobody had to add anything. */
    public End(EndReason reason) {
        this(reason, Circumstances.NONE);
    }
}
