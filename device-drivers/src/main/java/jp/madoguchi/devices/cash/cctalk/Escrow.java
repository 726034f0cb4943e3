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
 * <tr><td>no</td><td>5 s</td><td>{@code NOTE_JAM}, once; an event that still comes counts, and until then it is astray</td></tr>
 * </table>
 */
@CheckReturnValue
final class Escrow {
    private static final Logger LOG = LoggerFactory.getLogger(Escrow.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    /** Rounds of five seconds for a validator that did not even hear: it may have been away. */
    private static final int ROUNDS_UNHEARD = 3;

    /** Header 154's word for an escrow with nothing in it. */
    private static final int EMPTY = 254;

    private final Mechanism mechanism;
    private final Question question;
    private final Pace pace;
    private Optional<Yen> note = Optional.empty();
    private Routing routing = Routing.RETURN;
    private long since;
    private long asked;
    private boolean heard;
    private int unheard;
    private boolean astray;

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

    /** Nobody knows where a note went. It may still be stacked, or be given back to whoever stands there. */
    boolean astray() {
        return astray;
    }

    /** A note has arrived; {@code wanted}: if not, it is given back unasked, as are two at once. */
    void holds(Yen arrived, int counter, boolean wanted) {
        if (holding()) {
            giveBack();
            return;
        }
        note = Optional.of(arrived);
        routing = Routing.RETURN; // as long as the question is not answered
        since = pace.nanos();
        asked = since;
        unheard = 0;
        send(wanted ? question.held(arrived, counter) : Routing.RETURN);
    }

    /** It is there no longer, and an event has told where it went, or that nobody will ever know. */
    void cleared() {
        note = Optional.empty();
        astray = false;
    }

    /** The validator finds no fault in itself any more: what was stuck is given back, or was taken out. */
    void seek() {
        if (mechanism.clearEscrow() instanceof Reply.Given given && given.data().length > 0 && given.at(0) == EMPTY) {
            cleared();
        }
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
                boolean told = astray;
                note = Optional.empty();
                astray = true;
                return told ? Optional.empty() : Optional.of(stuck());
            }
            send(Routing.RETURN);
        } else if (pace.left(AGAIN, asked).isZero()) {
            route();
        }
        return Optional.empty();
    }

    static CashStatus.NotReady stuck() {
        return new CashStatus.NotReady(CashTrouble.NOTE_JAM, "a note in escrow is neither stacked nor given back");
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
