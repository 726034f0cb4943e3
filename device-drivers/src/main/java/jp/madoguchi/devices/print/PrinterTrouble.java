package jp.madoguchi.devices.print;

import jp.madoguchi.devices.DeviceFailure;

/** What keeps a printer from printing, or will soon (IPP printer-state-reasons, severity suffix stripped). */
public enum PrinterTrouble implements DeviceFailure {
    OUT_OF_PAPER(
            "PRINT-01",
            new Words("A4の用紙がありません。", "There is no A4 paper."),
            new Words("カセットにA4の用紙を補給します。", "Load A4 paper into the cassette.")),
    PAPER_LOW(
            "PRINT-02",
            new Words("用紙が残り少なくなっています。", "Little paper is left."),
            new Words("早めにA4の用紙を補給します。印刷はまだできます。", "Load A4 paper soon. It still prints.")),
    OUT_OF_TONER(
            "PRINT-03", new Words("トナーがありません。", "There is no toner."), new Words("トナーを交換します。", "Replace the toner.")),
    TONER_LOW(
            "PRINT-04",
            new Words("トナーが残り少なくなっています。", "Little toner is left."),
            new Words("交換用のトナーを用意します。印刷はまだできます。", "Have new toner ready. It still prints.")),
    DOOR_OPEN(
            "PRINT-05",
            new Words("プリンターのふたが開いています。", "A door of the printer is open."),
            new Words("ふたを閉めます。", "Close it.")),
    JAM(
            "PRINT-06",
            new Words("用紙がつまっています。", "Paper is jammed."),
            new Words(
                    "つまった用紙を取り除きます。印刷された面は見ずに、手続きが終わるまで保管します。その後、シュレッダーで裁断します。",
                    "Remove the jammed paper. Do not look at the printed side; keep the sheet until the visit is over,"
                            + " then shred it.")),
    OUTPUT_FULL(
            "PRINT-07",
            new Words("排紙トレイがいっぱいです。", "The output tray is full, or nearly."),
            new Words("トレイの用紙を取り除きます。印刷された面は見ません。", "Take the sheets out. Do not look at the printed side.")),
    /** Switched off line, paused or shut down. */
    OFFLINE(
            "PRINT-08",
            new Words("プリンターが休止しています。", "The printer is off line or paused."),
            new Words("操作パネルで「オンライン」にします。", "Switch it on line at its panel.")),
    BUSY(
            "PRINT-09",
            new Words("プリンターがほかの印刷をしています。", "The printer is busy with something else."),
            new Words("終わるまで待ちます。続くときはプリンターの待ち行列を確かめます。", "Wait. If it goes on, look at the printer's queue.")),
    /** Cannot print A4, on two sides, or the format we send. */
    UNSUITABLE(
            "PRINT-10",
            new Words(
                    "このプリンターは、A4の両面印刷か、送る形式の印刷ができません。",
                    "This printer cannot print A4, on both sides, or the format that is sent."),
            new Words(
                    "プリンターの両面印刷の装置と設定、端末の設定の format を確かめます。",
                    "Check its duplex unit and settings, and format in the terminal's configuration.")),
    /** A reason this program has no word for; the log holds the printer's own. */
    OTHER(
            "PRINT-11",
            new Words("プリンターがほかの理由を知らせています。", "The printer reports something else."),
            new Words("プリンターの表示を見て、案内のとおりにします。", "Look at the printer's display and do what it says.")),
    /** No connection, or no IPP on it. */
    UNREACHABLE(
            "PRINT-12",
            new Words("プリンターにつながりません。", "The printer does not answer."),
            new Words(
                    "プリンターの電源と通信の線を確かめます。つながると自動で戻ります。",
                    "Check its power and network cable. Service comes back by itself.")),
    /** Somebody answers at its address with another certificate than the pinned one. */
    WRONG_CERTIFICATE(
            "PRINT-13",
            new Words(
                    "登録されたものと異なる証明書のプリンターが応答しました。何も送っていません。",
                    "What answers shows another certificate than the printer that was registered. Nothing was sent to it."),
            new Words(
                    "プリンターを交換したときは、その証明書を登録します。心当たりがないときは線を抜き、運用者に知らせます。",
                    "If the printer was replaced, register its certificate. If not, unplug it and tell the operator.")),
    /** Something at its address speaks HTTP, and says that the request is wrong there (HTTP status 4xx). */
    NOT_A_PRINTER(
            "PRINT-14",
            new Words(
                    "設定の場所で何かが応答しましたが、そこにプリンターはありません。",
                    "Something answers at this address, and it is no printer there."),
            new Words("設定の uri の機器名、ポート番号、パスを確かめます。", "Check host, port and path of the uri in the configuration."));

    private final Text text;

    PrinterTrouble(String code, Words meaning, Words action) {
        this.text = new Text(code, meaning, action);
    }

    @Override
    public Text text() {
        return text;
    }
}
