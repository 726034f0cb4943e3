package jp.madoguchi.kiosk.flow;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * Everything the kiosk knows of the visit that goes on, or of the one that has not begun yet. Immutable. Nothing in it names
 * the resident.
 *
 * @param request names the one document that this visit can ask for
 * @param aids what makes its screens easier for this resident; they end with it
 * @param service what the resident came for
 * @param check what the certificate check shows, once the card has been looked at
 * @param end why the visit ends, once it does; while money is still being returned it stands already
 */
public record Visit(
        VisitId id,
        RequestId request,
        Stage stage,
        Language language,
        Set<Aid> aids,
        Service service,
        Readiness readiness,
        boolean latched,
        CardState card,
        Optional<Challenge> challenge,
        Choice choice,
        Applications applications,
        Money money,
        Paper paper,
        Optional<Check> check,
        Optional<End> end) {
    public Visit {
        aids = Set.copyOf(aids);
    }

    /** A visit that has not begun: at the welcome screen, or at the one that says why there is none. */
    public static Visit waiting(
            VisitId id,
            RequestId request,
            Language greeting,
            Readiness readiness,
            boolean cardPresent,
            boolean latched) {
        return new Visit(
                id,
                request,
                idleStage(readiness, latched),
                greeting,
                Set.of(),
                Service.ISSUING,
                readiness,
                latched,
                CardState.unread(cardPresent),
                Optional.empty(),
                Choice.NONE,
                Applications.NONE,
                Money.NONE,
                Paper.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private static Stage idleStage(Readiness readiness, boolean latched) {
        if (latched) {
            return Stage.LATCHED;
        }
        return readiness.ready() ? Stage.WELCOME : Stage.CLOSED;
    }

    Visit at(Stage next) {
        return changed(draft -> draft.stage = next);
    }

    Visit with(Language spoken) {
        return changed(draft -> draft.language = spoken);
    }

    /** Whether somebody is served in earnest. Of who practises nothing is counted and nothing written: nothing comes of it. */
    public boolean served() {
        return !stage.idle() && service != Service.PRACTICE;
    }

    /** Whether the time of its stage is a person's. Who practises has no card and no device to wait for. */
    public boolean waitsForAPerson() {
        return stage.waitsForAPerson() || service == Service.PRACTICE;
    }

    Visit with(Set<Aid> chosen) {
        return changed(draft -> draft.aids = chosen);
    }

    Visit with(Service wanted) {
        return changed(draft -> draft.service = wanted);
    }

    /** Takes note of the parts; a visit that has not begun opens or closes with them. */
    Visit with(Readiness now) {
        return changed(draft -> {
            draft.readiness = now;
            draft.stage = stage.idle() ? idleStage(now, latched) : stage;
        });
    }

    /** The service is off: at once when nobody is being served, else when this visit is over. */
    Visit latch() {
        return changed(draft -> {
            draft.latched = true;
            draft.stage = stage.idle() ? Stage.LATCHED : stage;
        });
    }

    Visit with(CardState now) {
        return changed(draft -> draft.card = now);
    }

    Visit with(Challenge arrived) {
        return changed(draft -> draft.challenge = Optional.of(arrived));
    }

    Visit withoutChallenge() {
        return changed(draft -> draft.challenge = Optional.empty());
    }

    Visit with(Choice chosen) {
        return changed(draft -> draft.choice = chosen);
    }

    Visit with(Applications now) {
        return changed(draft -> draft.applications = now);
    }

    Visit with(Money now) {
        return changed(draft -> draft.money = now);
    }

    Visit with(Paper now) {
        return changed(draft -> draft.paper = now);
    }

    Visit with(Check now) {
        return changed(draft -> draft.check = Optional.of(now));
    }

    /** Changes what the check shows; nothing when it shows nothing. */
    Visit checked(UnaryOperator<Check> change) {
        return check.map(shown -> with(change.apply(shown))).orElse(this);
    }

    /** As {@link #ending(End)}. */
    Visit ending(EndReason reason) {
        return ending(new End(reason));
    }

    /** The first reason stands: what follows from it does not replace it. What was shown of a card is gone. */
    Visit ending(End why) {
        return changed(draft -> {
            draft.check = Optional.empty();
            draft.end = Optional.of(end.orElse(why));
        });
    }

    /** Outranks every other reason: there may be a claim of which the kiosk cannot know how much it is. */
    Visit uncounted() {
        return changed(draft -> {
            draft.money = money.miscounted();
            draft.end = Optional.of(new End(EndReason.MONEY_UNCOUNTED));
        });
    }

    private Visit changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** What is open between the kiosk and the resident, so far. */
    public Optional<OpenClaim> claim() {
        boolean open = !money.owed().isZero() || money.uncounted() || paper.unknown();
        return open
                ? Optional.of(new OpenClaim(money.owed(), money.doubtful(), money.uncounted(), paper.unknown()))
                : Optional.empty();
    }

    /** Whether the resident has to know the claim number. */
    public boolean claims() {
        return claim().isPresent();
    }

    boolean ready(Part part) {
        return readiness.ready(part);
    }

    /** The next visit while it is made from this one. */
    private static final class Draft {
        private final Visit from;
        private Stage stage;
        private Language language;
        private Set<Aid> aids;
        private Service service;
        private Readiness readiness;
        private boolean latched;
        private CardState card;
        private Optional<Challenge> challenge;
        private Choice choice;
        private Applications applications;
        private Money money;
        private Paper paper;
        private Optional<Check> check;
        private Optional<End> end;

        Draft(Visit from) {
            this.from = from;
            stage = from.stage;
            language = from.language;
            aids = from.aids;
            service = from.service;
            readiness = from.readiness;
            latched = from.latched;
            card = from.card;
            challenge = from.challenge;
            choice = from.choice;
            applications = from.applications;
            money = from.money;
            paper = from.paper;
            check = from.check;
            end = from.end;
        }

        Visit done() {
            return new Visit(
                    from.id,
                    from.request,
                    stage,
                    language,
                    aids,
                    service,
                    readiness,
                    latched,
                    card,
                    challenge,
                    choice,
                    applications,
                    money,
                    paper,
                    check,
                    end);
        }
    }
}
