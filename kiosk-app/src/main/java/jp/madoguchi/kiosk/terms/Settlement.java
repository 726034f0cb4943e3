package jp.madoguchi.kiosk.terms;

/** How people put right what a kiosk left open. */
public enum Settlement {
    /** Money was handed out, of the store's drawer. */
    REFUNDED("返金"),
    /** The document was found after all, and handed over: its fee is kept. */
    PAPER_HANDED_OVER("証明書の引き渡し"),
    /** Nothing was owed after all, or nobody came for it. */
    VOID("取り消し");

    private final String japanese;

    Settlement(String japanese) {
        this.japanese = japanese;
    }

    /** As it stands on paper. */
    public String japanese() {
        return japanese;
    }
}
