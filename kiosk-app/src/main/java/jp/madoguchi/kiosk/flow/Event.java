package jp.madoguchi.kiosk.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.PinFlaw;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * Everything that can happen to a visit: what the resident did, what a device or the center answered, that time went by.
 * Nothing secret and nothing personal travels in an event: PIN, signature and pages stay with the hands that need them.
 */
public sealed interface Event {

    // ── the resident ──

    record Begin(Language language, Service service) implements Event {
        /** For a certificate on paper. */
        public Begin(Language language) {
            this(language, Service.ISSUING);
        }
    }

    record SpeakLanguage(Language language) implements Event {}

    /** All that are wanted from now on, and no other. */
    record AidsChosen(Set<Aid> aids) implements Event {
        public AidsChosen {
            aids = Set.copyOf(aids);
        }
    }

    /** The wait at this stage is to begin anew. */
    record MoreTime() implements Event {}

    /** Four digits are in the pad for the PIN that this screen asks for. */
    record PinEntered(Instant at) implements Event {}

    /** To be asked what it is for. */
    record PurposeWanted() implements Event {}

    record PurposeChosen(Purpose purpose) implements Event {}

    record DocumentChosen(int offer) implements Event {}

    /** {@code members}: who was ticked, as places in the offer's list. */
    record OptionsChosen(Map<String, String> options, List<Integer> members, int copies) implements Event {
        public OptionsChosen {
            options = Map.copyOf(options);
            members = List.copyOf(members);
        }

        /** Nobody ticked. */
        public OptionsChosen(Map<String, String> options, int copies) {
            this(options, List.of(), copies);
        }
    }

    /** {@code municipality}: the 5-digit code of the one to be asked for 本籍地利用登録. */
    record RegistrationWanted(String municipality) implements Event {}

    /** What this screen asks to be written is in the writing pad. */
    record LineWritten() implements Event {}

    record Confirmed() implements Event {}

    /** Who practises touched the picture of a coin or note. */
    record CoinPretended(Yen coin) implements Event {}

    record PageTurned(Check.Page page) implements Event {}

    /** To give the PIN or password that guards this certificate, so that it can be shown. */
    record OpeningAsked(CertificateKind certificate) implements Event {}

    /** A whole signature password is in its pad. */
    record PasswordEntered() implements Event {}

    record SlipAsked() implements Event {}

    record WentBack() implements Event {}

    record Cancelled() implements Event {}

    /** "I have read this" or "I have taken it". */
    record Acknowledged() implements Event {}

    // ── the card ──

    record CardPlaced() implements Event {}

    record CardTaken() implements Event {}

    /**
     * The token can authenticate. Its certificate is fit for it, or, when {@code certificateEnds} is empty, not to be seen
     * before the PIN: a phone.
     */
    record CardRead(TokenKind token, Optional<Instant> certificateEnds, int triesLeft) implements Event {}

    /** The card was looked at, without a PIN. */
    record CardInspected(TokenFacts token) implements Event {}

    /** What was behind its PIN or password, which was right. */
    record CertificateOpened(CertificateKind certificate, TokenFacts.Finding found) implements Event {}

    /** Not a token that this kiosk serves. */
    record TokenNotServed(TokenKind kind) implements Event {}

    /** There is nothing to log in with, or it is not fit; {@code why} is one of the card and certificate reasons. */
    record CardUnfit(EndReason why) implements Event {}

    record CardFailed(CardFailure failure) implements Event {}

    /** The token has signed with a certificate that is fit for it; a phone shows only now until when that is valid. */
    record PinAccepted(Instant certificateEnds) implements Event {}

    /** Of a PIN or password: a digit was taken back in the same instant: nothing was sent to the card. */
    record PinIncomplete() implements Event {}

    record PinWrong(int triesLeft) implements Event {}

    /** {@code now}: this attempt blocked it. */
    record PinBlocked(boolean now) implements Event {}

    /** VERIFY was sent and the rest was lost: a try may have been spent. */
    record PinUncertain(CardFailure failure) implements Event {}

    /** Nothing speaks against the new PIN so far. */
    record NewPinFit() implements Event {}

    /** The new PIN is not given to the card; nothing was sent to it. */
    record NewPinUnfit(PinFlaw flaw) implements Event {}

