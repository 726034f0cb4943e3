package jp.madoguchi.simulators.cash;

/** Where an inserted note ended for now. */
public enum NoteFate {
    /** In escrow: the host decides. */
    HELD,
    /** In the stacker, and credited on the bus: the host has not asked for escrow. */
    STACKED,
    /** Back in the resident's hand. */
    RETURNED
}
