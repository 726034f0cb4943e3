package jp.madoguchi.kiosk.flow;

import jp.madoguchi.kiosk.terms.EndReason;

/**
 * How a visit ended, for ledger and center: ids and amounts only.
 *
 * @param ordered whether a document was asked of the center
 */
public record Outcome(EndReason reason, boolean ordered, Money money) {}
