package jp.madoguchi.kiosk.flow;

import jp.madoguchi.devices.cash.Yen;

/**
 * What is open between the kiosk and the resident when a visit ends.
 *
 * @param owed may be nothing, when only the doubt is open
 * @param uncounted whether money may have gone in that nobody counted
 * @param paper whether nobody knows if the document came out
 */
public record OpenClaim(Yen owed, boolean uncounted, boolean paper) {}
