package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntSupplier;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;

/**
 * The coin slot: when it is open, for which coins, and who is told what fell. Owned by the unit's thread, which calls {@link
 * #tick()} every poll interval.
 *
 * <p>An event counts as told once the witness has returned; if it throws, the event is read and told again. As long as the slot
 * is not known to be shut, every tick tries to shut it and tells the coins that fell meanwhile.
 */
@CheckReturnValue
final class CoinSlot {
    private static final Set<Yen> TAKEN = Set.of(new Yen(100), new Yen(500));

    /** More polls than this with something new in each, and it is not coins that move the counter. */
    private static final int SETTLING_POLLS = 50;

    private static final int QUIET_POLLS = 2;

    private final CoinAcceptor acceptor;
    private final Hopper hopper;
    private final IntSupplier hopperCoins;
    private final CashWitness witness;
    private final Pace pace;
    private final Duration poll;

    private State state = State.UNKNOWN;
    private Map<Integer, Yen> channels = Map.of();
    private OptionalInt last;
    private Yen returnable = Yen.ZERO;
    private Yen inserted = Yen.ZERO;
    private int openChannels;
    private Optional<CashStatus.NotReady> fault = Optional.empty();

    private enum State {
        /** Not asked yet, or it stopped answering while it was shut. */
        UNKNOWN,
        SHUT,
        OPEN,
        /** To be shut, and not yet known to be. */
        CLOSING
    }

    CoinSlot(
            CoinAcceptor acceptor,
            Hopper hopper,
            IntSupplier hopperCoins,
            CashWitness witness,
            Pace pace,
            Duration poll,
            OptionalInt lastCounter) {
        this.acceptor = acceptor;
        this.hopper = hopper;
        this.hopperCoins = hopperCoins;
        this.witness = witness;
        this.pace = pace;
        this.poll = poll;
        this.last = lastCounter;
    }

    CashStatus status() {
        if (state == State.OPEN) {
            return new CashStatus.Ready(returnable);
        }
        return prepared().<CashStatus>map(trouble -> trouble).orElseGet(this::couldReturn);
    }

    CashStatus accept() {
        if (state == State.OPEN) {
            return new CashStatus.Ready(returnable);
        }
        CashStatus status = status();
        if (!(status instanceof CashStatus.Ready ready)) {
            return status;
        }
        Optional<CreditBuffer> news = news();
        if (news.isEmpty()) {
            return silent("the acceptor does not report coins");
        }
        Optional<CashStatus.NotReady> broken = tell(news.get());
        if (broken.isPresent()) {
            return broken.get();
        }
        fault = Optional.empty();
        returnable = ready.returnable();
        inserted = Yen.ZERO;
        openChannels = affordable();
        state = State.CLOSING; // until both commands are answered it may be open or not
        if (!(acceptor.open(openChannels) instanceof Reply.Given) || !(acceptor.master(true) instanceof Reply.Given)) {
            fault = Optional.of(silent("the acceptor does not open"));
            return stop();
        }
        state = State.OPEN;
        return ready;
    }

    CashStatus stop() {
        if (state == State.OPEN || state == State.CLOSING) {
            state = State.CLOSING;
            shut();
            if (state == State.CLOSING) {
                return fault.orElseGet(() -> silent("the acceptor does not shut"));
            }
        }
        return fault.<CashStatus>map(trouble -> trouble).orElseGet(this::status);
    }

    /** One poll, when there is something to poll for. */
    void tick() {
        if (state == State.CLOSING) {
            shut();
        } else if (state == State.OPEN) {
            Optional<CreditBuffer> news = news();
            if (news.isEmpty()) {
                giveUp("the acceptor does not report coins");
                return;
            }
            fault = tell(news.get());
            if (fault.isPresent()) {
                state = State.CLOSING;
                shut();
            } else if (!narrowed()) {
                giveUp("the acceptor does not change its coins");
            }
        }
    }

    /** After a tick has thrown: take no more, and let the next tick tell what this one could not. */
    void mistrust() {
        if (state == State.OPEN) {
            state = State.CLOSING;
        }
    }

    /** Makes sure that the slot is shut and its coins are known; empty when they are. */
    private Optional<CashStatus.NotReady> prepared() {
        if (state == State.SHUT && !(acceptor.poll() instanceof Reply.Given)) {
            state = State.UNKNOWN; // it may come back as another
        }
        if (state == State.UNKNOWN) {
            if (!(acceptor.master(false) instanceof Reply.Given)) { // it may stand open since an earlier run
                return Optional.of(silent("no coin acceptor"));
            }
            Optional<Map<Integer, Yen>> found = acceptor.channels();
            if (found.isEmpty()) {
                return Optional.of(silent("the acceptor does not name its coins"));
            }
            if (found.get().values().stream().noneMatch(TAKEN::contains)) {
                return Optional.of(new CashStatus.NotReady(
                        CashTrouble.UNSUITABLE, "the acceptor knows neither the 100 nor the 500 yen coin"));
            }
            channels = found.get();
        }
        if (state != State.SHUT) {
            shut();
        }
        return state == State.SHUT ? Optional.empty() : Optional.of(silent("the acceptor does not shut"));
    }

