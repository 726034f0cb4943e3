package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.ASK_REGISTRATIONS;
import static jp.madoguchi.kiosk.terms.Stage.CONFIRM_REGISTRATION;
import static jp.madoguchi.kiosk.terms.Stage.FILE_REGISTRATION;
import static jp.madoguchi.kiosk.terms.Stage.REGISTRATION_FILED;
import static jp.madoguchi.kiosk.terms.Stage.REGISTRATION_UNANSWERED;
import static jp.madoguchi.kiosk.terms.Stage.WRITE_DOMICILE;
import static jp.madoguchi.kiosk.terms.Stage.WRITE_HEAD;

import jp.madoguchi.kiosk.flow.Event.Acknowledged;
import jp.madoguchi.kiosk.flow.Event.Cancelled;
import jp.madoguchi.kiosk.flow.Event.CenterFailed;
import jp.madoguchi.kiosk.flow.Event.CenterRefused;
import jp.madoguchi.kiosk.flow.Event.Confirmed;
import jp.madoguchi.kiosk.flow.Event.LineMissing;
import jp.madoguchi.kiosk.flow.Event.LineWritten;
import jp.madoguchi.kiosk.flow.Event.RegistrationFiled;
import jp.madoguchi.kiosk.flow.Event.RegistrationWanted;
import jp.madoguchi.kiosk.flow.Event.RegistrationsRefused;
import jp.madoguchi.kiosk.flow.Event.RegistrationsTold;
import jp.madoguchi.kiosk.flow.Event.RegistrationsUntold;
import jp.madoguchi.kiosk.flow.Event.TimeUp;
import jp.madoguchi.kiosk.flow.Event.WentBack;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * From the menu to an application for 本籍地利用登録 that the center has, and back. The card has been taken; no money is asked. What may
 * have arrived once is only repeated as it is, never written anew, so that nobody applies twice.
 */
final class Registering {
    private Registering() {}

