package jp.madoguchi.kiosk.terms;

import java.util.Arrays;
import java.util.List;

/** Why a claim was settled as it was. A list and no words of one's own: nobody's name can stand in it. */
public enum SettlementReason {
    MONEY_NOT_GIVEN_BACK(Settlement.REFUNDED, "おつりや返金が出なかった"),
    PAPER_NOT_PRINTED(Settlement.REFUNDED, "証明書が出なかった"),
    PAPER_SPOILT(Settlement.REFUNDED, "途中で止まった・用紙が傷んだ"),
    MONEY_FOUND(Settlement.REFUNDED, "機械で見つけたお金を渡した"),
    PAPER_FOUND(Settlement.PAPER_HANDED_OVER, "残っていた証明書を渡した"),
    PAPER_CAME_LATE(Settlement.PAPER_HANDED_OVER, "直した後に出た証明書を渡した"),
    MONEY_WAS_GIVEN_BACK(Settlement.VOID, "お金は出ていた"),
    PAPER_WAS_TAKEN(Settlement.VOID, "証明書は受け取っていた"),
    NOTHING_WAS_MISSING(Settlement.VOID, "数えたら不足はなかった"),
    NOBODY_CAME(Settlement.VOID, "期限までに申し出がなかった"),
    TRIAL(Settlement.VOID, "店員の試運転だった");

    private final Settlement of;
    private final String japanese;

    SettlementReason(Settlement of, String japanese) {
        this.of = of;
        this.japanese = japanese;
    }

    /** Of which settlement it can be the reason. */
    public Settlement of() {
        return of;
    }

    /** As it stands on paper. */
    public String japanese() {
        return japanese;
    }

    /** All that can be the reason of {@code settlement}, the usual one first. */
    public static List<SettlementReason> of(Settlement settlement) {
        return Arrays.stream(values()).filter(reason -> reason.of == settlement).toList();
    }
}
