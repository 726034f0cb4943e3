package jp.madoguchi.devices.cash;

import jp.madoguchi.devices.DeviceFailure;

/** What keeps the cash unit from taking or giving money, or soon will. */
public enum CashTrouble implements DeviceFailure {
    /** The serial line cannot be opened or nobody answers on it. */
    UNREACHABLE(
            "CASH-01",
            new Words("現金装置が応答しません。", "The cash unit does not answer."),
            new Words(
                    "現金装置の電源とケーブルを確かめます。つながると自動で戻ります。",
                    "Check the cash unit's power and cable. Service comes back by itself.")),
    /** The hoppers hold too little, or not the coins, to give change or the money back. */
    NO_CHANGE(
            "CASH-02",
            new Words("釣り銭が足りません。", "There is not enough change."),
            new Words(
                    "釣り銭を補充し、枚数を設定の hopper-coins に書きます。",
                    "Fill the hoppers and write the counts to hopper-coins in the configuration.")),
    /** A coin is stuck, or the acceptor or a hopper reports a fault. */
    JAM(
            "CASH-03",
            new Words("硬貨が詰まっているか、硬貨の装置が故障しています。", "A coin is stuck, or a coin device has a fault."),
            new Words("詰まった硬貨を取り除きます。続くときは保守に連絡します。", "Take out the stuck coin. If it goes on, call maintenance.")),
    /** More happened than the device could report, or it lost power while it was open: the count is not to be trusted. */
    EVENTS_LOST(
            "CASH-04",
            new Words("入金の記録が一部失われました。", "Some of what was inserted may not have been counted."),
            new Words(
                    "金庫の金額と台帳を照合し、利用者の申し出を記録します。",
                    "Compare the cash box with the ledger and note what the resident says was inserted.")),
    /** What is connected is not what the configuration says. */
    UNSUITABLE(
            "CASH-05",
            new Words("接続された現金装置が設定と合いません。", "The connected cash device is not the configured one."),
            new Words(
                    "設定の accepts と hoppers、装置のアドレスと対応金種を確かめます。",
                    "Check accepts and hoppers in the configuration, and the device's address and denominations.")),
    /** The pay-out could not be recorded beforehand, so it was not made. */
    WITHHELD(
            "CASH-06",
            new Words("記録できなかったため、払い出しを行いませんでした。", "Nothing was paid out because it could not be recorded."),
            new Words(
                    "ディスクの空きと台帳を確かめ、利用者に未払い額を返します。",
                    "Check the disk and the ledger, and give the resident the amount that is owed.")),
    /** Nobody can say what came out of a hopper. */
    PAY_OUT_UNKNOWN(
            "CASH-07",
            new Words("払い出した金額が分かりません。", "Nobody can say how much was paid out."),
            new Words(
                    "受け皿とホッパーの枚数を数え、台帳と照合してから差額を返します。自動では払い直しません。",
                    "Count tray and hopper, compare with the ledger, then settle the difference. It is never paid again by itself.")),
    /** A hopper ran dry during a pay-out although its count said otherwise. */
    HOPPER_EMPTY(
            "CASH-08",
            new Words("払い出しの途中でホッパーが空になりました。", "A hopper ran empty during a pay-out."),
            new Words(
                    "ホッパーを補充し、数えた枚数を設定の hopper-coins に書きます。",
                    "Fill the hopper and write its count to hopper-coins in the configuration.")),
    /** A hopper lost power during a pay-out; its counters say how much came out. */
    POWER_LOST(
            "CASH-09",
            new Words("払い出しの途中でホッパーの電源が切れました。", "A hopper lost power during a pay-out."),
            new Words(
                    "現金装置の電源を確かめ、利用者に未払い額を返します。",
                    "Check the cash unit's power, and give the resident the amount that is owed.")),
    /** A note is stuck between mouth and stacker, or the validator reports a fault. */
    NOTE_JAM(
            "CASH-10",
            new Words("紙幣が詰まっているか、紙幣の装置が故障しています。", "A note is stuck, or the bill validator has a fault."),
            new Words(
                    "詰まった紙幣を取り除き、台帳にない紙幣は利用者に返します。",
                    "Take out the stuck note; one that the ledger does not show as inserted is the resident's.")),
    /** Warning: soon there will be no change. */
    NEARLY_EMPTY(
            "CASH-11",
            new Words("釣り銭が残り少なくなっています。", "A hopper is nearly empty."),
            new Words("早めに釣り銭を補充します。", "Fill the hopper soon.")),
    /** Warning: the stacker takes no more notes; coins are taken. */
    STACKER_FULL(
            "CASH-12",
            new Words("紙幣の収納庫がいっぱいです。硬貨は使えます。", "The stacker is full. Coins are still taken."),
            new Words("収納庫の紙幣を回収します。", "Empty the stacker.")),
    /** Warning: the stacker is not in its place; coins are taken. */
    STACKER_REMOVED(
            "CASH-13",
            new Words("紙幣の収納庫が外れています。硬貨は使えます。", "The stacker is not in its place. Coins are still taken."),
            new Words("収納庫を元に戻します。", "Put the stacker back.")),
    /** Warning: one hopper, or a bill validator with nothing more to tell, does not answer; the others serve on. */
    PART_SILENT(
            "CASH-14",
            new Words("ホッパーまたは紙幣の装置の一つが応答しません。", "One of the hoppers, or the bill validator, does not answer."),
            new Words(
                    "その装置の電源とケーブルを確かめます。ほかの装置で続けています。",
                    "Check that device's power and cable. Service goes on with the others."));

    private final Text text;

    CashTrouble(String code, Words meaning, Words action) {
        this.text = new Text(code, meaning, action);
    }

    @Override
    public Text text() {
        return text;
    }
}
