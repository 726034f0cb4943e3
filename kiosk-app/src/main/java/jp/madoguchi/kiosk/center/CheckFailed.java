package jp.madoguchi.kiosk.center;

/** Carries the first check that failed up to {@link DocumentBinding}, which answers it as a {@link Verification}. */
final class CheckFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final BindingCheck check;

    CheckFailed(BindingCheck check) {
        super(check.name(), null, false, false); // an outcome, not a defect: no stack trace
        this.check = check;
    }

    BindingCheck check() {
        return check;
    }
}
