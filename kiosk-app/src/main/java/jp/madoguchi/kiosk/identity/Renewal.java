package jp.madoguchi.kiosk.identity;

/** What it takes to have valid certificates again, and where. */
public enum Renewal {
    /** New certificates on the same card: at the municipal office of residence, with the card and its PINs. Both at once. */
    CERTIFICATES,
    /**
     * The card ends with its certificates: a new card, applied for by letter, telephone or photo booth and fetched at the municipal
     * office. A resident with a period of stay has that extended first, then the card at the municipal office before it ends.
     */
    CARD,
    /** New certificates on the telephone, with the app of マイナポータル and the card at hand. */
    PHONE,
    /** Nothing can be put on a Juki card any more: a My Number Card is applied for instead, free, at the municipal office. */
    MY_NUMBER_CARD_INSTEAD;

    static Renewal of(Medium medium, boolean cardEndsToo) {
        return switch (medium) {
            case MY_NUMBER_CARD -> cardEndsToo ? CARD : CERTIFICATES;
            case PHONE -> PHONE;
            case JUKI_CARD -> MY_NUMBER_CARD_INSTEAD;
        };
    }
}
