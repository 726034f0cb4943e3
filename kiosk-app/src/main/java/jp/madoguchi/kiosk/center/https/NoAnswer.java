package jp.madoguchi.kiosk.center.https;

import jp.madoguchi.kiosk.terms.CenterTrouble;

/** Carries a trouble from where it is seen up to {@link HttpsCenter}, which answers it as a value. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final CenterTrouble trouble;
    private final String detail;

    NoAnswer(CenterTrouble trouble, String detail) {
        super(detail, null, false, false); // an outcome, not a defect: no stack trace
        this.trouble = trouble;
        this.detail = detail;
    }

    static NoAnswer garbled(String detail) {
        return new NoAnswer(CenterTrouble.GARBLED, detail);
    }

    CenterTrouble trouble() {
        return trouble;
    }

    String detail() {
        return detail;
    }
}
