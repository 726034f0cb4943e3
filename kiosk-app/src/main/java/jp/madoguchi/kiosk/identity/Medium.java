package jp.madoguchi.kiosk.identity;

/** What carries a certificate, as far as it matters to its renewal. */
public enum Medium {
    MY_NUMBER_CARD,
    PHONE,
    /** 住民基本台帳カード */
    JUKI_CARD
}
