package jp.madoguchi.devices.cash;

import java.util.Set;

/** What happened at the slots. */
public sealed interface CashEvent {
    /**
     * A coin fell into the machine, or a note into the stacker: the resident's money is ours to account for.
     *
     * @param counter the device's event counter at this credit
     */
    record Inserted(Yen money, CashDevice device, int counter) implements CashEvent {}

    /**
     * Something was handed back; no money changed hands.
     *
     * @param counter the device's event counter: a program that starts again goes on from it
     * @param code the device's own word for why
     */
    record Rejected(CashDevice device, int counter, int code) implements CashEvent {}

    /**
     * A device is about to be opened, and counts on from {@code counter}. A program that is killed before the first event goes on from
     * here: without it money that fell meanwhile would pass for old.
     */
    record Counting(CashDevice device, int counter) implements CashEvent {}

    /**
     * The device counts from 0 when it is first asked, or asked again after it was away: it has told nothing since it was switched on,
     * and if it had anything to tell before, that is lost.
     */
    record Restarted(CashDevice device) implements CashEvent {}

    /** What the slots take from now on, as long as they are open: told when it changes. Never empty. */
    record Taking(Set<Yen> money) implements CashEvent {
        public Taking {
            money = Set.copyOf(money);
        }
    }

    /** Something broke while money was being taken. No more is taken. */
    record Broken(CashTrouble trouble, String detail) implements CashEvent {}
}
