package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;

/**
 * One slot, for coins or for notes: when it is open, for which money, and who is told what came. Owned by the unit's thread, which
 * calls {@link #tick()} every poll interval.
 *
 * <p>An event counts as told once the witness has returned; if it throws, the event is read and told again. As long as the slot
 * is not known to be shut, every tick tries to shut it and tells the money that came meanwhile.
 */
@CheckReturnValue
final class MoneySlot {
    /** More polls than this with something new in each, or a note that stays, and it is not money that moves the counter. */
    private static final int SETTLING_POLLS = 60;

    private static final int QUIET_POLLS = 2;

    /** After so many polls without news it is asked whether it is still open: power may have failed between two of them. */
    private static final int POLLS_TO_A_CHECK = 10;

    private final Mechanism mechanism;
    private final Set<Yen> accepts;
    private final CashWitness witness;
    private final Pace pace;
    private final Duration poll;
    private final Escrow escrow;

    private State state = State.UNKNOWN;
    private Map<Integer, Yen> channels = Map.of();
    private OptionalInt last;

    /** The last counter that the witness knows. */
    private OptionalInt witnessed;

    private Yen inserted = Yen.ZERO;
    private Set<Yen> open = Set.of();
    private int quietPolls;
    private boolean unchecked;
    private Optional<CashStatus.NotReady> jam = Optional.empty();
    private final Set<CashTrouble> conditions = EnumSet.noneOf(CashTrouble.class);
    private Optional<CashStatus.NotReady> fault = Optional.empty();