    /** The card has the new PIN. */
    record PinChanged() implements Event {}

    /** The old PIN was right, and the card refused the new one. */
    record PinChangeRefused() implements Event {}

    /** The answer to the change was lost: either PIN may hold. */
    record PinChangeUncertain(CardFailure failure) implements Event {}

    // ── the center ──

    record ChallengeArrived(Challenge challenge) implements Event {}

    /** What the certificate's status service says through the center; {@code Unavailable} when the center says nothing either. */
    record StatusTold(CertificateKind certificate, RevocationStatus status) implements Event {}

    /** The center knows the resident, and says what can be had. */
    record Welcomed(Catalogue catalogue) implements Event {}

    /** What the center says of itself now. */
    record CenterNews(News news) implements Event {}

    /** All 本籍地利用登録 of the resident, the oldest first. */
    record RegistrationsTold(List<Registration> registrations) implements Event {
        public RegistrationsTold {
            registrations = List.copyOf(registrations);
        }
    }

    /** Nobody could say how they stand. */
    record RegistrationsUntold(CenterTrouble trouble) implements Event {}

    /** The center will not say how they stand. */
    record RegistrationsRefused(Refusal refusal, Circumstances circumstances) implements Event {}

    /** What {@code line} asks to be written was taken back in the same instant: nothing was sent to the center. */
    record LineMissing(Stage line) implements Event {}

    /** The center has the application, now or from an earlier attempt. */
    record RegistrationFiled(Registration registration) implements Event {}

    record CenterRefused(Refusal refusal, Circumstances circumstances) implements Event {
        public CenterRefused(Refusal refusal) {
            this(refusal, Circumstances.NONE);
        }
    }

    record CenterFailed(CenterTrouble trouble) implements Event {}

    /** Verified in every point of the binding; {@code pages} single-sided pages of one copy. */
    record DocumentArrived(int pages) implements Event {}

    /** The document's signature or envelope does not hold. */
    record DocumentUntrusted() implements Event {}

    /** Validly signed and bound to this visit, but not valid now. */
    record DocumentOutOfTime() implements Event {}

    /** Validly signed, bound to something else; {@code check} names the check that refused it. */
    record DocumentMisbound(String check) implements Event {}

    // ── money; posted only after the ledger has it ──

    record SlotOpened() implements Event {}

    /** Which coins and notes the open slots take from now on: not always all that the kiosk knows, when there is little change. */
    record SlotTakes(Set<Yen> money) implements Event {
        public SlotTakes {
            money = Set.copyOf(money);
        }
    }

    /** A coin fell, or a note was stacked. */
    record CoinInserted(Yen coin) implements Event {}

    /** The slot is shut, and every coin that had passed it has been told. */
    record SlotShut() implements Event {}

    record CashFailed(CashTrouble trouble) implements Event {}

    /** Money may have gone in that was neither told nor given back. No more is taken. */
    record MoneyUncounted(CashTrouble trouble) implements Event {}

    record PaidOut(CashOutcome outcome) implements Event {}

    // ── paper ──

    record SidesPrinted(int sides) implements Event {}

    /** The printer waits for a person; empty when it goes on. */
    record PrinterStopped(Set<PrinterTrouble> troubles) implements Event {
        public PrinterStopped {
            troubles = Set.copyOf(troubles);
        }
    }

    record DocumentPrinted(PrintOutcome outcome) implements Event {}

    record ReceiptPrinted(PrintOutcome outcome) implements Event {}

    record SlipPrinted(PrintOutcome outcome) implements Event {}

    /** {@code NotPrinted} also when it was not even sent. */
    record ClaimSlipPrinted(PrintOutcome outcome) implements Event {}

    // ── the kiosk ──

    record PartChanged(Part part, Set<Obstacle> obstacles) implements Event {
        public PartChanged {
            obstacles = Set.copyOf(obstacles);
        }
    }

    record TimeUp() implements Event {}

    /** The visit is to be ended, whoever is there: the kiosk stops, or staff have said so. */
    record Withdrawn() implements Event {}

    /** A fact could not be made durable, so the act it announces was not done. */
    record LedgerFailed() implements Event {}

    /** An exception where none can be: a defect of the program. */
    record DefectFound() implements Event {}
}
