package jp.madoguchi.kiosk.center;

/** What the checks of a document came to. Each refusal carries the first check that failed. */
public sealed interface Verification {
    /** Every check held. */
    record Verified(IssuedDocument document) implements Verification {}

    /** Not signed by a document signer of the center: the visit is ended and undone, and the event recorded. */
    record Untrusted(BindingCheck check) implements Verification {}

    /** Validly signed and bound to something else: the kiosk latches off. */
    record Misbound(BindingCheck check) implements Verification {}

    /** Validly signed and bound to this visit, but not valid now: the visit is ended and undone. */
    record OutOfTime(BindingCheck check) implements Verification {}
}
