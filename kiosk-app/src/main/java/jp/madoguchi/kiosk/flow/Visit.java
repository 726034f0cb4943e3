package jp.madoguchi.kiosk.flow;

import java.util.Optional;
import java.util.function.UnaryOperator;
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
 * @param service what the resident came for
 * @param check what the certificate check shows, once the card has been looked at
 * @param end why the visit ends, once it does; while money is still being returned it stands already
 */
public record Visit(
        VisitId id,
        RequestId request,
        Stage stage,
        Language language,
        Service service,
        Readiness readiness,
        boolean latched,
        CardState card,
        Optional<Challenge> challenge,
        Choice choice,
        Money money,
        Paper paper,
        Optional<Check> check,
        Optional<End> end) {

    /** A visit that has not begun: at the welcome screen, or at the one that says why there is none. */
    public static Visit waiting(
            VisitId id, RequestId request, Readiness readiness, boolean cardPresent, boolean latched) {
        return new Visit(
                id,
                request,
                idleStage(readiness, latched),
                Language.JA,
                Service.ISSUING,
                readiness,
                latched,
                CardState.unread(cardPresent),
                Optional.empty(),
                Choice.NONE,
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
        return new Visit(
                id, request, next, language, service, readiness, latched, card, challenge, choice, money, paper, check,
                end);
    }

    Visit with(Language spoken) {
        return new Visit(
                id, request, stage, spoken, service, readiness, latched, card, challenge, choice, money, paper, check,
                end);
    }

    Visit with(Service wanted) {
        return new Visit(
                id, request, stage, language, wanted, readiness, latched, card, challenge, choice, money, paper, check,
                end);
    }

    /** Takes note of the parts; a visit that has not begun opens or closes with them. */
    Visit with(Readiness now) {
        Stage next = stage.idle() ? idleStage(now, latched) : stage;
        return new Visit(
                id, request, next, language, service, now, latched, card, challenge, choice, money, paper, check, end);
    }

    /** The service is off: at once when nobody is being served, else when this visit is over. */
    Visit latch() {
        Stage next = stage.idle() ? Stage.LATCHED : stage;
        return new Visit(
                id, request, next, language, service, readiness, true, card, challenge, choice, money, paper, check,
                end);
    }

    Visit with(CardState now) {
        return new Visit(
                id, request, stage, language, service, readiness, latched, now, challenge, choice, money, paper, check,
                end);
    }

    Visit with(Challenge arrived) {
        return new Visit(
                id,
                request,
                stage,
                language,
                service,
                readiness,
                latched,
                card,
                Optional.of(arrived),
                choice,
                money,
                paper,
                check,
                end);
    }

    Visit withoutChallenge() {
        return new Visit(
                id,
                request,
                stage,
                language,
                service,
                readiness,
                latched,
                card,
                Optional.empty(),
                choice,
                money,
                paper,
                check,
                end);
    }

    Visit with(Choice chosen) {
        return new Visit(
                id, request, stage, language, service, readiness, latched, card, challenge, chosen, money, paper, check,
                end);
    }

    Visit with(Money now) {
        return new Visit(
                id, request, stage, language, service, readiness, latched, card, challenge, choice, now, paper, check,
                end);
    }

    Visit with(Paper now) {
        return new Visit(
                id, request, stage, language, service, readiness, latched, card, challenge, choice, money, now, check,
                end);
    }

    Visit with(Check now) {
        return new Visit(
                id,
                request,
                stage,
                language,
                service,
                readiness,
                latched,
                card,
                challenge,
                choice,
                money,
                paper,
                Optional.of(now),
                end);
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
        return new Visit(
                id,
                request,
                stage,
                language,
                service,
                readiness,
                latched,
                card,
                challenge,
                choice,
                money,
                paper,
                Optional.empty(),
                Optional.of(end.orElse(why)));
    }

    /** Outranks every other reason: there may be a claim of which the kiosk cannot know how much it is. */
    Visit uncounted() {
        return new Visit(
                id,
                request,
                stage,
                language,
                service,
                readiness,
                latched,
                card,
                challenge,
                choice,
                money,
                paper,
                check,
                Optional.of(new End(EndReason.MONEY_UNCOUNTED)));
    }

    /** Whether the resident has to know the claim number. */
    public boolean claims() {
        return !money.owed().isZero()
                || end.filter(why -> why.reason() == EndReason.MONEY_UNCOUNTED).isPresent();
    }

    boolean ready(Part part) {
        return readiness.ready(part);
    }
}
