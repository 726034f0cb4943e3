package jp.madoguchi.workbench.campaign;

import java.util.Locale;

/**
 * One row of the campaign: one blow at one exchange of a visit.
 *
 * @param token what lies on the reader
 * @param exchange with the blow's device, from 1, counted since the visit came so far that the device matters
 */
public record Strike(Token token, Blow blow, int exchange) {
    /** Who is struck: a token at its reader, or a device. */
    String where() {
        return blow.device() == Device.CARD
                ? token.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : device();
    }

    private String device() {
        return blow.device().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return where() + " " + exchange + " " + blow.words();
    }
}
