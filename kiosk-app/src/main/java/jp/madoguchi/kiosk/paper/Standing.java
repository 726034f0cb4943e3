package jp.madoguchi.kiosk.paper;

/** How a certificate stands on the day of its slip. Only what is in force, as far as anybody knows, is told when to renew it. */
public enum Standing {
    /** Since the day as of which its authority said so. */
    IN_FORCE("有効です（%sの情報）", "In force (as of %s)"),
    /** Nothing is against it, and nobody has said yet whether it still holds. */
    UNANSWERED("失効していないかは、まだ確かめていません", "Whether it has been revoked is not known yet"),
    UNREGISTERED("まだ登録されていません。発行から1日ほどかかります", "Not registered yet: that takes about a day after its issue"),
    /** Since the day of its revocation. */
    REVOKED("%sに失効しました", "Revoked on %s"),
    /** Since the day of its suspension. */
    ON_HOLD("%sから停止中です", "Suspended since %s"),
    /** Of an authority that kiosk or center does not know, or not by the rules. */
    UNVERIFIED("確かめられませんでした。有効とは限りません", "It could not be verified, and may not be in force"),
    NOT_BEGUN("有効期間がまだ始まっていません", "Its time has not begun"),
    ENDED("有効期限が切れています", "It has ended");

    private final String japanese;
    private final String english;

    Standing(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    String japanese(String day) {
        return String.format(japanese, day);
    }

    String english(String day) {
        return String.format(english, day);
    }

    boolean renewable() {
        return this == IN_FORCE || this == UNANSWERED || this == UNREGISTERED;
    }
}