    private CashStatus couldReturn() {
        if (!(hopper.poll() instanceof Reply.Given)) {
            return silent("no hopper at address " + hopper.address());
        }
        Yen most = hopper.coin().times(hopper.sensesLow() ? 0 : Math.max(0, hopperCoins.getAsInt()));
        boolean enough = channels.values().stream().anyMatch(coin -> TAKEN.contains(coin) && coin.compareTo(most) <= 0);
        return enough
                ? new CashStatus.Ready(most)
                : new CashStatus.NotReady(CashTrouble.NO_CHANGE, "the hopper can return " + most.amount() + " yen");
    }

    /** The channels whose coin, and all that was inserted, could still be given back: channel 1 is bit 0. */
    private int affordable() {
        return channels.entrySet().stream()
                .filter(channel -> TAKEN.contains(channel.getValue()))
                .filter(channel -> inserted.plus(channel.getValue()).compareTo(returnable) <= 0)
                .mapToInt(channel -> 1 << (channel.getKey() - 1))
                .reduce(0, (mask, bit) -> mask | bit);
    }

    private boolean narrowed() {
        int affordable = affordable();
        if (affordable != openChannels) {
            if (!(acceptor.open(affordable) instanceof Reply.Given)) {
                return false;
            }
            openChannels = affordable;
        }
        return true;
    }

    private Optional<CreditBuffer> news() {
        return acceptor.credits() instanceof Reply.Given given
                ? Optional.of(CreditBuffer.since(last, given))
                : Optional.empty();
    }

    /** Tells what is new; answers what makes it impossible to go on, which has been told too. */
    private Optional<CashStatus.NotReady> tell(CreditBuffer news) {
        Optional<CashStatus.NotReady> broken = Optional.empty();
        for (CreditBuffer.Event event : news.events()) {
            Optional<CashEvent> meaning = meaning(event);
            meaning.ifPresent(witness::happened);
            last = OptionalInt.of(event.counter());
            if (meaning.isPresent() && meaning.get() instanceof CashEvent.Inserted coin) {
                inserted = inserted.plus(coin.coin());
            } else if (meaning.isPresent() && meaning.get() instanceof CashEvent.Broken fell) {
                broken = Optional.of(new CashStatus.NotReady(fell.trouble(), fell.detail()));
            }
        }
        // While it is known to be shut no coin falls, and what a shut slot hands back need not all be seen.
        if (news.lost() > 0 && state != State.SHUT) {
            broken = Optional.of(lost(news.lost() + " coin events can no longer be read"));
        }
        // At the first reading it may have been switched off over night.
        if (news.reset() && (state == State.OPEN || state == State.CLOSING)) {
            broken = Optional.of(lost("the acceptor lost power while it was open"));
        }
        last = OptionalInt.of(news.counter());
        return broken;
    }

    private CashStatus.NotReady lost(String detail) {
        witness.happened(new CashEvent.Broken(CashTrouble.EVENTS_LOST, detail));
        return new CashStatus.NotReady(CashTrouble.EVENTS_LOST, detail);
    }

    private Optional<CashEvent> meaning(CreditBuffer.Event event) {
        if (event.a() == 0) {
            if (event.b() == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    CoinAcceptor.isFault(event.b())
                            ? new CashEvent.Broken(CashTrouble.JAM, "coin acceptor error " + event.b())
                            : new CashEvent.Rejected(event.b()));
        }
        Yen coin = channels.get(event.a());
        return Optional.of(
                coin == null
                        ? new CashEvent.Broken(
                                CashTrouble.UNSUITABLE, "a coin without a value fell on channel " + event.a())
                        : new CashEvent.Inserted(coin, event.counter()));
    }

    private void giveUp(String detail) {
        CashStatus.NotReady trouble = silent(detail);
        fault = Optional.of(trouble);
        state = State.CLOSING;
        witness.happened(new CashEvent.Broken(trouble.trouble(), detail));
        shut();
    }

    /** Shuts and waits for what had already passed; the state stays what it is when the acceptor does not answer. */
    private void shut() {
        if (!(acceptor.master(false) instanceof Reply.Given)) {
            return;
        }
        int quiet = 0;
        for (int polls = 0; quiet < QUIET_POLLS; polls++) {
            Optional<CreditBuffer> news = news();
            if (news.isEmpty() || polls == SETTLING_POLLS) {
                return;
            }
            OptionalInt before = last;
            Optional<CashStatus.NotReady> broken = tell(news.get());
            fault = fault.or(() -> broken);
            quiet = last.equals(before) ? quiet + 1 : 0;
            if (quiet < QUIET_POLLS && !pace.pause(poll)) {
                return;
            }
        }
        state = State.SHUT;
    }

    private static CashStatus.NotReady silent(String detail) {
        return new CashStatus.NotReady(CashTrouble.UNREACHABLE, detail);
    }
}
