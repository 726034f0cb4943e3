package jp.madoguchi.kiosk.flow;

import static jp.madoguchi.kiosk.terms.Stage.CHECK_PASSWORD;
import static jp.madoguchi.kiosk.terms.Stage.ENDED;
import static jp.madoguchi.kiosk.terms.Stage.ENTER_PASSWORD;
import static jp.madoguchi.kiosk.terms.Stage.ENTER_PIN;
import static jp.madoguchi.kiosk.terms.Stage.INSPECT_CARD;
import static jp.madoguchi.kiosk.terms.Stage.PRINT_SLIP;
import static jp.madoguchi.kiosk.terms.Stage.SHOW_CERTIFICATES;

import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.flow.Event.Cancelled;
import jp.madoguchi.kiosk.flow.Event.CardFailed;
import jp.madoguchi.kiosk.flow.Event.CardInspected;
import jp.madoguchi.kiosk.flow.Event.CardTaken;
import jp.madoguchi.kiosk.flow.Event.CardUnfit;
import jp.madoguchi.kiosk.flow.Event.CertificateOpened;
import jp.madoguchi.kiosk.flow.Event.ClaimSlipPrinted;
import jp.madoguchi.kiosk.flow.Event.DefectFound;
import jp.madoguchi.kiosk.flow.Event.LedgerFailed;
import jp.madoguchi.kiosk.flow.Event.MoneyUncounted;
import jp.madoguchi.kiosk.flow.Event.OpeningAsked;
import jp.madoguchi.kiosk.flow.Event.PageTurned;
import jp.madoguchi.kiosk.flow.Event.PasswordEntered;
import jp.madoguchi.kiosk.flow.Event.PinBlocked;
import jp.madoguchi.kiosk.flow.Event.PinIncomplete;
import jp.madoguchi.kiosk.flow.Event.PinUncertain;
import jp.madoguchi.kiosk.flow.Event.PinWrong;
import jp.madoguchi.kiosk.flow.Event.SlipAsked;
import jp.madoguchi.kiosk.flow.Event.SlipPrinted;
import jp.madoguchi.kiosk.flow.Event.StatusTold;
import jp.madoguchi.kiosk.flow.Event.TimeUp;
import jp.madoguchi.kiosk.flow.Event.WentBack;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Service;

/**
 * The certificate check (証明書表示): what is on a card and until when. It wants no PIN, except where the holder wants to see what
 * a PIN or password guards. When the card goes, so does what was shown.
 */
final class CertificateCheck {
    private CertificateCheck() {}

    /** Declares its own stages in {@code table}; those before are {@link CardEntry}'s, those after {@link Ending}'s. */
    static void declare(FlowTable table) {
        table.in(INSPECT_CARD)
                .on(CardInspected.class, CertificateCheck::inspected)
                .on(CardUnfit.class, (visit, event) -> Ending.end(visit, event.why()))
                .on(CardFailed.class, CardEntry::notRead)
                .on(CardTaken.class, (visit, event) -> CardEntry.placeAgain(visit))
                .on(Cancelled.class, Ending::cancel)
                .on(TimeUp.class, (visit, event) -> Ending.end(visit, EndReason.CARD_UNREADABLE));
        table.in(SHOW_CERTIFICATES)
                .on(PageTurned.class, (visit, event) -> Step.to(visit.checked(check -> check.at(event.page()))))
                .on(OpeningAsked.class, CertificateCheck::askForTheSecret)
                .on(SlipAsked.class, CertificateCheck::printSlip)
                .on(CardTaken.class, CertificateCheck::cardTaken)
                .on(Cancelled.class, (visit, event) -> Ending.end(visit, EndReason.CHECKED))
                .on(TimeUp.class, Ending::timeUp);
        table.in(ENTER_PASSWORD)
                .on(PasswordEntered.class, CertificateCheck::checkPassword)
                .on(WentBack.class, CertificateCheck::backToTheCertificates)
                .on(CardTaken.class, CertificateCheck::cardTaken)
                .on(Cancelled.class, (visit, event) -> Ending.end(visit, EndReason.CHECKED))
                .on(TimeUp.class, Ending::timeUp);
        table.in(CHECK_PASSWORD)
                .on(CertificateOpened.class, CertificateCheck::opened)
                .on(PinWrong.class, CertificateCheck::wrongPassword)
                .on(PinBlocked.class, (visit, event) -> blocked(visit, CertificateKind.SIGNATURE))
                .on(PinIncomplete.class, (visit, event) -> Step.to(visit.at(ENTER_PASSWORD)))
                .on(PinUncertain.class, (visit, event) -> Ending.end(visit, EndReason.CARD_REMOVED_AT_PASSWORD))
                .on(CardFailed.class, (visit, event) -> Ending.end(visit, CardEntry.failed(event.failure())))
                .ignore("the card is being asked; its answer comes within seconds", Cancelled.class)
                .on(TimeUp.class, (visit, event) -> Ending.end(visit, EndReason.CARD_REMOVED_AT_PASSWORD));
        table.in(PRINT_SLIP)
                .on(ClaimSlipPrinted.class, ClaimSlip::answered)
                .on(SlipPrinted.class, CertificateCheck::slipAnswered)
                .on(MoneyUncounted.class, Ending::uncountedLate)
                .ignore("the visit ends already; the slip's answer comes", Event.Withdrawn.class)
                .ignore("the visit ends already; the slip's answer comes", LedgerFailed.class)
                .ignore("the visit ends already; the slip's answer comes", DefectFound.class);
    }

