package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;

/**
 * Reads one slot's events, tells each exactly once, and keeps what follows from them. An event counts as told once the witness has
 * returned; if it throws, the event is read and told again. Owned by the unit's thread.
 */
@CheckReturnValue
final class SlotEvents {
    private static final int ATTEMPTS = 3;

    private final Mechanism mechanism;
    private final CashWitness witness;
    private final Escrow escrow;
    private Map<Integer, Yen> channels = Map.of();
    private OptionalInt last;

    /** The last counter that the witness knows. */
    private OptionalInt witnessed;

    private Yen inserted = Yen.ZERO;
    private boolean unchecked;

    /** Nothing was read of it since it was found. */
    private boolean unread;

    private Optional<CashStatus.NotReady> jam = Optional.empty();
    private final Set<CashTrouble> conditions = EnumSet.noneOf(CashTrouble.class);

    /** @param last the counter of the last event that was durably told */
    SlotEvents(Mechanism mechanism, OptionalInt last, CashWitness witness, Escrow.Question question, Pace pace) {
        this.mechanism = mechanism;
        this.last = last;
        this.witnessed = last;
        this.witness = witness;
        this.escrow = new Escrow(mechanism, question, pace);
    }

    Escrow escrow() {
        return escrow;
    }

    Map<Integer, Yen> channels() {
        return channels;
    }

    /** What came in since {@link #begin()}. */
    Yen inserted() {
        return inserted;
    }

    Set<CashTrouble> conditions() {
        return Set.copyOf(conditions);
    }

    OptionalInt last() {
        return last;
    }

    /** A device has said what it is. It was away: what was stuck may have been taken out. */
    void identified(Map<Integer, Yen> found) {
        channels = Map.copyOf(found);
        jam = Optional.empty();
        unchecked = true;
        unread = true;
    }

    /** It is about to be opened. */
    void begin() {
        if (!last.equals(witnessed)) {
            witness.happened(new CashEvent.Counting(mechanism.device(), last.orElseThrow()));
            witnessed = last;
        }
        inserted = Yen.ZERO;
    }

    /** A fault lasts until the device has checked itself. One that knows no self-check has to be switched off and on. */
    Optional<CashStatus.NotReady> stillJammed() {
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

    /** Asks up to three times: nothing else is waiting. */
    Optional<EventBuffer> news() {
        Optional<EventBuffer> news = poll();
        for (int attempt = 1; attempt < ATTEMPTS && news.isEmpty(); attempt++) {
            news = poll();
        }
        return news;
    }

    /** Asks once. */
    Optional<EventBuffer> poll() {
        return mechanism.events() instanceof Reply.Given given
                ? Optional.of(EventBuffer.since(last, given))
                : Optional.empty();
    }

    /** A fault that no event has told of. */
    CashStatus.NotReady broke(CashStatus.NotReady trouble) {
        jam = Optional.of(trouble);
        unchecked = true;
        witness.happened(new CashEvent.Broken(trouble.trouble(), trouble.detail()));
        return trouble;
    }

    /** Tells what is new; answers what makes it impossible to go on, which has been told too. */
    Optional<CashStatus.NotReady> tell(EventBuffer news, SlotState state) {
        Optional<CashStatus.NotReady> broken = Optional.empty();
        boolean missing = false;
        List<Meaning> meanings = news.events().stream()
                .map(event -> mechanism.meaning(event, channels))
                .toList();
        for (int i = 0; i < meanings.size(); i++) {
            int counter = news.events().get(i).counter();
            boolean settled = meanings.subList(i + 1, meanings.size()).stream().anyMatch(SlotEvents::emptiesEscrow);
            Optional<CashStatus.NotReady> fell = tell(meanings.get(i), counter, settled, state);
            broken = fell.isPresent() ? fell : broken;
            missing |= meanings.get(i) instanceof Meaning.Missing;
            last = OptionalInt.of(counter);
            if (namesCounter(meanings.get(i))) {
                witnessed = last;
            }
        }
        // While it is known to be shut no money comes, and what a shut slot hands back need not all be seen.
        if (state != SlotState.SHUT && (news.lost() > 0 || missing)) {
            broken = Optional.of(lost(missing ? "lost power" : "had more to tell than it can remember"));
        }
        // At the first reading it may have been switched off over night; whether money hangs on it the witness knows.
        if (unread && state == SlotState.UNKNOWN && news.counter() == 0) {
            witness.happened(new CashEvent.Restarted(mechanism.device()));
        }
        unread = false;
        if (news.reset() && (state == SlotState.OPEN || state == SlotState.CLOSING)) {
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
    private Optional<CashStatus.NotReady> tell(Meaning meaning, int counter, boolean settled, SlotState state) {
        if (emptiesEscrow(meaning)) {
            escrow.cleared();
        }
        if (meaning instanceof Meaning.Credit credit) {
            witness.happened(new CashEvent.Inserted(credit.money(), mechanism.device(), counter));
            inserted = inserted.plus(credit.money());
        } else if (meaning instanceof Meaning.HandedBack back) {
            witness.happened(new CashEvent.Rejected(mechanism.device(), counter, back.code()));
        } else if (meaning instanceof Meaning.Held held && !settled) {
            escrow.holds(held.note(), counter, state == SlotState.OPEN);
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

    /** What came can no longer be known. */
    CashStatus.NotReady lost(String what) {
        CashStatus.NotReady lost =
                new CashStatus.NotReady(CashTrouble.EVENTS_LOST, "the " + mechanism.name() + " " + what);
        witness.happened(new CashEvent.Broken(lost.trouble(), lost.detail()));
        return lost;
    }
}
