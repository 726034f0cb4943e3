package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A coin acceptor and one hopper on a ccTalk line. Everything happens on one thread, in the order it was asked for; a line that
 * was lost is opened again by the next question.
 *
 * <p>Two coins that fall within one poll interval are both told, even if only one of them could be given back: the mask is
 * narrowed after a coin is known. When {@code stop()} answers {@code UNREACHABLE}, the coins that fell are told as soon as the
 * line is back.
 */
@CheckReturnValue
public final class CcTalkCashUnit implements CashUnit {
    private static final Logger LOG = LoggerFactory.getLogger(CcTalkCashUnit.class);
    private static final int MOST_COINS = 255;
    private static final int SMALLEST_COIN_TAKEN = 100;
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final CcTalkLine line;
    private final Hopper hopper;
    private final CoinSlot slot;
    private final DispenseCode dispenseCode;
    private final Pace pace;
    private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor(CcTalkCashUnit::thread);
    private final ScheduledFuture<?> ticking;

    /**
     * Where the devices are.
     *
     * @param port the serial device
     * @param hopperAddress the hopper's ccTalk address, 3 or more
     * @param hopperCoin what each of its coins is worth: it must be able to change the coins that are taken
     * @param poll between two polls while coins are taken: 100 to 200 ms (part 3)
     */
    public record Settings(String port, int hopperAddress, Yen hopperCoin, Duration poll) {
        private static final Duration USUAL_POLL = Duration.ofMillis(150);

        /** Throws {@code IllegalArgumentException}, naming the rule. */
        public Settings {
            if (hopperAddress < 3 || hopperAddress > 255) {
                throw new IllegalArgumentException("a hopper's address is 3 to 255, not " + hopperAddress);
            }
            if (hopperCoin.isZero() || SMALLEST_COIN_TAKEN % hopperCoin.amount() != 0) {
                throw new IllegalArgumentException(
                        "a hopper of " + hopperCoin.amount() + " yen coins cannot give back a 100 yen coin");
            }
        }

        public static Settings of(String port, int hopperAddress, Yen hopperCoin) {
            return new Settings(port, hopperAddress, hopperCoin, USUAL_POLL);
        }
    }

    /**
     * Opens nothing yet.
     *
     * @param hopperCoins how many coins are certain to be in the hopper now: those declared when it was filled, less those paid
     *     since. Coins that are taken go to the cash box and never count. Asked on the unit's thread.
     * @param lastCounter the counter of the last coin that was durably told, so that coins which fell while the program was
     *     down are told now; empty when none ever was, or none is to be
     */
    public CcTalkCashUnit(
            SerialOpener opener,
            Settings settings,
            DispenseCode dispenseCode,
            IntSupplier hopperCoins,
            OptionalInt lastCounter,
            CashWitness witness,
            Pace pace) {
        this.line = new CcTalkLine(opener, settings.port(), pace);
        this.hopper = new Hopper(line, settings.hopperAddress(), settings.hopperCoin());
        this.slot =
                new CoinSlot(new CoinAcceptor(line), hopper, hopperCoins, witness, pace, settings.poll(), lastCounter);
        this.dispenseCode = dispenseCode;
        this.pace = pace;
        long poll = settings.poll().toMillis();
        this.ticking = owner.scheduleWithFixedDelay(this::tick, poll, poll, TimeUnit.MILLISECONDS);
    }

    @Override
    public CashStatus status() {
        return onOwner(slot::status);
    }

    @Override
    public CashStatus accept() {
        return onOwner(slot::accept);
    }

    @Override
    public CashStatus stop() {
        return onOwner(slot::stop);
    }

    /** {@inheritDoc} The slot is shut first. An amount that the hopper's coin does not divide is refused by exception. */
    @Override
    public CashOutcome payOut(Yen amount, PayOutWitness witness) {
        int coins = amount.amount() / hopper.coin().amount();
        if (!hopper.coin().times(coins).equals(amount) || coins > MOST_COINS) {
            throw new IllegalArgumentException(amount.amount() + " yen are not 0 to " + MOST_COINS + " coins of "
                    + hopper.coin().amount() + " yen");
        }
        if (coins == 0) {
            return new CashOutcome.Paid(amount);
        }
        return onOwner(() -> {
            CashStatus shut = slot.stop();
            if (shut instanceof CashStatus.NotReady trouble) {
                LOG.info("paying out although the slot answers {}", trouble); // money is given back all the same
            }
            CashOutcome outcome = new PayOut(hopper, dispenseCode, pace, coins).pay(witness);
            LOG.info("pay-out of {} coins: {}", coins, outcome);
            return outcome;
        });
    }

    /** Shuts the slot and leaves the line, within ten seconds. */
    @Override
    public void close() {
        ticking.cancel(false);
        Future<?> closing = owner.submit(() -> {
            CashStatus shut = slot.stop();
            LOG.info("closing, the slot answers {}", shut);
            line.close();
        });
        owner.shutdown();
        try {
            closing.get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("the cash unit does not close", e);
        }
    }

    private void tick() {
        try {
            slot.tick();
        } catch (RuntimeException e) { // a witness that could not write; an exception would end the ticking
            LOG.error("coins could not be told; taking no more", e);
            slot.mistrust();
        }
    }

    /** Waits even when interrupted: every question is bounded, and an outcome about money must not be dropped. */
    private <T> T onOwner(Callable<T> question) {
        Future<T> answer = owner.submit(question);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException("the cash unit's thread", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "cash unit");
        thread.setDaemon(true);
        return thread;
    }
}
