package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.flow.Applications;
import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Check;
import jp.madoguchi.kiosk.flow.Choice;
import jp.madoguchi.kiosk.flow.End;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Paper;
import jp.madoguchi.kiosk.flow.Paper.Slip;
import jp.madoguchi.kiosk.flow.ResidentFlow;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.staff.ManualPace;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.ServiceNotice;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.WritingPad;

/** A screen of every stage, language, reason, obstacle, hint and state of the money. Nobody in them exists. */
final class SampleScreens {
    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final ManualPace PACE = new ManualPace();

    private static final VisitId VISIT = new VisitId("0f3a91c2445566778899aabbccddeeff");
    private static final RequestId REQUEST = new RequestId("ffeeddccbbaa99887766554433221100");
    private static final Offer RECORD = new Offer(
            "02201",
            new LocalText("青森市", "Aomori City"),
            "residence-record",
            300,
            5,
            List.of(
                    new OfferOption("scope", List.of("self", "household"), "self"),
                    new OfferOption("domicile", List.of("no", "yes"), "no"),
                    new OfferOption("relationship", List.of("no", "yes"), "no"),
                    new OfferOption("my-number", List.of("no", "yes"), "no")));
    static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Offer UNHEARD_OF =
            new Offer("99999", new LocalText("架空市", ""), "unheard-of", 1000, 1, List.of());
    static final Set<Integer> ACCEPTS = Set.of(100, 500, 1000);
    static final LocalText CITY = new LocalText("青森市", "Aomori City");
    static final List<MunicipalOffice> OFFICES = List.of(new MunicipalOffice(
            "02201",
            CITY,
            MunicipalOffice.Role.RESIDENCE,
            new LocalText("青森市役所 市民課", "Aomori City Hall, citizens' section"),
            new LocalText("平日 8:30〜18:00", "weekdays 8:30 to 18:00"),
            "017-000-0000"));
    private static final Choice CHOICE = new Choice(
            new Catalogue(OFFICES, List.of(RECORD, UNHEARD_OF), List.of()),
            Optional.of(RECORD),
            Map.of("scope", "household", "domicile", "no", "relationship", "yes", "my-number", "no"),
            Collections.emptySortedSet(),
            2,
            Optional.empty());
    private static final List<HouseholdMember> EIGHT = List.of(
            member("世帯主（昭和60年生）", "householder, born 1985"),
            member("妻（昭和62年生）", "wife, born 1987"),
            member("子（平成30年生・1人目）", "child, born 2018, no. 1"),
            member("子（平成30年生・2人目）", "child, born 2018, no. 2"),
            member("子（令和元年生）", "child, born 2019"),
            member("父（昭和33年生）", "father, born 1958"),
            member("妻の母（昭和35年生）", "wife's mother, born 1960"),
            member("縁故者（平成15年生）", "other member, born 2003"));
    static final MunicipalOffice ELSEWHERE = new MunicipalOffice(
            "13999",
            new LocalText("架空区", "Kakuu Ward"),
            MunicipalOffice.Role.DOMICILE,
            new LocalText("架空区役所 戸籍係", "Kakuu Ward Office, register section"),
            new LocalText("平日 8時30分〜18時", "weekdays 8:30–18:00"),
            "000-1399-0000");
    private static final CardState CARD =
            card(TokenKind.MY_NUMBER_CARD, false, 3, Optional.of(Instant.parse("2031-03-03T14:59:59Z")), Hint.NONE);

    private static final Set<Hint> OF_A_NEW_PIN = EnumSet.of(Hint.PIN_UNLIKE, Hint.PIN_UNCHANGED, Hint.PIN_WEAK);

    private SampleScreens() {}

    static Readiness ready() {
        Readiness readiness = Readiness.unknown();
        for (Part part : Part.values()) {
            readiness = readiness.with(part, Set.of());
        }
        return readiness;
    }

    /** As it most often looks. */
    static Screen usual(Stage stage, Language language) {
        return screen(
                stage,
                language,
                ready(),
                CARD,
                Money.NONE,
                new Paper(1, 1, Set.of(), true, Slip.NONE),
                Optional.empty());
    }

