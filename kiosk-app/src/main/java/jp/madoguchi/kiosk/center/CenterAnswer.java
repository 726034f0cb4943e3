package jp.madoguchi.kiosk.center;

import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.Refusal;

/**
 * Every answer that a call to the center can have.
 *
 * @param <T> what the center gives when it says yes
 */
public sealed interface CenterAnswer<T> {
    record Given<T>(T value) implements CenterAnswer<T> {}

    /** The center said no. */
    record Refused<T>(Refusal refusal, Circumstances circumstances) implements CenterAnswer<T> {
        public Refused(Refusal refusal) {
            this(refusal, Circumstances.NONE);
        }
    }

    /**
     * The center said nothing that counts.
     *
     * @param detail for the technician's log; holds nothing personal
     */
    record Failed<T>(CenterTrouble trouble, String detail) implements CenterAnswer<T> {}
}
