package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One slot, for coins or for notes: when it is open, for which money, and who is told what came. Owned by the unit's thread, which
 * calls {@link #tick()} every poll interval.
 *
 * <p>As long as the slot is not known to be shut, every tick tries to shut it and tells the money that came meanwhile.
 */
@CheckReturnValue
final class MoneySlot {
    private static final Logger LOG = LoggerFactory.getLogger(MoneySlot.class);

    /** More polls than this with something new in each, or a note that stays, and it is not money that moves the counter. */
    private static final int SETTLING_POLLS = 60;

    /** Longer than {@link Escrow} chases one note; a device with news after that never ends. */
    private static final Duration SETTLING = Duration.ofSeconds(45);

    private static final int QUIET_POLLS = 2;

    /** Polls in vain while it is open. Between two of them the other slot is polled. */
    private static final int MISSES = 3;

    /** After so many polls without news it is asked whether it is still open: power may have failed between two of them. */
    private static final int POLLS_TO_A_CHECK = 10;

    private final Mechanism mechanism;
    private final Set<Yen> accepts;
    private final CashWitness witness;
    private final Pace pace;
    private final Duration poll;
    private final SlotEvents events;

    private SlotState state = SlotState.UNKNOWN;
    private Set<Yen> open = Set.of();
    private int quietPolls;
    private int missed;
    private boolean settled;
    private Optional<CashStatus.NotReady> fault = Optional.empty();

    /**
     * A slot of which nothing is known yet.
     *
     * @param accepts the denominations to be taken
     * @param last the counter of the last event that was durably told
     */
    MoneySlot(
            Mechanism mechanism,
            Set<Yen> accepts,
            OptionalInt last,
            CashWitness witness,
            Escrow.Question question,
            Pace pace,
            Duration poll) {
        this.mechanism = mechanism;
        this.accepts = Set.copyOf(accepts);
        this.witness = witness;
        this.pace = pace;
        this.poll = poll;
        this.settled = last.isEmpty(); // it was never opened
        this.events = new SlotEvents(mechanism, last, witness, question, pace);
    }

    /** Makes sure that the slot is shut and its money is known; what keeps it from taking any. */
    Optional<CashStatus.NotReady> trouble() {
        if (state == SlotState.OPEN) {
            return Optional.empty();
        }
        if (state == SlotState.SHUT) {
            refresh();
        }
        if (state == SlotState.UNKNOWN) {
            Optional<CashStatus.NotReady> unidentified = identify();
            if (unidentified.isPresent()) {
                return unidentified;
            }
        }
        if (state != SlotState.SHUT) {
            shut();
        }
        if (state != SlotState.SHUT) {
            return fault.or(() -> Optional.of(silent("does not shut")));
        }
        return events.stillJammed().or(this::astray);
    }

    private Optional<CashStatus.NotReady> astray() {
        if (events.escrow().astray()) {
            events.escrow().seek();
        }
        return events.escrow().astray() ? Optional.of(Escrow.stuck()) : Optional.empty();
    }

    CashDevice device() {
        return mechanism.device();
    }

    /**
     * Whether all that came while it was open has been told: it was found shut since, and no note lies in escrow or is astray. A
     * device that goes silent after that has no more to tell.
     */
    boolean settled() {
        return settled && !events.escrow().holding() && !events.escrow().astray();
    }

    /** While it is shut nothing is taken; but a note may come back, and it may have been away. */
    private void refresh() {
        Optional<EventBuffer> news = events.news();
        if (news.isEmpty() || news.get().reset()) {
            state = SlotState.UNKNOWN; // it may come back as another, and open
        } else {
            Optional<CashStatus.NotReady> broken = events.tell(news.get(), state);
            fault = fault.or(() -> broken);
            events.escrow().chase().ifPresent(this::broke);
        }
    }

    private Optional<CashStatus.NotReady> identify() {
        if (!(mechanism.shut() instanceof Reply.Given)) { // it may stand open since an earlier run
            return Optional.of(silent("does not answer"));
        }
        Optional<String> category = mechanism.category();
        if (category.isPresent() && !mechanism.is(category.get())) {
            return Optional.of(unsuitable("a " + category.get() + " answers for the " + mechanism.name()));
        }
        Optional<Map<Integer, Yen>> found = mechanism.channels();
        if (found.isEmpty() || category.isEmpty()) {
            return Optional.of(silent("does not say what it is"));
        }
        if (found.get().values().stream().noneMatch(accepts::contains)) {
            return Optional.of(unsuitable("the " + mechanism.name() + " knows nothing that is to be taken"));
        }
        if (!(mechanism.clearEscrow() instanceof Reply.Given)) {
            return Optional.of(silent("does not empty its escrow"));
        }
        events.identified(found.get());
        return Optional.empty();
    }

    /** Which of the accepted money it could take now. */
    Set<Yen> takes() {
        return events.conditions().isEmpty()
                ? events.channels().values().stream().filter(accepts::contains).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** What does not stop it and should be seen to. */
    Set<CashTrouble> conditions() {
        return events.conditions();
    }

    boolean isOpen() {
        return state == SlotState.OPEN;
    }

    boolean isClosing() {
        return state == SlotState.CLOSING;
    }

    /** What came in since it was opened. */
    Yen inserted() {
        return events.inserted();
    }

    /** The note that may come in or not. */
    Optional<Yen> inEscrow() {
        return events.escrow().note();
    }

    Optional<CashStatus.NotReady> fault() {
        return fault;
    }

    /** Tells from where it will count, before it is opened. */
    void announce() {
        events.begin();
    }

    /** Opens a slot that {@link #trouble()} has found shut and that was announced. */
    Optional<CashStatus.NotReady> open(Set<Yen> money) {
        fault = Optional.empty();
        quietPolls = 0;
        missed = 0;
        settled = false;
        open = money;
        state = SlotState.CLOSING; // until both commands are answered it may be open or not
        if (!(mechanism.open(mask(money)) instanceof Reply.Given) || !(mechanism.admit() instanceof Reply.Given)) {
            fault = Optional.of(silent("does not open"));
            return fault;
        }
        state = SlotState.OPEN;
        return Optional.empty();
    }

    /** Takes from now on only {@code money}; false when the device does not answer, which has been told. */
    boolean narrow(Set<Yen> money) {
        if (state == SlotState.OPEN && !open.equals(money)) {
            if (!(mechanism.open(mask(money)) instanceof Reply.Given)) {
                giveUp(silent("does not change what it takes"));
                return false;
            }
            open = money;
        }
        return true;
    }

    private int mask(Set<Yen> money) {
        return events.channels().entrySet().stream()
                .filter(channel -> money.contains(channel.getValue()))
                .mapToInt(channel -> 1 << (channel.getKey() - 1))
                .reduce(0, (mask, bit) -> mask | bit);
    }

    /** One poll, when there is something to poll for. Whoever finds it no longer open shuts it, the coins first. */
    void tick() {
        if (state == SlotState.CLOSING) {
            shut();
        } else if (state == SlotState.OPEN) {
            Optional<EventBuffer> news = events.poll();
            if (news.isEmpty()) {
                missed++;
                if (missed == MISSES) {
                    giveUp(silent("does not report what came"));
                }
                return;
            }
            missed = 0;
            fault = events.tell(news.get(), state);
            if (fault.isEmpty() && unheardReset(news.get())) {
                fault = Optional.of(events.lost("lost power while it was open"));
            }
            if (fault.isEmpty()) {
                events.escrow().chase().ifPresent(this::broke);
            }
            if (fault.isPresent()) {
                close();
            }
        }
    }

    /** It does not answer while it is open. */
    private void giveUp(CashStatus.NotReady trouble) {
        fault = Optional.of(trouble);
        close();
        witness.happened(new CashEvent.Broken(trouble.trouble(), trouble.detail()));
    }

    private void broke(CashStatus.NotReady trouble) {
        fault = Optional.of(events.broke(trouble));
    }

    /** With no event before or after it, only the inhibit that came back tells that power failed. */
    private boolean unheardReset(EventBuffer news) {
        quietPolls = news.events().isEmpty() ? quietPolls + 1 : 0;
        return quietPolls % POLLS_TO_A_CHECK == POLLS_TO_A_CHECK - 1
                && mechanism.admits() instanceof Reply.Given given
                && (given.at(0) & 1) == 0;
    }

    /** To be shut from now on; the next {@link #tick()} or {@link #shut()} does it. */
    void close() {
        if (state == SlotState.OPEN) {
            state = SlotState.CLOSING;
        }
    }

    /** As {@link #close()}, and the device is told so, once; what came is not asked for. */
    void inhibit() {
        close();
        if (state == SlotState.CLOSING && !(mechanism.shut() instanceof Reply.Given)) {
            LOG.warn("the {} does not say that it is shut", mechanism.name());
        }
    }

    /** Shuts and waits for what had already passed; the state stays what it is when the device does not answer. */
    void shut() {
        if (!(mechanism.shut() instanceof Reply.Given)) {
            return;
        }
        events.escrow().giveBack();
        long since = pace.nanos();
        int quiet = 0;
        int polls = 0;
        while (quiet < QUIET_POLLS) {
            Optional<EventBuffer> news = events.news();
            if (news.isEmpty()
                    || polls == SETTLING_POLLS
                    || pace.left(SETTLING, since).isZero()) {
                return;
            }
            OptionalInt before = events.last();
            Optional<CashStatus.NotReady> broken = events.tell(news.get(), state);
            fault = fault.or(() -> broken);
            events.escrow().chase().ifPresent(this::broke);
            polls += events.escrow().holding() ? 0 : 1; // the escrow has a limit of its own
            quiet = events.last().equals(before) && !events.escrow().holding() ? quiet + 1 : 0;
            if (quiet < QUIET_POLLS && !pace.pause(poll)) {
                return;
            }
        }
        state = SlotState.SHUT;
        settled = true;
    }

    private CashStatus.NotReady silent(String detail) {
        return new CashStatus.NotReady(CashTrouble.UNREACHABLE, "the " + mechanism.name() + " " + detail);
    }

    private static CashStatus.NotReady unsuitable(String detail) {
        return new CashStatus.NotReady(CashTrouble.UNSUITABLE, detail);
    }
}
