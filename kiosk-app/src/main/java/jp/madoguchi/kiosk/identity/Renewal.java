package jp.madoguchi.kiosk.identity;

import jp.madoguchi.devices.card.TokenKind;

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

    static Renewal of(TokenKind token, boolean cardEndsToo) {
        return switch (token) {
            case MY_NUMBER_CARD, UNKNOWN -> cardEndsToo ? CARD : CERTIFICATES;
            case ANDROID_PHONE, IPHONE -> PHONE;
            case JUKI_CARD -> MY_NUMBER_CARD_INSTEAD;
        };
    }
}
