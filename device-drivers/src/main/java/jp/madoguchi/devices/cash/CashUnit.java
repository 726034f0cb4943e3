package jp.madoguchi.devices.cash;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * Coins in, coins out. The unit has a thread of its own that owns its wire; the methods may be called from any one thread and
 * block until the wire has answered. The port says nothing of ccTalk, so that a JVMA/VCCS adapter can stand here too.
 */
@CheckReturnValue
public interface CashUnit extends AutoCloseable {
    /** Asks the devices now. */
    CashStatus status();

    /**
     * Opens the coin slot. While it is open a denomination is taken only if everything inserted since, and that coin, could be
     * given back. Answers {@code NotReady}, with the slot shut, when it cannot.
     */
    CashStatus accept();

    /**
     * Shuts the coin slot and waits for the coins that had already passed it: after this returns every coin has been told to
     * the witness.
     */
    CashStatus stop();

    /**
     * Gives back {@code amount}, which is a multiple of the hopper's coin. The dispense command is sent once; if its
     * answer is lost the hopper's counters decide, never a second command.
     */
    CashOutcome payOut(Yen amount, PayOutWitness witness);

    @Override
    void close();
}
