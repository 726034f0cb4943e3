package jp.madoguchi.kiosk.flow;

import jp.madoguchi.kiosk.terms.EndReason;

/** How a visit ended, as the flow sees it. The ledger's own sum must come to the same. */
public record Outcome(EndReason reason, Money money) {}