    static Screen ended(EndReason reason, Language language, Money money, boolean cardPresent) {
        return screen(
                Stage.ENDED, language, ready(), card(cardPresent, 3, Hint.NONE), money, printed(), Optional.of(reason));
    }

    static Screen endedWithPhone(EndReason reason, Language language, TokenKind phone) {
        CardState card = card(phone, true, 3, Optional.empty(), Hint.NONE);
        return screen(Stage.ENDED, language, ready(), card, Money.NONE, printed(), Optional.of(reason));
    }

    /** At the end of a visit with a certificate that should be renewed. */
    static Screen takePaper(Language language, TokenKind token, Instant certificateEnds) {
        CardState card = card(token, false, 3, Optional.of(certificateEnds), Hint.NONE);
        Optional<EndReason> end = Optional.of(EndReason.DELIVERED);
        return screen(Stage.TAKE_PAPER, language, ready(), card, paid(0), printed(), end);
    }

    /** A visit that the center ended, with what it said beside the reason. */
    static Screen refused(EndReason reason, Circumstances circumstances, Language language) {
        Optional<End> end = Optional.of(new End(reason, circumstances));
        CardState card = card(reason != EndReason.OFFICE_CLOSED, 3, Hint.NONE); // that is told when it was taken
        return screen(Stage.ENDED, language, ready(), card, CHOICE, Money.NONE, printed(), end);
    }

    static Circumstances since(Instant day) {
        return new Circumstances(
                Optional.empty(), Optional.of(day), Optional.of("superseded"), Optional.empty(), Optional.empty());
    }

