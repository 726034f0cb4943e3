package jp.madoguchi.kiosk.act;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.visit.SecretPad;

/** What was typed goes to the card as bytes, which are wiped however the act ends. */
final class TypedSecrets {
    private TypedSecrets() {}

    /** All of the pads, or none: one that was emptied meanwhile lets the act not happen. */
    static Event with(List<SecretPad> pads, Function<List<byte[]>, Event> act) {
        List<byte[]> typed =
                pads.stream().map(SecretPad::take).flatMap(Optional::stream).toList();
        try {
            return typed.size() == pads.size() ? act.apply(typed) : new Event.PinIncomplete();
        } finally {
            typed.forEach(secret -> Arrays.fill(secret, (byte) 0));
        }
    }
}
