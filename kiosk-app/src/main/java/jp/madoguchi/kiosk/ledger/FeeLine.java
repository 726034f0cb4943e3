package jp.madoguchi.kiosk.ledger;

/**
 * Fees that were kept for one kind of document of one municipality.
 *
 * @param municipality its five digits; empty when an old fact does not say
 * @param kind as {@code docs/center-api.yaml} spells it; empty likewise
 * @param copies that were printed or handed over
 */
public record FeeLine(String municipality, String kind, int copies, int yen) {}
