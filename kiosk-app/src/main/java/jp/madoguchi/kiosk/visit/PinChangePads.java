package jp.madoguchi.kiosk.visit;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.PinFlaw;

/** The PIN that a card has, and the one that it is to have, typed twice. Any thread. */
public record PinChangePads(PinPad current, PinPad next, PinPad again) {
    public boolean complete() {
        return current.complete() && next.complete() && again.complete();
    }

    /** What speaks against the new PIN before it is typed again. */
    public Optional<PinFlaw> flawOfNext() {
        if (next.same(current)) {
            return Optional.of(PinFlaw.UNCHANGED);
        }
        return next.weak() ? Optional.of(PinFlaw.WEAK) : Optional.empty();
    }

    /** What speaks against giving it to the card. */
    public Optional<PinFlaw> flaw() {
        return again.same(next) ? flawOfNext() : Optional.of(PinFlaw.UNLIKE);
    }

    /** Wipes them all. */
    public void clear() {
        current.clear();
        next.clear();
        again.clear();
    }
}
