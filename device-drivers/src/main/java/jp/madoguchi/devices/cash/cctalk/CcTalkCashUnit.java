package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A coin acceptor, hoppers and perhaps a bill validator on a ccTalk line. Everything happens on one thread, in the order it was asked
 * for; a line that was lost is opened again by the next question. When {@code stop()} answers {@code UNREACHABLE}, the money
 * that came is told as soon as the line is back.
 */
@CheckReturnValue
public final class CcTalkCashUnit implements CashUnit {
    private static final Logger LOG = LoggerFactory.getLogger(CcTalkCashUnit.class);

    private final CcTalkLine line;
    private final Till till;
    private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor(CcTalkCashUnit::thread);
    private final ScheduledFuture<?> ticking;
    private final Consumer<Error> fatal;

    /**
     * Opens nothing yet.
     *
     * @param coinsAt how many coins are certain to be in the hopper at a ccTalk address now: those declared when it was filled,
     *     less those paid since. Coins that are taken go to the cash box and never count. Asked on the unit's thread.
     * @param lastCounters the counter of each device's last event that was durably told, so that money which came while the
     *     program was down is told now; empty when none ever was, or none is to be
     * @param fatal ends the program: called on the unit's thread, with the slots shut as far as possible, when an error comes up
     *     between two questions. One that comes up in a question is thrown to whoever asked, the slots shut likewise.
     */
    public CcTalkCashUnit(
            SerialOpener opener,
            CashSettings settings,
            DispenseCode dispenseCode,
            IntUnaryOperator coinsAt,
            Map<CashDevice, Integer> lastCounters,
            CashWitness witness,
            Pace pace,
            Consumer<Error> fatal) {
        this.fatal = fatal;
        this.line = new CcTalkLine(opener, settings.port(), pace);
        this.till = new Till(line, settings, dispenseCode, coinsAt, lastCounters, witness, pace);
        long poll = settings.poll().toMillis();
        this.ticking = owner.scheduleWithFixedDelay(this::tick, poll, poll, TimeUnit.MILLISECONDS);
    }

    @Override
    public CashStatus status() {
        return onOwner(till::status);
    }

    @Override
    public CashStatus accept(Yen price) {
        return onOwner(() -> till.accept(price));
    }

    @Override
    public CashStatus stop() {
        return onOwner(till::stop);
    }

    @Override
    public CashOutcome payOut(Yen amount, PayOutWitness witness) {
        return onOwner(() -> {
            CashOutcome outcome = till.payOut(amount, witness);
            LOG.info("pay-out of {} yen: {}", amount.amount(), outcome);
            return outcome;
        });
    }

    @Override
    public Set<CashDevice> unsettled() {
        return onOwner(till::unsettled);
    }

    @Override
    public OptionalInt paidSince(int address, int lifetimeCount) {
        return onOwner(() -> till.paidSince(address, lifetimeCount));
    }

    @Override
    public void close() {
        ticking.cancel(false);
        Future<?> closing = owner.submit(() -> {
            CashStatus shut = till.stop();
            LOG.info("closing, the slots answer {}", shut);
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
            till.tick();
        } catch (RuntimeException e) { // a witness that could not write; an exception would end the ticking
            LOG.error("money could not be told; taking no more", e);
            till.mistrust();
        } catch (Error e) { // as above, and nobody would know that nothing ticks any more
            shutAfter(e);
            fatal.accept(e);
        }
    }

    private void shutAfter(Error e) {
        LOG.error("the cash unit cannot go on", e);
        till.mistrust();
    }

    /** Waits even when interrupted: every question is bounded, and an outcome about money must not be dropped. */
    private <T> T onOwner(Callable<T> question) {
        Future<T> answer = owner.submit(() -> {
            try {
                return question.call();
            } catch (Error e) {
                shutAfter(e);
                throw e;
            }
        });
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
            if (e.getCause() instanceof Error error) {
                throw error;
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