    /** Declares its stages in {@code table}. The menu asks for them with {@link #wanted}. */
    static void declare(FlowTable table) {
        table.in(ASK_REGISTRATIONS)
                .on(RegistrationsTold.class, (visit, event) -> goOn(noted(visit, event)))
                .on(RegistrationsUntold.class, (visit, event) -> untold(visit, event.trouble()))
                .on(RegistrationsRefused.class, Registering::untold)
                .on(WentBack.class, (visit, event) -> Step.to(toMenu(visit)))
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, (visit, event) -> untold(visit, CenterTrouble.UNCERTAIN));
        write(table, WRITE_DOMICILE, (visit, event) -> Step.to(toMenu(visit)), WRITE_HEAD);
        write(table, WRITE_HEAD, ResidentMoves.backTo(WRITE_DOMICILE), CONFIRM_REGISTRATION);
        table.in(CONFIRM_REGISTRATION)
                .on(Confirmed.class, (visit, event) -> file(visit))
                .on(WentBack.class, ResidentMoves.backTo(WRITE_HEAD))
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
        table.in(FILE_REGISTRATION)
                .on(LineMissing.class, Registering::missing)
                .on(RegistrationFiled.class, Registering::filed)
                .on(CenterRefused.class, Registering::refused)
                .on(CenterFailed.class, (visit, event) -> unanswered(visit, event.trouble()))
                .ignore("the application is on its way: what became of it has to be told", Cancelled.class)
                .ignore("the application is on its way: what became of it has to be told", Event.Withdrawn.class)
                .on(TimeUp.class, (visit, event) -> unanswered(visit, CenterTrouble.UNCERTAIN));
        table.in(REGISTRATION_UNANSWERED)
                .on(LineMissing.class, Registering::missing)
                .on(Confirmed.class, (visit, event) -> file(visit))
                .on(RegistrationFiled.class, Registering::filed)
                .on(CenterRefused.class, Registering::refused)
                .on(CenterFailed.class, (visit, event) -> unanswered(visit, event.trouble()))
                .on(Cancelled.class, (visit, event) -> givenUp(visit))
                .on(TimeUp.class, (visit, event) -> givenUp(visit));
        table.in(REGISTRATION_FILED)
                .on(RegistrationWanted.class, Registering::onceMore)
                .on(WentBack.class, (visit, event) -> Step.to(toMenu(visit)))
                .on(Acknowledged.class, (visit, event) -> leave(visit))
                .on(Cancelled.class, (visit, event) -> leave(visit))
                .on(TimeUp.class, (visit, event) -> leave(visit));
    }

    private static void write(FlowTable table, Stage line, Move<WentBack> back, Stage after) {
        table.in(line)
                .on(LineWritten.class, (visit, event) -> Step.to(visit.at(after)))
                .on(WentBack.class, back)
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, Ending::timeUp);
    }

    /** Whoever has a family register elsewhere may have applied before: asked while the card is being taken. */
    static Step welcomed(Step menu) {
        return menu.next().applications().possible() ? menu.and(new Effect.AskRegistrations()) : menu;
    }

    static Step told(Visit visit, RegistrationsTold event) {
        return Step.to(noted(visit, event));
    }

    private static Visit noted(Visit visit, RegistrationsTold event) {
        return visit.with(visit.applications().told(event.registrations()));
    }

    /** An application that waits, or was refused, is shown before another one is written. */
    static Step wanted(Visit visit, RegistrationWanted event) {
        return visit.applications()
                .to(event.municipality())
                .map(applications -> goOn(visit.with(applications)))
                .orElseGet(() -> Step.to(visit));
    }

    private static Step goOn(Visit visit) {
        if (visit.applications().told().isEmpty()) {
            return Step.to(visit.at(ASK_REGISTRATIONS), new Effect.AskRegistrations());
        }
        return Step.to(visit.at(visit.applications().latest().isPresent() ? REGISTRATION_FILED : WRITE_DOMICILE));
    }

    /** Only this cannot be had now: the menu says so, and what it offers still can be. Whoever is not the center offers nothing. */
    private static Step untold(Visit visit, CenterTrouble trouble) {
        return trouble == CenterTrouble.UNTRUSTED
                ? Ending.end(visit, Ending.reason(trouble))
                : Step.to(toMenu(visit).with(visit.applications().unanswered(trouble)));
    }

    /** The one on which it was asked for. */
    private static Visit toMenu(Visit visit) {
        return visit.at(ForPurpose.menu(visit));
    }

    /** What refuses this refuses everything else of the visit as well. */
    private static Step untold(Visit visit, RegistrationsRefused event) {
        return event.refusal() == Refusal.UNAVAILABLE
                ? untold(visit, CenterTrouble.UNREACHABLE)
                : Ending.refused(visit, new CenterRefused(event.refusal(), event.circumstances()));
    }

    /** After a refusal alone: the register may have been misspelled. */
    private static Step onceMore(Visit visit, RegistrationWanted event) {
        boolean refused = visit.applications()
                .latest()
                .filter(last -> last.is(Registration.State.REFUSED)
                        && last.municipality().equals(event.municipality()))
                .isPresent();
        return Step.to(refused ? visit.at(WRITE_DOMICILE) : visit);
    }

    private static Step file(Visit visit) {
        MunicipalOffice office = visit.applications().office().orElseThrow();
        return Step.to(visit.at(FILE_REGISTRATION), new Effect.FileRegistration(office.municipality()));
    }

    /** What is not whole was never sent. */
    private static Step missing(Visit visit, LineMissing event) {
        return Step.to(visit.at(event.line()).with(visit.applications().unsent()));
    }

    private static Step filed(Visit visit, RegistrationFiled event) {
        return Step.to(visit.at(REGISTRATION_FILED).with(visit.applications().filed(event.registration())));
    }

    private static Step refused(Visit visit, CenterRefused event) {
        if (event.refusal() == Refusal.NOT_OFFERED) {
            return Ending.end(visit, EndReason.REGISTRATION_NOT_OFFERED);
        }
        if (event.refusal() == Refusal.REQUEST_CONFLICT) {
            return Ending.end(visit, EndReason.REGISTRATION_CONFLICT);
        }
        if (event.refusal() == Refusal.REGISTRATION_PENDING) {
            return askAnew(visit);
        }
        return visit.applications().arrivedPerhaps() ? givenUp(visit) : Ending.refused(visit, event);
    }

    /** One that this kiosk was not told of waits: from an earlier visit, held on its way. It is shown in place of this one. */
    private static Step askAnew(Visit visit) {
        return Step.to(
                visit.at(ASK_REGISTRATIONS).with(visit.applications().outdated()), new Effect.AskRegistrations());
    }

    /** An answer that cannot be read may have followed the deed; whoever is not the center was told nothing. */
    private static Step unanswered(Visit visit, CenterTrouble trouble) {
        return switch (trouble) {
            case UNREACHABLE -> waitAndAsk(visit, CenterTrouble.UNREACHABLE);
            case UNCERTAIN, GARBLED -> waitAndAsk(visit, CenterTrouble.UNCERTAIN);
            case UNTRUSTED -> givenUp(visit.with(visit.applications().unanswered(CenterTrouble.UNTRUSTED)));
        };
    }

    private static Step waitAndAsk(Visit visit, CenterTrouble trouble) {
        return Step.to(
                visit.at(REGISTRATION_UNANSWERED).with(visit.applications().unanswered(trouble)));
    }

    private static Step givenUp(Visit visit) {
        CenterTrouble trouble = visit.applications().trouble().orElse(CenterTrouble.UNCERTAIN);
        return Ending.end(
                visit, trouble == CenterTrouble.UNCERTAIN ? EndReason.REGISTRATION_UNCERTAIN : Ending.reason(trouble));
    }

    private static Step leave(Visit visit) {
        return Ending.leave(visit, EndReason.REGISTRATION_TOLD);
    }
}
