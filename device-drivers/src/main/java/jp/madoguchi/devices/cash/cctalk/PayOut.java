package jp.madoguchi.devices.cash.cctalk;

import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.PayOutWitness;

/**
 * One pay-out of one hopper. The hopper's own counters decide what it gave; the answer to the dispense command never does.
 *
 * <table>
 * <caption>Verdict when the hopper is idle and disabled; 3 coins asked, event counter 7 and lifetime count 500 before</caption>
 * <tr><th>event</th><th>paid</th><th>unpaid</th><th>lifetime</th><th>verdict</th></tr>
 * <tr><td>8</td><td>3</td><td>0</td><td>503</td><td>paid</td></tr>
 * <tr><td>8</td><td>1</td><td>2</td><td>501</td><td>one paid, two owed</td></tr>
 * <tr><td>7</td><td>any</td><td>any</td><td>500</td><td>the command never arrived: three owed</td></tr>
 * <tr><td>0</td><td>any</td><td>any</td><td>502</td><td>it lost power; the count that survives says two, one owed</td></tr>
 * <tr><td>8</td><td>3</td><td>0</td><td>502</td><td>unknown: its counters disagree</td></tr>
 * <tr><td>9</td><td>any</td><td>any</td><td>any</td><td>unknown: somebody else commands it</td></tr>
 * </table>
 */
final class PayOut {
    private static final Duration POLL = Duration.ofMillis(150);

    /** A hopper gives up by itself after some ten seconds without a coin. */
    private static final Duration STUCK = Duration.ofSeconds(20);

    /** Even one that turns back at every coin is quicker. */
    private static final Duration LONGEST_PER_COIN = Duration.ofSeconds(5);

    private static final Duration UNREACHED = Duration.ofSeconds(10);
    private static final int EVENTS = 255;

    private final Hopper hopper;
    private final DispenseCode dispenseCode;
    private final Pace pace;
    private final int coins;

    /** What came of it. */
    sealed interface Result {
        /** So many came out and no more; {@code trouble} says why not all. */
        record Gave(int coins, Optional<CashTrouble> trouble) implements Result {}

        /** The witness did not take it: nothing was asked of the hopper. */
        record Withheld() implements Result {}

        /** Nobody knows how many came out. */
        record Uncertain(String detail) implements Result {}
    }

    PayOut(Hopper hopper, DispenseCode dispenseCode, Pace pace, int coins) {
        this.hopper = hopper;
        this.dispenseCode = dispenseCode;
        this.pace = pace;
        this.coins = coins;
    }

    /** The witness is told what came of it, when it was told of it before. */
    Result pay(PayOutWitness witness) {
        Optional<Hopper.Standing> before = hopper.standing();
        if (before.isEmpty()) {
            return gave(0, CashTrouble.UNREACHABLE);
        }
        if (before.get().status().remaining() > 0) {
            return gave(0, CashTrouble.JAM); // it has not finished what it was asked before
        }
        Optional<byte[]> code = hopper.code(dispenseCode);
        if (code.isEmpty()) {
            return gave(0, CashTrouble.UNREACHABLE);
        }
        if (!witness.paying(hopper.address(), hopper.coin(), coins, before.get().lifetime())) {
            return new Result.Withheld();
        }
        Result result = ask(before.get(), code.get());
        boolean certain = result instanceof Result.Gave;
        witness.paid(hopper.address(), hopper.coin(), certain ? ((Result.Gave) result).coins() : 0, certain);
        return result;
    }

    private Result ask(Hopper.Standing before, byte[] code) {
        Reply enabled = hopper.enable();
        if (!(enabled instanceof Reply.Given)) {
            return gave(0, enabled instanceof Reply.Refused ? CashTrouble.JAM : CashTrouble.UNREACHABLE);
        }
        return follow(before, hopper.dispense(code, coins));
    }

    private Result follow(Hopper.Standing before, Reply sent) {
        long begun = pace.nanos();
        Duration longest = STUCK.plus(LONGEST_PER_COIN.multipliedBy(coins));
        long heard = begun;
        long moved = begun;
        int left = coins;
        boolean stopping = false;
        while (true) {
            Optional<Hopper.Status> status = hopper.status();
            if (status.isPresent()) {
                heard = pace.nanos();
                if (status.get().remaining() == 0) {
                    Optional<Hopper.Standing> after = idle();
                    if (after.isPresent()) {
                        return verdict(before, after.get(), sent);
                    }
                } else if (status.get().remaining() < left) {
                    left = status.get().remaining();
                    moved = stopping ? moved : pace.nanos();
                }
            }
            if (pace.left(UNREACHED, heard).isZero()) {
                return new Result.Uncertain("the hopper no longer answers; dispense was " + sent.said());
            }
            boolean stuck = pace.left(STUCK, moved).isZero();
            if (stopping && stuck) {
                return new Result.Uncertain("the hopper neither pays nor stops");
            }
            if (!stopping && (stuck || pace.left(longest, begun).isZero())) {
                stopping = true;
                moved = pace.nanos();
                // Its answer is a count that the status tells as well, and the status is what is asked next.
                Reply ignored = hopper.emergencyStop();
            }
            if (!pace.pause(POLL)) {
                return new Result.Uncertain("interrupted while paying");
            }
        }
    }

    /** Where it stands once it can pay no more; empty while that is not certain. */
    private Optional<Hopper.Standing> idle() {
        if (!(hopper.disable() instanceof Reply.Given)) {
            return Optional.empty();
        }
        return hopper.standing().filter(standing -> standing.status().remaining() == 0);
    }

    private Result verdict(Hopper.Standing before, Hopper.Standing after, Reply sent) {
        int given = after.paidSince(before.lifetime());
        Hopper.Status now = after.status();
        boolean took = now.event() == before.status().event() % EVENTS + 1;
        boolean agrees = took && now.paid() == given && now.paid() + now.unpaid() == coins;
        boolean never = now.event() == before.status().event() && given == 0;
        boolean lostPower = now.event() == 0 && given <= coins;
        if (agrees || never || lostPower) {
            return given == coins
                    ? new Result.Gave(coins, Optional.empty())
                    : gave(given, trouble(given, lostPower, sent));
        }
        return new Result.Uncertain(
                "the hopper's counters disagree: " + before + ", then " + after + "; dispense was " + sent.said());
    }

    private CashTrouble trouble(int given, boolean lostPower, Reply sent) {
        if (given == 0 && sent instanceof Reply.Silent) {
            return CashTrouble.UNREACHABLE;
        }
        Hopper.Flags flags = hopper.flags();
        if (lostPower || flags.lostPower()) {
            return CashTrouble.POWER_LOST;
        }
        return flags.timedOut() || hopper.sensesLow() ? CashTrouble.HOPPER_EMPTY : CashTrouble.JAM;
    }

    private static Result gave(int given, CashTrouble trouble) {
        return new Result.Gave(given, Optional.of(trouble));
    }
}
