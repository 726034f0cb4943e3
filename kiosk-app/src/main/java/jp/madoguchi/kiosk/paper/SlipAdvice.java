package jp.madoguchi.kiosk.paper;

import jp.madoguchi.kiosk.identity.Renewal;

/** What the holder of a certificate can do about it, in the one line that a slip has for that. */
final class SlipAdvice {
    private SlipAdvice() {}

    static String japanese(Slip.Entry entry) {
        return switch (entry.standing()) {
            case REVOKED -> japaneseNewOne(entry.renewal());
            case ON_HOLD -> "届け出た方は市区町村の窓口へ。覚えのない方は下の電話へ";
            case UNVERIFIED -> "市区町村の窓口に、カードをお持ちになってご相談";
            case NOT_BEGUN -> "あす、もう一度。続くときは市区町村の窓口へ";
            case IN_FORCE, UNANSWERED, UNREGISTERED, ENDED -> japanese(entry.renewal());
        };
    }

    static String english(Slip.Entry entry) {
        return switch (entry.standing()) {
            case REVOKED -> englishNewOne(entry.renewal());
            case ON_HOLD -> "If you reported it: your municipal office. If not: call the number below";
            case UNVERIFIED -> "Ask at your municipal office, and bring the card";
            case NOT_BEGUN -> "Try again tomorrow. If this stays, ask at your municipal office";
            case IN_FORCE, UNANSWERED, UNREGISTERED, ENDED -> english(entry.renewal());
        };
    }

    /** Revoked is not renewed but issued anew, on the card that there is. */
    private static String japaneseNewOne(Renewal renewal) {
        return switch (renewal) {
            case CERTIFICATES, CARD -> "市区町村の窓口で新しいものを発行（無料。カードを持参）";
            case PHONE -> "マイナポータルアプリで新しいものを申し込み";
            case MY_NUMBER_CARD_INSTEAD -> japanese(renewal);
        };
    }

    private static String englishNewOne(Renewal renewal) {
        return switch (renewal) {
            case CERTIFICATES, CARD -> "Your municipal office issues a new one, free. Bring the card";
            case PHONE -> "Apply for a new one in the Mynaportal app, with the card at hand";
            case MY_NUMBER_CARD_INSTEAD -> english(renewal);
        };
    }

    private static String japanese(Renewal renewal) {
        return switch (renewal) {
            case CERTIFICATES -> "お住まいの市区町村の窓口（無料。カードと暗証番号）";
            case CARD -> "新しいカードを申請し、市区町村の窓口で受け取り";
            case PHONE -> "マイナポータルアプリ（カードを手元に用意）";
            case MY_NUMBER_CARD_INSTEAD -> "更新できません。マイナンバーカードの申請を（無料）";
        };
    }

    private static String english(Renewal renewal) {
        return switch (renewal) {
            case CERTIFICATES -> "Your municipal office, with the card and its PINs. Free of charge";
            case CARD -> "Apply for a new card, and fetch it at your municipal office";
            case PHONE -> "The Mynaportal app on the phone, with the card at hand";
            case MY_NUMBER_CARD_INSTEAD -> "It cannot be renewed. Apply for a My Number Card (free)";
        };
    }
}
