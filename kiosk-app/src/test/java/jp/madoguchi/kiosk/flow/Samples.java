package jp.madoguchi.kiosk.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.PinFlaw;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.terms.Withheld;

/** Visits at every stage and events of every kind, with the variations that a move can tell apart. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    static final RequestId REQUEST = new RequestId("ffeeddccbbaa99887766554433221100");
    static final Challenge FRESH = new Challenge("TEST-CENTER", new Nonce("ab".repeat(32)), NOON);
    private static final Challenge OLD =
            new Challenge("TEST-CENTER", new Nonce("cd".repeat(32)), NOON.minusSeconds(50));
    static final Offer RECORD = new Offer(
            "02201",
            new LocalText("青森市", "Aomori City"),
            "residence-record",
            300,
            5,
            List.of(
                    new OfferOption("scope", List.of("self", "household", "members"), "self"),
                    new OfferOption("domicile", List.of("no", "yes"), "no")),
            List.of(
                    member("c1", "妻（昭和60年生）", "wife, born 1985"),
                    member("b2", "世帯主（昭和58年生）", "householder, born 1983"),
                    member("a3", "子（平成30年生）", "child, born 2018")),
            Optional.empty());

    static final MunicipalOffice ELSEWHERE = new MunicipalOffice(
            "13999",
            new LocalText("架空区", "Kakuu City"),
            MunicipalOffice.Role.DOMICILE,
            new LocalText("架空区役所", "Kakuu City Hall"),
            new LocalText("平日", "weekdays"),
            "000-1399-0000");

    /** The family register is kept elsewhere, and its certificates wait for a registration. */
    static final Catalogue CATALOGUE = new Catalogue(
            List.of(ELSEWHERE),
            List.of(RECORD),
            List.of(new Withheld(
                    ELSEWHERE.municipality(),
                    ELSEWHERE.municipalityName(),
                    DocumentKind.FAMILY_REGISTER_WHOLE,
                    Withheld.Reason.DOMICILE_NOT_REGISTERED,
                    Optional.empty(),
                    Optional.empty())));

    static final Applications APPLYING =
            Applications.of(CATALOGUE).to(ELSEWHERE.municipality()).orElseThrow();
    private static final CertificateFacts FACTS = new CertificateFacts(
            CertificateFacts.State.VALID,
            Instant.parse("2031-03-03T14:59:59Z"),
            new CertificateFacts.Issuer("JPKI for user authentication", OptionalInt.of(2023)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    static final TokenFacts CARD = new TokenFacts(
            TokenKind.MY_NUMBER_CARD,
            Optional.of(LocalDate.of(2036, 3, 3)),
            OptionalInt.of(3),
            OptionalInt.of(5),
            new TokenFacts.Finding.Seen(FACTS),
            new TokenFacts.Finding.Hidden());
    static final TokenFacts PHONE = new TokenFacts(
            TokenKind.ANDROID_PHONE,
            Optional.empty(),
            OptionalInt.of(3),
            OptionalInt.empty(),
            new TokenFacts.Finding.Hidden(),
            new TokenFacts.Finding.Absent());
    private static final Set<Stage> CHECKING =
            EnumSet.of(Stage.SHOW_CERTIFICATES, Stage.ENTER_PASSWORD, Stage.CHECK_PASSWORD);
    private static final Set<Stage> CHANGING = EnumSet.of(Stage.ENTER_NEW_PIN, Stage.REPEAT_NEW_PIN, Stage.CHANGE_PIN);

    private Samples() {}

    private static HouseholdMember member(String byteOfHandle, String ja, String en) {
        return new HouseholdMember(byteOfHandle.repeat(16), new LocalText(ja, en));
    }

    static Catalogue catalogue(Offer... offers) {
        return new Catalogue(List.of(), List.of(offers), List.of());
    }

    static Registration registration(Registration.State state) {
        return new Registration(
                REQUEST,
                ELSEWHERE.municipality(),
                ELSEWHERE.municipalityName(),
                state,
                NOON,
                Optional.of(NOON.plusSeconds(86_400L * 3)));
    }

    static Readiness allReady() {
        Readiness readiness = Readiness.unknown();
        for (Part part : Part.values()) {
            readiness = readiness.with(part, Set.of());
        }
        return readiness;
    }

    static Visit welcome() {
        return Visit.waiting(VISIT, REQUEST, Language.JA, allReady(), false, false);
    }

    /** A visit whose document is chosen, with {@code inserted} in hand. */
    static Visit paying(Stage stage, int inserted) {
        Choice choice = Choice.among(catalogue(RECORD)).choose(0).orElseThrow();
        return welcome()
                .with(choice)
                .with(Paper.NONE.ofPages(1))
                .with(Money.NONE.insert(new Yen(inserted)))
                .at(stage);
    }

    /** Every visit that matters at this stage: card there or not, money in or not, owed or not, nonce fresh or not. */
    static List<Visit> visitsAt(Stage stage) {
        List<Visit> visits = new ArrayList<>();
        for (boolean card : new boolean[] {false, true}) {
            for (int inserted : new int[] {0, 300, 500}) {
                if (stage == Stage.COUNT_MONEY && inserted == 0) {
                    continue; // the slot is shut only once the fee is in
                }
                Visit visit = paying(stage, inserted).with(APPLYING);
                visit = visit.with(visit.card().present(card));
                if (CHECKING.contains(stage)) {
                    visit = visit.with(Service.CERTIFICATE_CHECK).with(Check.of(CARD));
                }
                if (CHANGING.contains(stage)) {
                    visit = visit.with(Service.PIN_CHANGE);
                }
                if (stage == Stage.CLOSED) {
                    visit = visit.with(allReady().with(Part.PRINTER, Set.of(Obstacle.PRINTER_OUT_OF_PAPER)));
                }
                if (stage == Stage.LATCHED) {
                    visit = visit.latch();
                }
                visits.add(visit);
                if (CHECKING.contains(stage) || stage == Stage.ENTER_PIN || stage == Stage.CHECK_PIN) {
                    visits.add(visit.with(Service.CERTIFICATE_CHECK).with(Check.of(PHONE)));
                }
                if (CHECKING.contains(stage)) {
                    visits.add(visit.with(visit.paper().with(Paper.Slip.ON_ITS_WAY)));
                }
                if (stage == Stage.ENDED || stage == Stage.TAKE_PAPER || stage == Stage.PRINT_SLIP) {
                    visits.add(visit.with(visit.paper().withClaimSlip(Paper.Slip.ON_ITS_WAY)));
                }
                if (stage == Stage.PLACE_CARD) {
                    visits.add(visit.with(Service.CERTIFICATE_CHECK));
                }
                if (stage == Stage.INSPECT_CARD || stage == Stage.ENTER_PIN) {
                    visits.add(visit.with(Service.PIN_CHANGE));
                }
                visits.add(visit.with(FRESH));
                visits.add(visit.with(OLD));
                if (inserted > 0 && stage != Stage.COUNT_MONEY) {
                    visits.add(visit.with(visit.money().owe(new Yen(inserted))));
                }
                for (Registration.State state : Registration.State.values()) {
                    visits.add(visit.with(APPLYING.told(List.of(registration(state)))));
                }
                visits.add(visit.with(APPLYING.told(List.of()).unanswered(CenterTrouble.UNREACHABLE)));
                // What is being paid out was inserted as well.
                Visit moving = visit.with(visit.money().insert(new Yen(100)).leave(new Yen(100)));
                visits.add(moving);
            }
        }
        return visits;
    }

    @SuppressWarnings("unchecked")
    static List<Class<? extends Event>> eventTypes() {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .<Class<? extends Event>>map(type -> (Class<? extends Event>) type)
                .toList();
    }

    static List<Event> eventsOf(Class<? extends Event> type) {
        return events().stream().filter(type::isInstance).toList();
    }

    /** A pay-out is answered only after one was asked for. */
    static boolean possible(Visit visit, Event event) {
        return !(event instanceof Event.PaidOut) || !visit.money().leaving().isZero();
    }

    static List<Event> events() {
        List<Event> events = new ArrayList<>(List.of(
                new Event.Begin(Language.JA),
                new Event.Begin(Language.JA, Service.CERTIFICATE_CHECK),
                new Event.Begin(Language.JA, Service.PIN_CHANGE),
                new Event.Begin(Language.JA, Service.PRACTICE),
                new Event.NewPinFit(),
                new Event.PinChanged(),
                new Event.PinChangeRefused(),
                new Event.CoinPretended(new Yen(100)),
                new Event.PageTurned(Check.Page.USES),
                new Event.OpeningAsked(CertificateKind.AUTHENTICATION),
                new Event.OpeningAsked(CertificateKind.SIGNATURE),
                new Event.PasswordEntered(),
                new Event.SlipAsked(),
                new Event.CardInspected(CARD),
                new Event.CardInspected(PHONE),
                new Event.CertificateOpened(CertificateKind.AUTHENTICATION, CARD.authentication()),
                new Event.CertificateOpened(CertificateKind.SIGNATURE, new TokenFacts.Finding.Absent()),
                new Event.StatusTold(CertificateKind.AUTHENTICATION, new RevocationStatus.UnknownYet()),
                new Event.SpeakLanguage(Language.EN),
                new Event.AidsChosen(Set.of(Aid.LARGE, Aid.LOW)),
                new Event.MoreTime(),
                new Event.PinEntered(NOON),
                new Event.PurposeWanted(),
                new Event.PurposeChosen(Purpose.PASSPORT),
                new Event.DocumentChosen(0),
                new Event.DocumentChosen(7),
                new Event.OptionsChosen(Map.of("scope", "household", "domicile", "no"), 2),
                new Event.OptionsChosen(Map.of("scope", "everyone", "domicile", "no"), 1),
                new Event.OptionsChosen(Map.of("scope", "members", "domicile", "no"), List.of(0, 2), 1),
                new Event.OptionsChosen(Map.of("scope", "members", "domicile", "no"), List.of(), 1),
                new Event.OptionsChosen(Map.of("scope", "members", "domicile", "no"), List.of(3), 1),
                new Event.Confirmed(),
                new Event.WentBack(),
                new Event.Cancelled(),
                new Event.Acknowledged(),
                new Event.CardPlaced(),
                new Event.CardTaken(),
                new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.of(NOON), 3),
                new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.of(NOON), 0),
                new Event.CardRead(TokenKind.ANDROID_PHONE, Optional.empty(), 3),
                new Event.CardRead(TokenKind.ANDROID_PHONE, Optional.empty(), 0),
                new Event.CardUnfit(EndReason.CERTIFICATE_EXPIRED),
                new Event.PinAccepted(NOON),
                new Event.PinWrong(2),
                new Event.PinIncomplete(),
                new Event.PinBlocked(true),
                new Event.PinBlocked(false),
                new Event.ChallengeArrived(FRESH),
                new Event.Welcomed(catalogue(RECORD)),
                new Event.Welcomed(CATALOGUE),
                new Event.Welcomed(catalogue()),
                new Event.CenterNews(News.NONE),
                new Event.RegistrationWanted(ELSEWHERE.municipality()),
                new Event.RegistrationWanted("99999"),
                new Event.LineWritten(),
                new Event.LineMissing(Stage.WRITE_HEAD),
                new Event.RegistrationsTold(List.of()),
                new Event.RegistrationsTold(List.of(registration(Registration.State.PENDING))),
                new Event.RegistrationsUntold(CenterTrouble.UNREACHABLE),
                new Event.RegistrationsUntold(CenterTrouble.UNTRUSTED),
                new Event.RegistrationsRefused(Refusal.UNKNOWN_VISIT, Circumstances.NONE),
                new Event.RegistrationsRefused(Refusal.UNAVAILABLE, Circumstances.NONE),
                new Event.RegistrationFiled(registration(Registration.State.PENDING)),
                new Event.DocumentArrived(1),
                new Event.DocumentUntrusted(),
                new Event.DocumentOutOfTime(),
                new Event.DocumentMisbound("visit"),
                new Event.SlotOpened(),
                new Event.SlotTakes(Set.of(new Yen(100))),
                new Event.CoinInserted(new Yen(100)),
                new Event.CoinInserted(new Yen(500)),
                new Event.SlotShut(),
                new Event.CashFailed(CashTrouble.JAM),
                new Event.MoneyUncounted(CashTrouble.EVENTS_LOST),
                new Event.PaidOut(new CashOutcome.Paid(new Yen(100))),
                new Event.PaidOut(new CashOutcome.Partial(Yen.ZERO, new Yen(100), CashTrouble.JAM)),
                new Event.PaidOut(new CashOutcome.Unknown(Yen.ZERO, new Yen(100), Yen.ZERO, "lost")),
                new Event.SidesPrinted(1),
                new Event.PrinterStopped(Set.of(PrinterTrouble.JAM)),
                new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_OUT_OF_PAPER)),
                new Event.PartChanged(Part.PRINTER, Set.of()),
                new Event.TimeUp(),
                new Event.Withdrawn(),
                new Event.LedgerFailed(),
                new Event.DefectFound()));
        for (PrintOutcome outcome : List.of(
                new PrintOutcome.Printed(2),
                new PrintOutcome.NotPrinted(Set.of(PrinterTrouble.JAM), "jam"),
                new PrintOutcome.Unknown(1, Set.of(), "lost"))) {
            events.add(new Event.DocumentPrinted(outcome));
            events.add(new Event.ReceiptPrinted(outcome));
            events.add(new Event.SlipPrinted(outcome));
            events.add(new Event.ClaimSlipPrinted(outcome));
        }
        for (CardFailure failure : CardFailure.values()) {
            events.add(new Event.CardFailed(failure));
            events.add(new Event.PinUncertain(failure));
            events.add(new Event.PinChangeUncertain(failure));
        }
        for (PinFlaw flaw : PinFlaw.values()) {
            events.add(new Event.NewPinUnfit(flaw));
        }
        for (TokenKind kind : TokenKind.values()) {
            events.add(new Event.TokenNotServed(kind));
        }
        for (Refusal refusal : Refusal.values()) {
            events.add(new Event.CenterRefused(refusal));
        }
        for (CenterTrouble trouble : CenterTrouble.values()) {
            events.add(new Event.CenterFailed(trouble));
        }
        return events;
    }
}