    private enum State {
        /** Not asked yet, or it stopped answering while it was shut. */
        UNKNOWN,
        SHUT,
        OPEN,
        /** To be shut, and not yet known to be. */
        CLOSING
    }

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
        this.last = last;
        this.witnessed = last;
        this.witness = witness;
        this.pace = pace;
        this.poll = poll;
        this.escrow = new Escrow(mechanism, question, pace);
    }

    /** Makes sure that the slot is shut and its money is known; what keeps it from taking any. */
    Optional<CashStatus.NotReady> trouble() {
        if (state == State.OPEN) {
            return Optional.empty();
        }
        if (state == State.SHUT) {
            refresh();
        }
        if (state == State.UNKNOWN) {
            Optional<CashStatus.NotReady> unidentified = identify();
            if (unidentified.isPresent()) {
                return unidentified;
            }
        }
        if (state != State.SHUT) {
            shut();
        }
        if (state != State.SHUT) {
            return fault.or(() -> Optional.of(silent("does not shut")));
        }
        return stillJammed();
    }

    /** While it is shut nothing is taken; but a note may come back, and it may have been away. */
    private void refresh() {
        Optional<EventBuffer> news = news();
        if (news.isEmpty() || news.get().reset()) {
            state = State.UNKNOWN; // it may come back as another, and open
        } else {
            Optional<CashStatus.NotReady> broken = tell(news.get());
            fault = fault.or(() -> broken);
            escrow.chase().ifPresent(this::broke);
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
        channels = found.get();
        jam = Optional.empty(); // it was away: what was stuck may have been taken out
        unchecked = true;
        return Optional.empty();
    }

    /** A fault lasts until the device has checked itself. One that knows no self-check has to be switched off and on. */
    private Optional<CashStatus.NotReady> stillJammed() {
        if (unchecked) {
            Reply check = mechanism.selfCheck();
            if (check instanceof Reply.Given given && given.data().length > 0) {
                int code = given.at(0);
                jam = code == 0
                        ? Optional.empty()
                        : Optional.of(new CashStatus.NotReady(
                                mechanism.jam(), "the " + mechanism.name() + " finds fault " + code + " in itself"));
            }
            unchecked = jam.isPresent();
        }
        return jam;
    }

    /** Which of the accepted money it could take now. */
    Set<Yen> takes() {
        return conditions.isEmpty()
                ? channels.values().stream().filter(accepts::contains).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** What does not stop it and should be seen to. */
    Set<CashTrouble> conditions() {
        return Set.copyOf(conditions);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isClosing() {
        return state == State.CLOSING;
    }

    /** What came in since it was opened. */
    Yen inserted() {
        return inserted;
    }

    /** The note that may come in or not. */
    Optional<Yen> inEscrow() {
        return escrow.note();
    }

    Optional<CashStatus.NotReady> fault() {
        return fault;
    }

    /** Opens a slot that {@link #trouble()} has found shut. */
    Optional<CashStatus.NotReady> open(Set<Yen> money) {
        if (!last.equals(witnessed)) {
            witness.happened(new CashEvent.Counting(mechanism.device(), last.orElseThrow()));
            witnessed = last;
        }
        fault = Optional.empty();
        inserted = Yen.ZERO;
        quietPolls = 0;
        open = money;
        state = State.CLOSING; // until both commands are answered it may be open or not
        if (!(mechanism.open(mask(money)) instanceof Reply.Given) || !(mechanism.admit() instanceof Reply.Given)) {
            fault = Optional.of(silent("does not open"));
            return fault;
        }
        state = State.OPEN;
        return Optional.empty();
    }

    /** Takes from now on only {@code money}; false when the device does not answer, which has been told. */
    boolean narrow(Set<Yen> money) {
        if (state == State.OPEN && !open.equals(money)) {
            if (!(mechanism.open(mask(money)) instanceof Reply.Given)) {
                giveUp(silent("does not change what it takes"));
                return false;
            }
            open = money;
        }
        return true;
    }

    private int mask(Set<Yen> money) {
        return channels.entrySet().stream()
                .filter(channel -> money.contains(channel.getValue()))
                .mapToInt(channel -> 1 << (channel.getKey() - 1))
                .reduce(0, (mask, bit) -> mask | bit);
    }

    /** One poll, when there is something to poll for. */
    void tick() {
        if (state == State.CLOSING) {
            shut();
        } else if (state == State.OPEN) {
            Optional<EventBuffer> news = news();
            if (news.isEmpty()) {
                giveUp(silent("does not report what came"));
                return;
            }
            fault = tell(news.get());
            if (fault.isEmpty() && unheardReset(news.get())) {
                fault = Optional.of(lost("lost power while it was open"));
            }
            if (fault.isEmpty()) {
                escrow.chase().ifPresent(this::broke);
            }
            if (fault.isPresent()) {
                close();
                shut();
            }
        }
    }

    /** It does not answer while it is open. The next tick begins to shut it. */
    private void giveUp(CashStatus.NotReady trouble) {
        fault = Optional.of(trouble);
        close();
        witness.happened(new CashEvent.Broken(trouble.trouble(), trouble.detail()));
    }

    private void broke(CashStatus.NotReady trouble) {
        jam = Optional.of(trouble);
        unchecked = true;
        fault = jam;
        witness.happened(new CashEvent.Broken(trouble.trouble(), trouble.detail()));
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
        if (state == State.OPEN) {
            state = State.CLOSING;
        }
    }

    private Optional<EventBuffer> news() {
        return mechanism.events() instanceof Reply.Given given
                ? Optional.of(EventBuffer.since(last, given))
                : Optional.empty();
    }

    /** Tells what is new; answers what makes it impossible to go on, which has been told too. */
    private Optional<CashStatus.NotReady> tell(EventBuffer news) {
        Optional<CashStatus.NotReady> broken = Optional.empty();
        boolean missing = false;
        List<Meaning> meanings = news.events().stream()
                .map(event -> mechanism.meaning(event, channels))
                .toList();
        for (int i = 0; i < meanings.size(); i++) {
            int counter = news.events().get(i).counter();
            boolean settled = meanings.subList(i + 1, meanings.size()).stream().anyMatch(MoneySlot::emptiesEscrow);
            Optional<CashStatus.NotReady> fell = tell(meanings.get(i), counter, settled);
            broken = fell.isPresent() ? fell : broken;
            missing |= meanings.get(i) instanceof Meaning.Missing;
            last = OptionalInt.of(counter);
            if (namesCounter(meanings.get(i))) {
                witnessed = last;
            }
        }
        // While it is known to be shut no money comes, and what a shut slot hands back need not all be seen.
        if (state != State.SHUT && (news.lost() > 0 || missing)) {
            broken = Optional.of(lost(missing ? "lost power" : "had more to tell than it can remember"));
        }
        // At the first reading it may have been switched off over night.
        if (news.reset() && (state == State.OPEN || state == State.CLOSING)) {
            broken = Optional.of(lost("lost power while it was open"));
        }
        if (news.reset()) {
            escrow.cleared();
        }
        last = OptionalInt.of(news.counter());
        return broken;
    }

    private static boolean namesCounter(Meaning meaning) {
        return meaning instanceof Meaning.Credit || meaning instanceof Meaning.HandedBack;
    }

    private static boolean emptiesEscrow(Meaning meaning) {
        return meaning instanceof Meaning.Credit || (meaning instanceof Meaning.HandedBack back && back.fromEscrow());
    }

    /** @param settled a later event of the same reading tells where the note went */
    private Optional<CashStatus.NotReady> tell(Meaning meaning, int counter, boolean settled) {
        if (emptiesEscrow(meaning)) {
            escrow.cleared();
        }
        if (meaning instanceof Meaning.Credit credit) {
            witness.happened(new CashEvent.Inserted(credit.money(), mechanism.device(), counter));
            inserted = inserted.plus(credit.money());
        } else if (meaning instanceof Meaning.HandedBack back) {
            witness.happened(new CashEvent.Rejected(mechanism.device(), counter, back.code()));
        } else if (meaning instanceof Meaning.Held held && !settled) {
            escrow.holds(held.note(), counter, state == State.OPEN);
        } else if (meaning instanceof Meaning.Condition condition) {
            condition(condition);
        } else if (meaning instanceof Meaning.Fault fell) {
            jam = Optional.of(new CashStatus.NotReady(fell.trouble(), fell.detail()));
            unchecked = true;
            witness.happened(new CashEvent.Broken(fell.trouble(), fell.detail()));
            return jam;
        }
        return Optional.empty();
    }

    private void condition(Meaning.Condition condition) {
        if (condition.holds()) {
            conditions.add(condition.trouble());
            escrow.giveBack();
        } else {
            conditions.remove(condition.trouble());
        }
    }

    private CashStatus.NotReady lost(String what) {
        CashStatus.NotReady lost =
                new CashStatus.NotReady(CashTrouble.EVENTS_LOST, "the " + mechanism.name() + " " + what);
        witness.happened(new CashEvent.Broken(lost.trouble(), lost.detail()));
        return lost;
    }

    /** Shuts and waits for what had already passed; the state stays what it is when the device does not answer. */
    void shut() {
        if (!(mechanism.shut() instanceof Reply.Given)) {
            return;
        }
        escrow.giveBack();
        int quiet = 0;
        int polls = 0;
        while (quiet < QUIET_POLLS) {
            Optional<EventBuffer> news = news();
            if (news.isEmpty() || polls == SETTLING_POLLS) {
                return;
            }
            OptionalInt before = last;
            Optional<CashStatus.NotReady> broken = tell(news.get());
            fault = fault.or(() -> broken);
            escrow.chase().ifPresent(this::broke);
            polls += escrow.holding() ? 0 : 1; // the escrow has a limit of its own
            quiet = last.equals(before) && !escrow.holding() ? quiet + 1 : 0;
            if (quiet < QUIET_POLLS && !pace.pause(poll)) {
                return;
            }
        }
        state = State.SHUT;
    }

    private CashStatus.NotReady silent(String detail) {
        return new CashStatus.NotReady(CashTrouble.UNREACHABLE, "the " + mechanism.name() + " " + detail);
    }

    private static CashStatus.NotReady unsuitable(String detail) {
        return new CashStatus.NotReady(CashTrouble.UNSUITABLE, detail);
    }
}
