package jp.madoguchi.devices.card;

import jp.madoguchi.devices.DeviceFailure;

/** Why a card could not be used. Each is shown to the resident in words of its own. */
public enum CardFailure implements DeviceFailure {
    /** The card left the reader. */
    REMOVED(
            "CARD-01",
            new Words("カードがリーダーから離れました。", "The card left the reader."),
            new Words("カードをもう一度置いてもらい、終わるまで動かさないよう案内します。", "Place the card again and leave it until told.")),
    /** The card does not power up: skewed, too slow, or not a chip card. */
    UNRESPONSIVE(
            "CARD-02",
            new Words("カードが応答しません。", "The card does not answer."),
            new Words(
                    "カードの向きと位置を直し、ケースや他のカードから離して置き直します。続くときはそのカードは使えません。",
                    "Place it straight, out of its case and away from other cards. If it goes on, the card cannot be used.")),
    /** The card answered what its specification does not allow. */
    GARBLED(
            "CARD-03",
            new Words("カードから正しくない応答がありました。", "The card answered what no such card may answer."),
            new Words(
                    "置き直しても続くときは、市区町村の窓口で確認してもらいます。",
                    "If it goes on after placing the card again, the municipal office can examine it.")),
    /** Another program reset the card while it was ours. */
    RESET(
            "CARD-04",
            new Words("カードがほかのプログラムにリセットされました。", "Another program reset the card."),
            new Words("カードを置き直します。続くときは端末を再起動します。", "Place the card again. If it goes on, restart the terminal.")),
    /** The reader or the PC/SC service went away. */
    READER_GONE(
            "CARD-05",
            new Words("カードリーダーとの接続が切れました。", "The card reader went away."),
            new Words("リーダーのケーブルを確かめます。つながると自動で戻ります。", "Check the reader's cable. Service comes back by itself."));

    private final Text text;

    CardFailure(String code, Words meaning, Words action) {
        this.text = new Text(code, meaning, action);
    }

    @Override
    public Text text() {
        return text;
    }
}
