package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness.Routing;
import jp.madoguchi.devices.cash.Yen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The note between mouth and stacker. Header 154 tells where it is to go; only an event tells where it went, so the answer to 154
 * decides nothing. Owned by the unit's thread.
 *
 * <table>
 * <caption>What is done while no event comes</caption>
 * <tr><th>told to stack</th><th>since</th><th>done</th></tr>
 * <tr><td>yes</td><td>1, 2, 3, 4 s</td><td>told to stack again: the command may have been lost, and no other note is let in</td></tr>
 * <tr><td>yes</td><td>5 s</td><td>told to give it back</td></tr>
 * <tr><td>no</td><td>1, 2, 3, 4 s</td><td>told to give it back again</td></tr>
 * <tr><td>no</td><td>5 s</td><td>{@code NOTE_JAM}; an event that still comes counts</td></tr>
 * </table>
 */
@CheckReturnValue
final class Escrow {
    private static final Logger LOG = LoggerFactory.getLogger(Escrow.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    /** Rounds of five seconds for a validator that did not even hear: it may have been away. */
    private static final int ROUNDS_UNHEARD = 3;

    private final Mechanism mechanism;
    private final Question question;
    private final Pace pace;
    private Optional<Yen> note = Optional.empty();
    private Routing routing = Routing.RETURN;
    private long since;
    private long asked;
    private boolean heard;
    private int unheard;

    /** Whether a note may be stacked. */
    @FunctionalInterface
    interface Question {
        /** Answers {@code STACK} once the intent is durable and nothing else can come in that would make it unwise. */
        Routing held(Yen note, int counter);
    }

    Escrow(Mechanism mechanism, Question question, Pace pace) {
        this.mechanism = mechanism;
        this.question = question;
        this.pace = pace;
    }

    Optional<Yen> note() {
        return note;
    }

    boolean holding() {
        return note.isPresent();
    }

    /** A note has arrived; {@code wanted}: if not, it is given back unasked. */
    void holds(Yen arrived, int counter, boolean wanted) {
        note = Optional.of(arrived);
        unheard = 0;
        send(wanted ? question.held(arrived, counter) : Routing.RETURN);
    }

    /** It is there no longer, wherever it went. */
    void cleared() {
        note = Optional.empty();
    }

    /** The note cannot be stacked. */
    void giveBack() {
        if (holding() && routing == Routing.STACK) {
            send(Routing.RETURN);
        }
    }

    /** To be called after a reading that told nothing new of the note; answers when nothing helps. */
    Optional<CashStatus.NotReady> chase() {
        if (!holding()) {
            return Optional.empty();
        }
        if (pace.left(GIVE_UP, since).isZero()) {
            if (routing == Routing.RETURN && (heard || ++unheard > ROUNDS_UNHEARD)) {
                cleared();
                return Optional.of(new CashStatus.NotReady(
                        CashTrouble.NOTE_JAM, "a note in escrow is neither stacked nor given back"));
            }
            send(Routing.RETURN);
        } else if (pace.left(AGAIN, asked).isZero()) {
            route();
        }
        return Optional.empty();
    }

    private void send(Routing where) {
        routing = where;
        since = pace.nanos();
        route();
    }

    private void route() {
        asked = pace.nanos();
        Reply reply = mechanism.route(routing == Routing.STACK);
        heard = !(reply instanceof Reply.Silent);
        LOG.info("note in escrow: {}: {}", routing, reply.said());
    }
}
