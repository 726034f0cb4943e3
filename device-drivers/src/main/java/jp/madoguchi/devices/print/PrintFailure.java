package jp.madoguchi.devices.print;

import jp.madoguchi.devices.DeviceFailure;

/** How a job can end otherwise than printed; {@link PrintOutcome#failure()} names it. */
public enum PrintFailure implements DeviceFailure {
    NOT_PRINTED(
            "PRINT-21",
            new Words("1面も印刷されませんでした。", "Not one side was printed."),
            new Words("プリンターを直せば使えます。料金は返されます。", "Put the printer right and go on. The fee is returned.")),
    UNKNOWN(
            "PRINT-22",
            new Words(
                    "用紙が出たかどうか、プリンターの答えからは分かりません。",
                    "What came out, if anything, cannot be told from the printer's answers."),
            new Words(
                    "排紙トレイと紙の通り道を見て、出た枚数をお預かり番号とともに記録します。同じ証明書は印刷し直しません。",
                    "Look into tray and paper path; note the sheets with the claim number. It is never printed again."));

    private final Text text;

    PrintFailure(String code, Words meaning, Words action) {
        this.text = new Text(code, meaning, action);
    }

    @Override
    public Text text() {
        return text;
    }
}
