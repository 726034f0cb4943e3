package jp.madoguchi.kiosk.visit;

import java.util.OptionalLong;
import jp.madoguchi.kiosk.flow.Visit;

/**
 * The visit as it is to be shown.
 *
 * @param number grows with every change of stage; a tap names the screen it was made on, so that a late one is harmless
 * @param revision grows with every change of anything shown
 * @param until when the time is up, in nanoseconds that no clock steps, once the resident has to be warned of it
 */
public record Screen(Visit visit, long number, long revision, OptionalLong until) {
    /** One that hurries nobody. */
    public Screen(Visit visit, long number, long revision) {
        this(visit, number, revision, OptionalLong.empty());
    }
}
