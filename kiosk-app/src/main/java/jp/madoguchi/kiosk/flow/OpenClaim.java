package jp.madoguchi.kiosk.flow;

import jp.madoguchi.devices.cash.Yen;

/**
 * What is open between the kiosk and the resident when a visit ends. Each of the three may be open alone.
 *
 * @param owed may be nothing, when only a doubt is open
 * @param doubtful how much of it may have come out already
 * @param uncounted whether money may have gone in that nobody counted
 * @param paper whether nobody knows if the document came out
 */
public record OpenClaim(Yen owed, Yen doubtful, boolean uncounted, boolean paper) {
    /** Whether {@code owed} is the whole truth of the money. */
    public boolean certain() {
        return doubtful.isZero() && !uncounted;
    }
}