    /** The change of a PIN looks at the card first, too. */
    private static Step inspected(Visit visit, CardInspected event) {
        return visit.service() == Service.PIN_CHANGE ? PinChanging.inspected(visit, event) : show(visit, event);
    }

    private static Step show(Visit visit, CardInspected event) {
        TokenFacts token = event.token();
        Visit shown =
                visit.with(visit.card().inspected(token)).with(Check.of(token)).at(SHOW_CERTIFICATES);
        return Step.to(
                shown,
                Arrays.stream(CertificateKind.values())
                        .filter(token::holds)
                        .map(Effect.AskStatus::new)
                        .toArray(Effect[]::new));
    }

    private static Step askForTheSecret(Visit visit, OpeningAsked event) {
        boolean opens = visit.check()
                .filter(check -> check.token().opens(event.certificate()))
                .isPresent();
        if (!opens) {
            return Step.to(visit);
        }
        return Step.to(
                switch (event.certificate()) {
                    case AUTHENTICATION -> visit.at(ENTER_PIN);
                    case SIGNATURE -> visit.at(ENTER_PASSWORD).checked(check -> check.wrong(false));
                });
    }

    private static Step checkPassword(Visit visit, PasswordEntered event) {
        return Step.to(
                visit.at(CHECK_PASSWORD).checked(check -> check.wrong(false)),
                new Effect.OpenCertificate(CertificateKind.SIGNATURE));
    }

    static Step opened(Visit visit, CertificateOpened event) {
        CertificateKind opened = event.certificate();
        int allTries = opened == CertificateKind.AUTHENTICATION ? TokenFacts.PIN_TRIES : TokenFacts.PASSWORD_TRIES;
        Visit shown = visit.at(SHOW_CERTIFICATES)
                .checked(check ->
                        check.token(token -> token.with(opened, event.found()).withTries(opened, allTries)));
        Optional<TokenFacts> token = shown.check().map(Check::token);
        return token.filter(facts -> facts.holds(opened)).isPresent()
                ? whileItLies(shown, new Effect.AskStatus(opened))
                : whileItLies(shown);
    }

    /** A card that left while it was being asked is not shown any more. */
    private static Step whileItLies(Visit next, Effect... effects) {
        return next.card().present() ? Step.to(next, effects) : Ending.end(next, EndReason.CHECKED);
    }

    private static Step wrongPassword(Visit visit, PinWrong event) {
        return whileItLies(visit.at(ENTER_PASSWORD)
                .checked(check -> check.token(token -> token.withTries(CertificateKind.SIGNATURE, event.triesLeft()))
                        .wrong(true)));
    }

    /** The rest of the card can still be seen; its page says what to do. */
    static Step blocked(Visit visit, CertificateKind certificate) {
        return whileItLies(
                visit.at(SHOW_CERTIFICATES).checked(check -> check.token(token -> token.withTries(certificate, 0))));
    }

    /** From where the check asks for a PIN or password; where another service asks for one, there is no way back. */
    static Step backToTheCertificates(Visit visit, WentBack event) {
        return Step.to(visit.check().isPresent() ? visit.at(SHOW_CERTIFICATES) : visit);
    }

    static Step statusTold(Visit visit, StatusTold event) {
        return Step.to(visit.checked(check -> check.token(token -> token.with(event.certificate(), event.status()))));
    }

    private static Step printSlip(Visit visit, SlipAsked event) {
        Optional<TokenFacts> printable = visit.check()
                .filter(check -> visit.paper().slip() == Slip.NONE && visit.ready(Part.PRINTER))
                .map(Check::token)
                .filter(TokenFacts::printable);
        return printable
                .map(token -> Step.to(visit.with(visit.paper().with(Slip.ON_ITS_WAY)), new Effect.PrintSlip(token)))
                .orElseGet(() -> Step.to(visit));
    }

    static Step slipPrinted(Visit visit, SlipPrinted event) {
        Slip slip = event.outcome() instanceof PrintOutcome.Printed ? Slip.PRINTED : Slip.FAILED;
        return Step.to(visit.with(visit.paper().with(slip)));
    }

    /** Now the visit can end, and whoever is still there has its last screen's time to take the paper. */
    private static Step slipAnswered(Visit visit, SlipPrinted event) {
        return ClaimSlip.ask(Step.to(slipPrinted(visit, event).next().at(ENDED)));
    }

    /** Wherever nothing is being asked of the card, it can be taken: who has seen enough leaves. A reader that goes takes it with it. */
    static Step cardTaken(Visit visit, CardTaken event) {
        return Ending.end(
                visit.with(visit.card().present(false)),
                visit.ready(Part.CARD_READER) ? EndReason.CHECKED : EndReason.READER_FAILED);
    }
}
