package jp.madoguchi.devices.card;

import jp.madoguchi.devices.DeviceFailure;

/** Why no card can be read at all. */
public enum ReaderTrouble implements DeviceFailure {
    NO_READER(
            "CARD-11",
            new Words("設定された名前のカードリーダーがありません。", "No card reader has the configured name."),
            new Words(
                    "リーダーのケーブルと、設定の [card] reader を確かめます。つながると自動で戻ります。",
                    "Check the reader's cable and [card] reader in the configuration. Service comes back by itself.")),
    SEVERAL_READERS(
            "CARD-12",
            new Words("設定された名前に合うカードリーダーが2台以上あります。", "Several card readers have the configured name."),
            new Words(
                    "使わないリーダーを外すか、設定の [card] reader を1台だけに合う名前にします。",
                    "Unplug the other readers, or give [card] reader a name that only one of them has.")),
    SERVICE_DOWN(
            "CARD-13",
            new Words("カードリーダーのサービス（pcscd）が応答しません。", "The card reader service (pcscd) does not answer."),
            new Words(
                    "systemctl restart pcscd を実行します。動き出すと自動で戻ります。",
                    "Run systemctl restart pcscd. Service comes back by itself."));

    private final Text text;

    ReaderTrouble(String code, Words meaning, Words action) {
        this.text = new Text(code, meaning, action);
    }

    @Override
    public Text text() {
        return text;
    }
}
