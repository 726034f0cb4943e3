package jp.madoguchi.kiosk.ledger;

/** What came of the wish to settle a claim. Only {@link Done} has changed anything. */
public sealed interface SettleOutcome {
    record Done(Fact.ClaimSettled settled) implements SettleOutcome {}

    /** There is nothing to settle: there never was, or somebody did it before. */
    record NothingOpen() implements SettleOutcome {}

    /** Another amount is open by now than the clerk has seen. */
    record Changed(Claim now) implements SettleOutcome {}

    /** The visit is not over, or a device is still to be asked what came out. */
    record NotOver(Claim now) implements SettleOutcome {}

    /** More than is open; or less, though nobody doubts what is; or a document that cannot have come. */
    record NotAllowed(Claim now) implements SettleOutcome {}

    /** The ledger cannot be written now. */
    record NotRecorded() implements SettleOutcome {}
}
