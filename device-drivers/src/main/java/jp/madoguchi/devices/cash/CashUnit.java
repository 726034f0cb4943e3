package jp.madoguchi.devices.cash;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Money in, coins out. The unit has a thread of its own that owns its wire; the methods may be called from any one thread and
 * block until the wire has answered, within bounds. The port says nothing of ccTalk, so that a JVMA/VCCS adapter can stand here too:
 * {@link Openings} and {@link ChangePlan} hold the rules that every adapter keeps.
 */
@CheckReturnValue
public interface CashUnit extends AutoCloseable {
    Duration CLOSING = Duration.ofSeconds(10);

    /** Asks the devices now. */
    CashStatus status();

    /**
     * Opens the slots for a price. Money is taken only while less than the price is inserted, and only what {@link Openings} allows:
     * everything inserted could be given back, and the change be given exactly, whatever comes next. Answers {@code NotReady}, with
     * the slots shut and before any money is taken, when the price cannot be reached that way, and as long as money of an earlier
     * sale may still be told: what is told late is told while this has not answered {@code Ready}.
     */
    CashStatus accept(Yen price);

    /**
     * Shuts the slots, gives back a note that is not yet to be stacked, and waits for the money that had already passed: after
     * this returns all of it has been told to the witness, unless it answers {@code NotReady}: then more may be told until
     * {@link #status} or {@link #accept} is {@code Ready}.
     */
    CashStatus stop();

    /**
     * Gives back {@code amount}, or the most of it that the hoppers can pay exactly. Each hopper is asked once; if its answer is lost
     * its counters decide, never a second command. What one fails to pay the others pay, if they can.
     */
    CashOutcome payOut(Yen amount, PayOutWitness witness);

    /**
     * The devices that may still tell money: opened, by this run of the program or an earlier one, and not found shut since with
     * all that had passed told to the witness. Empty when every slot is known to be shut. Asks nothing of the devices: it is what
     * the last answers said.
     */
    Set<CashDevice> unsettled();

    /**
     * How many coins the hopper at {@code address} has paid since its lifetime count was {@code lifetimeCount}, for a pay-out in whose
     * midst an earlier run of the program ended. Makes sure that it pays no more. Empty when it does not answer, still pays, or is
     * no hopper of this unit.
     */
    OptionalInt paidSince(int address, int lifetimeCount);

    /** Shuts the slots and leaves the wire, within {@link #CLOSING}. */
    @Override
    void close();
}