    static Circumstances opens(Instant opens, String ja, String en) {
        return new Circumstances(
                Optional.of(opens),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new LocalText(ja, en)));
    }

    private static List<Screen> refused(Language language) {
        Circumstances stop = opens(
                MONDAY,
                "見本村のシステム更新のため、今日は証明書を発行できません。",
                "Mihon Village renews its system: none of its certificates today.");
        return List.of(
                refused(EndReason.CERTIFICATE_REVOKED, since(NOON), language),
                refused(EndReason.CERTIFICATE_SUSPENDED, since(NOON), language),
                refused(EndReason.OFFICE_CLOSED, stop, language),
                refused(EndReason.CENTER_CLOSED, stop, language));
    }

    static Screen closed(Obstacle obstacle, Language language) {
        Readiness readiness = ready().with(Part.PRINTER, Set.of(obstacle));
        return screen(Stage.CLOSED, language, readiness, CARD, Money.NONE, printed(), Optional.empty());
    }

    static Screen enterPin(Language language, int tries, Hint hint, Instant certificateEnds) {
        CardState card = card(TokenKind.MY_NUMBER_CARD, true, tries, Optional.of(certificateEnds), hint);
        return screen(Stage.ENTER_PIN, language, ready(), card, Money.NONE, printed(), Optional.empty());
    }

    static Screen takePhone(Language language, Hint hint) {
        CardState phone = card(TokenKind.ANDROID_PHONE, true, 3, Optional.empty(), hint);
        return screen(Stage.TAKE_CARD, language, ready(), phone, Money.NONE, printed(), Optional.empty());
    }

    static Screen enterPhonePassword(Language language, int tries) {
        CardState phone = card(TokenKind.ANDROID_PHONE, true, tries, Optional.empty(), Hint.WRONG_PIN);
        return screen(Stage.ENTER_PIN, language, ready(), phone, Money.NONE, printed(), Optional.empty());
    }

    static Screen announced(Stage stage, Language language) {
        Optional<Instant> from = Optional.of(Instant.parse("2026-12-05T12:00:00Z"));
        Optional<Instant> until = Optional.of(Instant.parse("2026-12-05T15:00:00Z"));
        News news = new News(
                Optional.of(MONDAY),
                Optional.of(
                        new LocalText("保守点検のため、証明書の発行を休んでいます。", "Closed for maintenance: no certificates are issued.")),
                List.of(
                        new ServiceNotice(
                                ServiceNotice.Kind.MAINTENANCE,
                                Optional.empty(),
                                new LocalText("点検のため使えません。", "No service during maintenance."),
                                from,
                                until),
                        new ServiceNotice(
                                ServiceNotice.Kind.MUNICIPAL_STOP,
                                Optional.of(CITY),
                                new LocalText("税の証明書の発行を止めます。", "No tax certificates."),
                                Optional.empty(),
                                until)));
        Readiness readiness = stage == Stage.CLOSED
                ? ready().with(Part.CENTER, Set.of(Obstacle.CENTER_CLOSED)).with(news)
                : ready().with(news);
        return screen(stage, language, readiness, CARD, Money.NONE, printed(), Optional.empty());
    }

    static Screen printing(Language language, Set<PrinterTrouble> stopped) {
        Paper paper = new Paper(1, 2, stopped, false, Slip.NONE);
        return screen(Stage.PRINT, language, ready(), CARD, paid(0), paper, Optional.empty());
    }

    /** So many sides of two copies of this many pages have come out. */
    static Screen printing(Language language, int pages, int sides) {
        Paper paper = new Paper(pages, sides, Set.of(), false, Slip.NONE);
        return screen(Stage.PRINT, language, ready(), CARD, paid(0), paper, Optional.empty());
    }

    static Screen paying(Stage stage, Language language, Money money, boolean receipt) {
        Optional<EndReason> end = stage == Stage.RETURN_MONEY
                ? Optional.of(EndReason.PRINTER_NOT_READY)
                : stage == Stage.TAKE_PAPER ? Optional.of(EndReason.DELIVERED) : Optional.empty();
        return screen(stage, language, ready(), CARD, money, new Paper(1, 4, Set.of(), receipt, Slip.NONE), end);
    }

    /** Something is owed, or came out after all, and its number is, or is not, on a slip. */
    static Screen claiming(Stage stage, Language language, Slip slip) {
        EndReason end = stage == Stage.TAKE_PAPER ? EndReason.DELIVERED : EndReason.PRINT_UNKNOWN;
        Paper paper = new Paper(1, 4, Set.of(), true, false, Slip.NONE, slip);
        Money money = new Money(Set.of(), new Yen(700), Yen.ZERO, Yen.ZERO, new Yen(100), new Yen(100), false);
        return screen(stage, language, ready(), card(false, 3, Hint.NONE), money, paper, Optional.of(end));
    }

    /** Half of what is owed may have come out already; or nobody knows anything for certain. */
    static Screen doubted(Language language, boolean all) {
        Money money = new Money(Set.of(), new Yen(700), Yen.ZERO, Yen.ZERO, new Yen(700), new Yen(300), false);
        EndReason end = all ? EndReason.MONEY_UNCOUNTED : EndReason.CANCELLED;
        Paper paper = all ? lost(printed()) : printed();
        return screen(Stage.ENDED, language, ready(), card(false, 3, Hint.NONE), money, paper, Optional.of(end));
    }

    private static Money uncounted(Money money) {
        return new Money(
                money.takes(),
                money.inserted(),
                money.leaving(),
                money.returned(),
                money.owed(),
                money.doubtful(),
                true);
    }

    private static Paper lost(Paper paper) {
        return new Paper(
                paper.pages(),
                paper.sidesDone(),
                paper.stopped(),
                paper.receipt(),
                true,
                paper.slip(),
                paper.claimSlip());
    }

    static Screen with(Stage stage, Language language, Hint hint) {
        CardState card = card(true, 2, hint);
        Optional<EndReason> end = stage == Stage.ENDED ? Optional.of(EndReason.CANCELLED) : Optional.empty();
        return screen(stage, language, ready(), card, Money.NONE, printed(), end);
    }

    /** ¥700 inserted of ¥600; {@code owed} of the change did not come out. */
    static Money paid(int owed) {
        return new Money(Set.of(), new Yen(700), Yen.ZERO, new Yen(100 - owed), new Yen(owed));
    }

    /** The same for a person with these aids. */
    static Screen with(Screen screen, Set<Aid> aids) {
        Visit visit = ResidentFlow.TABLE
                .apply(screen.visit(), new Event.AidsChosen(aids))
                .next();
        return new Screen(visit, screen.number(), screen.revision(), screen.until());
    }

    /** The time is nearly up. */
    static Screen warned(Screen screen) {
        return new Screen(
                screen.visit(),
                screen.number(),
                screen.revision(),
                OptionalLong.of(PACE.nanos() + Stage.WARNING.toNanos()));
    }

    private static boolean isForAPerson(Stage stage) {
        return !stage.idle() && !stage.patience().isZero();
    }

    static List<Screen> all() {
        List<Screen> all = new ArrayList<>();
        Money little = new Money(Set.of(new Yen(100)), new Yen(200), Yen.ZERO, Yen.ZERO, Yen.ZERO);
        Money leaving = new Money(Set.of(), new Yen(500), new Yen(500), Yen.ZERO, Yen.ZERO);
        Money half = new Money(Set.of(), new Yen(500), Yen.ZERO, Yen.ZERO, Yen.ZERO);
        for (Language language : Language.values()) {
            all.add(warned(ended(EndReason.CENTER_UNREACHABLE, language, Money.NONE, false)));
            for (Stage stage : Stage.values()) {
                if (stage != Stage.ENDED) {
                    all.add(usual(stage, language));
                    if (isForAPerson(stage)) {
                        all.add(warned(usual(stage, language)));
                    }
                }
                for (Hint hint : Hint.values()) {
                    if (stage == Stage.ENTER_NEW_PIN || !OF_A_NEW_PIN.contains(hint)) {
                        all.add(with(stage, language, hint));
                    }
                }
            }
            for (EndReason reason : EndReason.values()) {
                all.add(ended(reason, language, Money.NONE, false));
                all.add(ended(reason, language, Money.NONE, true));
                all.add(ended(reason, language, paid(100), false));
                all.add(ended(reason, language, leaving, false));
                all.add(ended(reason, language, paid(100), true));
                all.add(ended(reason, language, leaving, true));
                all.add(endedWithPhone(reason, language, TokenKind.ANDROID_PHONE));
            }
            all.addAll(refused(language));
            for (Obstacle obstacle : Obstacle.values()) {
                all.add(closed(obstacle, language));
            }
            all.addAll(SampleMenus.all(language));
            all.addAll(SamplePurposes.all(language));
            all.addAll(SamplePractice.all(language));
            all.addAll(SamplePinChanges.all(language));
            all.add(announced(Stage.WELCOME, language));
            all.add(announced(Stage.CLOSED, language));
            for (int sides = 0; sides <= 8; sides += 4) {
                all.add(printing(language, 2, sides));
            }
            for (PrinterTrouble trouble : PrinterTrouble.values()) {
                all.add(printing(language, Set.of(trouble)));
            }
            for (TokenKind token : List.of(TokenKind.MY_NUMBER_CARD, TokenKind.ANDROID_PHONE)) {
                all.add(takePaper(language, token, NOON.plusSeconds(86_400L * 20)));
                all.add(takePaper(language, token, NOON.minusSeconds(60)));
            }
            for (int tries = 1; tries <= 3; tries++) {
                all.add(enterPin(language, tries, Hint.WRONG_PIN, NOON.plusSeconds(86_400L * 20)));
                all.add(enterPhonePassword(language, tries));
            }
            for (Registration.State state : Registration.State.values()) {
                all.add(registration(Stage.CHOOSE_DOCUMENT, language, state));
                all.add(registration(Stage.REGISTRATION_FILED, language, state));
                all.add(registrationTold(language, state));
            }
            all.add(ofEight(Stage.CHOOSE_OPTIONS, language, "self", 0));
            all.add(members(Stage.CHOOSE_OPTIONS, language, 0, 2, 3));
            all.add(members(Stage.CHOOSE_OPTIONS, language));
            all.add(members(Stage.CONFIRM, language, 0, 1, 2, 3, 4, 5, 6, 7));
            all.add(members(Stage.CONFIRM, language, 4));
            all.add(unanswered(language, CenterTrouble.UNREACHABLE));
            all.add(untold(language));
            for (Hint hint : List.of(Hint.NONE, Hint.FORGOTTEN)) {
                all.add(takePhone(language, hint));
            }
            all.add(paying(Stage.PAY, language, half, false));
            all.add(paying(Stage.PAY, language, little, false));
            all.add(paying(Stage.GIVE_CHANGE, language, leaving, false));
            all.add(paying(Stage.RETURN_MONEY, language, leaving, false));
            all.add(paying(Stage.TAKE_PAPER, language, paid(100), false));
            for (Slip slip : Slip.values()) {
                all.add(claiming(Stage.ENDED, language, slip));
                all.add(claiming(Stage.TAKE_PAPER, language, slip));
            }
            all.add(doubted(language, false));
            all.add(doubted(language, true));
            all.add(claiming(Stage.PRINT_SLIP, language, Slip.ON_ITS_WAY));
            all.addAll(SampleChecks.all(language));
        }
        return all;
    }

    private static Applications applications(Stage stage) {
        return switch (stage) {
            case REGISTRATION_FILED -> applications(Optional.of(Registration.State.PENDING), Optional.empty());
            case REGISTRATION_UNANSWERED -> applications(Optional.empty(), Optional.of(CenterTrouble.UNCERTAIN));
            default -> applications(Optional.empty(), Optional.empty());
        };
    }

    static Applications applications(Optional<Registration.State> state, Optional<CenterTrouble> trouble) {
        Optional<Registration> filed = state.map(each -> new Registration(
                REQUEST,
                ELSEWHERE.municipality(),
                ELSEWHERE.municipalityName(),
                each,
                NOON,
                Optional.of(NOON.plusSeconds(86_400L * 3))));
        return new Applications(
                List.of(ELSEWHERE),
                state.equals(Optional.of(Registration.State.REGISTERED)) ? Set.of() : Set.of(ELSEWHERE.municipality()),
                Optional.of(filed.stream().toList()),
                Optional.of(ELSEWHERE),
                trouble);
    }

    private static HouseholdMember member(String ja, String en) {
        return new HouseholdMember(Sha256.of(ja.getBytes(UTF_8)).hex().substring(32), new LocalText(ja, en));
    }

    /** Some of a household of eight, at the options or to be confirmed. */
    static Screen members(Stage stage, Language language, Integer... ticked) {
        return ofEight(stage, language, "members", ticked);
    }

    private static Screen ofEight(Stage stage, Language language, String scope, Integer... ticked) {
        List<OfferOption> options = new ArrayList<>(RECORD.options());
        options.set(0, new OfferOption("scope", List.of("self", "household", "members"), "self"));
        Offer offer = new Offer("02201", CITY, "residence-record", 300, 5, options, EIGHT, Optional.empty());
        Choice choice = new Choice(
                new Catalogue(OFFICES, List.of(offer), List.of()),
                Optional.of(offer),
                Map.of("scope", scope, "domicile", "no", "relationship", "yes", "my-number", "no"),
                new TreeSet<>(List.of(ticked)),
                2,
                Optional.empty());
        return screen(stage, language, choice, applications(stage));
    }

    /** A menu, or the screen that tells more, with an application in this state. */
    static Screen registration(Stage stage, Language language, Registration.State state) {
        return screen(stage, language, CHOICE, applications(Optional.of(state), Optional.empty()));
    }

    /** After the screen that tells more. */
    static Screen registrationTold(Language language, Registration.State state) {
        Applications told = applications(Optional.of(state), Optional.empty());
        return screen(Stage.ENDED, language, CHOICE, told, Optional.of(new End(EndReason.REGISTRATION_TOLD)));
    }

    static Screen unanswered(Language language, CenterTrouble trouble) {
        return screen(
                Stage.REGISTRATION_UNANSWERED, language, CHOICE, applications(Optional.empty(), Optional.of(trouble)));
    }

    /** The menu after the center was asked in vain what was applied for. */
    static Screen untold(Language language) {
        Applications untold = new Applications(
                List.of(ELSEWHERE),
                Set.of(ELSEWHERE.municipality()),
                Optional.empty(),
                Optional.of(ELSEWHERE),
                Optional.of(CenterTrouble.UNCERTAIN));
        return screen(Stage.CHOOSE_DOCUMENT, language, CHOICE, untold);
    }

    static Screen screen(Stage stage, Language language, Choice choice, Applications applications) {
        return screen(stage, language, choice, applications, Optional.empty());
    }

    private static Screen screen(
            Stage stage, Language language, Choice choice, Applications applications, Optional<End> end) {
        Visit usual = usual(stage, language).visit();
        Visit visit = new Visit(
                VISIT,
                REQUEST,
                stage,
                language,
                Set.of(),
                Service.ISSUING,
                usual.readiness(),
                false,
                CARD,
                Optional.empty(),
                choice,
                applications,
                Money.NONE,
                usual.paper(),
                Optional.empty(),
                end);
        return new Screen(visit, 17, 42);
    }

    /** Lines as long as they may be. */
    static WritingPad written() {
        WritingPad pad = new WritingPad();
        write(pad, WritingPad.Line.DOMICILE, "おおあざかくうまちあざみほんざわにしさんじょう１０ちょうめ１２３４ばんちの５");
        write(pad, WritingPad.Line.HEAD, "かくう　はちろうざえもんのすけよしのぶきみまろ");
        return pad;
    }

    private static void write(WritingPad pad, WritingPad.Line line, String text) {
        text.chars().forEach(letter -> pad.write(line, (char) letter));
    }

    private static Paper printed() {
        return new Paper(1, 2, Set.of(), true, Slip.NONE);
    }

    private static CardState card(boolean present, int tries, Hint hint) {
        return card(TokenKind.MY_NUMBER_CARD, present, tries, CARD.certificateEnds(), hint);
    }

    private static CardState card(TokenKind token, boolean present, int tries, Optional<Instant> ends, Hint hint) {
        return new CardState(present, Optional.of(token), OptionalInt.of(tries), ends, hint, 0);
    }

    /** Of the certificate check: a card in order unless {@code check} says otherwise. */
    static Screen checking(Stage stage, Language language, Readiness readiness, Check check) {
        return checking(stage, language, readiness, Optional.of(check), Slip.NONE, Optional.empty());
    }

    /** Of the certificate check, once what it showed is gone. */
    static Screen checked(Stage stage, Language language, Slip slip) {
        return checkEnded(stage, language, slip, EndReason.CHECKED);
    }

    static Screen checkEnded(EndReason reason, Language language) {
        return checkEnded(Stage.ENDED, language, Slip.NONE, reason);
    }

    private static Screen checkEnded(Stage stage, Language language, Slip slip, EndReason reason) {
        return checking(stage, language, ready(), Optional.empty(), slip, Optional.of(new End(reason)));
    }

    static Screen checking(
            Stage stage, Language language, Readiness readiness, Optional<Check> check, Slip slip, Optional<End> end) {
        Visit visit = new Visit(
                VISIT,
                REQUEST,
                stage,
                language,
                Set.of(),
                Service.CERTIFICATE_CHECK,
                readiness,
                false,
                card(true, 3, Hint.NONE),
                Optional.empty(),
                CHOICE,
                Applications.NONE,
                Money.NONE,
                new Paper(0, 0, Set.of(), false, slip),
                check,
                end);
        return new Screen(visit, 17, 42);
    }

    private static Screen screen(
            Stage stage,
            Language language,
            Readiness readiness,
            CardState card,
            Money money,
            Paper paper,
            Optional<EndReason> end) {
        return screen(stage, language, readiness, card, CHOICE, money, paper, end.map(End::new));
    }

    private static Screen screen(
            Stage stage,
            Language language,
            Readiness readiness,
            CardState card,
            Choice choice,
            Money money,
            Paper paper,
            Optional<End> end) {
        Optional<EndReason> why = end.map(End::reason);
        boolean uncounted = why.equals(Optional.of(EndReason.MONEY_UNCOUNTED));
        boolean lost = why.equals(Optional.of(EndReason.PRINT_UNKNOWN));
        Visit visit = new Visit(
                VISIT,
                REQUEST,
                stage,
                language,
                Set.of(),
                Service.ISSUING,
                readiness,
                stage == Stage.LATCHED,
                card,
                Optional.empty(),
                SamplePurposes.at(stage, choice),
                applications(stage),
                uncounted ? uncounted(money) : money,
                lost ? lost(paper) : paper,
                SampleChecks.shownAt(stage),
                end);
        return new Screen(visit, 17, 42);
    }
}
