package jp.madoguchi.workbench.campaign;

import java.util.Locale;

/**
 * One row of the campaign: one blow at one exchange of a visit.
 *
 * @param token what lies on the reader
 * @param exchange with the blow's device, from 1, counted since the visit came so far that the device matters
 */
public record Strike(Token token, Blow blow, int exchange) {
    /** The same blow at another exchange. */
    Strike at(int exchange) {
        return new Strike(token, blow, exchange);
    }

    /** Who is struck. */
    String where() {
        return where(token, blow.device());
    }

    /** A device, and with the reader what lies on it, in words. */
    static String where(Token token, Device device) {
        return (device == Device.CARD ? token : device)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    @Override
    public String toString() {
        return where() + " " + exchange + " " + blow.words();
    }
}
