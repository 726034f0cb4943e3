package jp.madoguchi.devices.cash.cctalk;

import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;

/** What one event of an acceptor says. */
sealed interface Meaning {
    /** The money is in. */
    record Credit(Yen money) implements Meaning {}

    /** A note lies in escrow. */
    record Held(Yen note) implements Meaning {}

    /** Not taken. {@code fromEscrow}: what lay there no longer does. */
    record HandedBack(int code, boolean fromEscrow) implements Meaning {}

    /** Nothing more can be taken before a person has looked. */
    record Fault(CashTrouble trouble, String detail) implements Meaning {}

    /** Nothing more can be taken until {@code holds} is told to have ended; what was taken is safe. */
    record Condition(CashTrouble trouble, boolean holds) implements Meaning {}

    /** An empty place in the buffer where an event should be: the device has lost power. */
    record Missing() implements Meaning {}
}
