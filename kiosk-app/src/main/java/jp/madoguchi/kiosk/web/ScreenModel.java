package jp.madoguchi.kiosk.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Paper;
import jp.madoguchi.kiosk.flow.Practice;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.News;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PasswordPad;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;

/** What a screen shows, in words: the same names for every stage, so that a template only places them. Any thread. */
final class ScreenModel {
    private static final int ROOM_FOR_OFFERS = 3;
    private static final int FEW_TRIES = 2;
    private static final int STEPS = 5;
    private static final int NOTE = 1000;

    private final String kioskId;
    private final boolean testAnchors;
    private final Set<Integer> accepts;
    private final Clock clock;
    private final Pace pace;
    private final Keypads keys;
    private final Supplier<Duration> left;
    private final Function<Language, Words> words;

    ScreenModel(String kioskId, boolean testAnchors, Set<Integer> accepts, Clock clock, Keypads keys) {
        this(kioskId, testAnchors, accepts, clock, Pace.real(), keys, () -> Duration.ZERO, Words::of);
    }

    /** {@code left}: how long a visit has that is to be over soon; {@code words}: those of each language. */
    ScreenModel(
            String kioskId,
            boolean testAnchors,
            Set<Integer> accepts,
            Clock clock,
            Pace pace,
            Keypads keys,
            Supplier<Duration> left,
            Function<Language, Words> words) {
        this.left = left;
        this.words = words;
        this.kioskId = kioskId;
        this.testAnchors = testAnchors;
        this.accepts = Set.copyOf(accepts);
        this.clock = clock;
        this.pace = pace;
        this.keys = keys;
    }

    /** {@code recorded}: whether the voice of the visit's language can be offered. */
    View of(Screen screen, boolean recorded) {
        Visit visit = screen.visit();
        Words words = this.words.apply(visit.language());
        return new View()
                .with("screen", screen.number())
                .with("revision", screen.revision())
                .with("stage", visit.stage().slug())
                .with("template", "screens/" + visit.stage().slug())
                .with("lang", visit.language().tag())
                .with("language", visit.language().code())
                .with("aids", AidsModel.slugs(visit.aids(), visit.language()))
                .later("aidsOffered", () -> AidsModel.offered(visit.aids(), visit.language(), recorded))
                .with("voiced", visit.aids().contains(Aid.VOICE))
                .with("readings", Furigana.wanted(visit))
                .with("warned", screen.until().isPresent())
                .with(
                        "secondsLeft",
                        screen.until().isPresent() ? secondsUntil(screen.until().getAsLong()) : 0L)
                .later("languages", () -> languages(visit, each -> true))
                .later("second", () -> language(second(visit), visit))
                .later("further", () -> languages(visit, each -> each != visit.language() && each != second(visit)))
                .with("kiosk", kioskId)
                .with("testAnchors", testAnchors)
                .with("idle", visit.stage().idle())
                .with("service", shown(visit.service()).slug())
                .later("practice", () -> PracticeModel.of(visit, accepts, words))
                .with("stuck", stuck(visit))
                .with(
                        "stopping",
                        !visit.stage().idle() && visit.readiness().all().contains(Obstacle.STOPPING))
                .with("left", left.get().toSeconds())
                .later("stopped", () -> stopped(visit))
                .with("checkable", Service.CERTIFICATE_CHECK.possible(visit.readiness()))
                .with("changeable", Service.PIN_CHANGE.possible(visit.readiness()))
                .later(
                        "check",
                        () -> visit.check()
                                .map(check -> CheckModel.of(visit, check, words, clock.instant()))
                                .orElse(null))
                .with("step", step(visit))
                .with("steps", steps(visit))
                .later(
                        "obstacles",
                        () -> visit.readiness().all().stream()
                                .filter(obstacle -> !ofStaff(visit).contains(obstacle))
                                .map(ScreenModel::obstacle)
                                .toList())
                .with("end", visit.end().map(end -> end.reason().slug()).orElse(""))
                .with("code", visit.end().map(end -> end.reason().code()).orElse(""))
                .later("why", () -> EndModel.why(visit, words))
                .later("remedy", () -> EndModel.remedy(visit, words))
                .later("told", () -> EndModel.told(visit.end(), words, clock.instant()))
                .with("claim", visit.id().claimNumber())
                .with("claims", visit.claims())
                .later("card", () -> card(visit.card(), words))
                .later("take", () -> take(visit.card(), words))
                .later("asked", () -> ServiceModel.of(visit, words))
                .with("pin", pin(screen))
                .with("password", pad(keys.password(), keys.password().of(screen.number()), PasswordPad.MOST))
                .later("many", () -> many(visit))
                .later("offers", () -> OfferModel.offers(visit.choice(), words, clock.instant()))
                .later("withheld", () -> WithheldModel.of(visit, words, clock.instant()))
                .later("news", () -> NewsModel.of(visit.readiness().news(), words, clock.instant()))
                .later("purposes", () -> PurposeModel.all(words))
                .later("purpose", () -> PurposeModel.of(visit, words, clock.instant()))
                .later("chosen", () -> OfferModel.chosen(visit.choice(), words))
                .later("registration", () -> RegistrationModel.of(visit, words))
                .with("writing", RegistrationModel.writing(visit.stage(), keys.writing()))
                .later("money", () -> money(visit, words))
                .later("takes", () -> takes(words, this.words.apply(second(visit))))
                .later("slot", () -> slot(visit, words))
                .later("paper", () -> paper(visit))
                .later("printing", () -> PaperModel.doing(visit, words))
                .later("toTake", () -> PaperModel.toTake(visit, words))
                .later("things", () -> PaperModel.things(PaperModel.toTake(visit, words)))
                .later("forgotten", () -> PaperModel.forgotten(visit))
                .later("office", () -> EndModel.office(visit, words));
    }

    /** Who practises sees the screens that are practised. */
    private static Service shown(Service service) {
        return service == Service.PRACTICE ? Service.ISSUING : service;
    }

    private long secondsUntil(long nanos) {
        return Math.max(0, Duration.ofNanos(nanos - pace.nanos()).toSeconds());
    }

    /** Whether the offers have to stand close together. */
    private static boolean many(Visit visit) {
        int offers = visit.choice().offers().size();
        boolean alone = visit.choice().catalogue().withheld().isEmpty()
                && !visit.applications().waits();
        return offers > (alone ? ROOM_FOR_OFFERS : ROOM_FOR_OFFERS - 1);
    }

    /** The visit goes on only when somebody of the staff does something. */
    private static boolean stuck(Visit visit) {
        return visit.stage() == Stage.PRINT
                ? !visit.paper().stopped().isEmpty()
                : Practice.leaving(visit)
                        || (visit.stage() == Stage.ENDED
                                && (visit.claims() || visit.card().hint() == CardState.Hint.FORGOTTEN));
    }

    private static Set<Obstacle> ofStaff(Visit visit) {
        Set<Obstacle> all = EnumSet.noneOf(Obstacle.class);
        all.addAll(visit.readiness().obstacles().getOrDefault(Part.STAFF, Set.of()));
        all.remove(Obstacle.NOT_ASKED_YET); // that is every part's at first
        return all;
    }

    /** Why staff have stopped the service; told to residents. */
    private static List<String> stopped(Visit visit) {
        return ofStaff(visit).stream().sorted().map(Slug::of).toList();
    }

    private static View obstacle(Obstacle obstacle) {
        return new View().with("name", Slug.of(obstacle)).with("code", obstacle.code());
    }

    /** What stands beside the first language while nobody has chosen one. */
    private static Language second(Visit visit) {
        return visit.language() == Language.EN ? Language.JA : Language.EN;
    }

    private List<View> languages(Visit visit, Predicate<Language> which) {
        return Stream.of(Language.values())
                .filter(which)
                .map(language -> language(language, visit))
                .toList();
    }

    /** With what it says of a closed kiosk: the hour, and in full. */
    private View language(Language language, Visit visit) {
        Words said = words.apply(language);
        News news = visit.readiness().news();
        return new View()
                .with("code", language.code())
                .with("lang", language.tag())
                .with("spoken", language == visit.language())
                .with("words", said.all())
                .later("opens", () -> NewsModel.opens(news, said, clock.instant()))
                .later("news", () -> NewsModel.also(news, said, clock.instant()));
    }

    /** Which of the five steps this is; 0 outside of them. */
    private static int step(Visit visit) {
        return shown(visit.service()) == Service.ISSUING ? stepOfIssuing(visit.stage()) : 0;
    }

    private static int stepOfIssuing(Stage stage) {
        return switch (stage) {
            case PLACE_CARD, READ_CARD, ENTER_PIN, CHECK_PIN, ASK_CENTER, TAKE_CARD -> 1;
            case CHOOSE_DOCUMENT,
                    CHOOSE_PURPOSE,
                    CHOOSE_FITTING,
                    CHOOSE_OPTIONS,
                    ASK_REGISTRATIONS,
                    WRITE_DOMICILE,
                    WRITE_HEAD,
                    CONFIRM_REGISTRATION,
                    FILE_REGISTRATION,
                    REGISTRATION_UNANSWERED,
                    REGISTRATION_FILED -> 2;
            case CONFIRM, FETCH_DOCUMENT -> 3;
            case OPEN_SLOT, PAY, COUNT_MONEY, GIVE_CHANGE -> 4;
            case PRINT, PRINT_RECEIPT, TAKE_PAPER -> STEPS;
            case CLOSED,
                    LATCHED,
                    WELCOME,
                    RETURN_MONEY,
                    ENDED,
                    INSPECT_CARD,
                    SHOW_CERTIFICATES,
                    ENTER_PASSWORD,
                    CHECK_PASSWORD,
                    ENTER_NEW_PIN,
                    REPEAT_NEW_PIN,
                    CHANGE_PIN,
                    PRINT_SLIP -> 0;
        };
    }

    private static List<View> steps(Visit visit) {
        int now = step(visit);
        List<View> steps = new ArrayList<>();
        for (int number = 1; number <= STEPS; number++) {
            String state = number < now ? "done" : number == now ? "now" : "ahead";
            steps.add(new View().with("state", state));
        }
        return steps;
    }

    private static View take(CardState card, Words words) {
        View take = new View().with("hear", card.present() ? "where.reader" : null);
        for (String part : List.of("title", "lead", "forgotten")) {
            take.with(part, words.text(card, "take-card." + part));
        }
        return take;
    }

    private View card(CardState card, Words words) {
        return new View()
                .with("present", card.present())
                .with("token", card.phone() ? "phone" : "card")
                .with("hint", Slug.of(card.hint()))
                .with("few", few(card))
                .with("tries", card.triesLeft().orElse(0))
                .with("expiry", ValidityModel.of(card, words, clock.instant()));
    }

    static boolean few(CardState card) {
        return card.triesLeft().isPresent() && card.triesLeft().getAsInt() <= FEW_TRIES;
    }

    private View pin(Screen screen) {
        PinKeys asked = keys.pin(screen.visit().stage());
        return pad(asked, asked.of(screen), PinPad.DIGITS);
    }

    private static View pad(ScreenKeys keys, List<SecretKeys.Key> shown, int most) {
        int count = keys.count();
        List<Boolean> dots = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            dots.add(i < count);
        }
        List<View> pad = shown.stream()
                .map(key -> new View()
                        .with("label", key.label())
                        .with("digit", key.label().length() == 1)
                        .with("name", key.name().text()))
                .toList();
        return new View()
                .with("pad", pad)
                .with("dots", dots)
                .with("count", count)
                .with("complete", keys.complete());
    }

    /** Which coins are taken, and whether notes are. */
    private View takes(Words words, Words other) {
        boolean notes = accepts.contains(NOTE);
        String key = notes ? "welcome.notes.what" : "welcome.coins.what";
        return new View()
                .with("welcome", words.text(key, coins(accepts, words)))
                .with("also", other.text(key, coins(accepts, other)));
    }

    /** What goes into the slot at this moment, and what the kiosk takes at other times. */
    private View slot(Visit visit, Words words) {
        Set<Integer> told = visit.money().takes().stream().map(Yen::amount).collect(Collectors.toSet());
        Set<Integer> open = told.isEmpty() ? accepts : told;
        Set<Integer> refused = new TreeSet<>(accepts);
        refused.removeAll(open);
        return new View()
                .with(
                        "takes",
                        words.text(open.contains(NOTE) ? "pay.lead.notes" : "pay.lead.coins", coins(open, words)))
                .with("refuses", !refused.isEmpty())
                .with("refused", refused.stream().map(words::yen).collect(Collectors.joining(words.text("money.and"))));
    }

    private static String coins(Set<Integer> money, Words words) {
        return money.stream()
                .filter(yen -> yen < NOTE)
                .sorted()
                .map(words::yen)
                .collect(Collectors.joining(words.text("money.and")));
    }

    private static View money(Visit visit, Words words) {
        Money money = visit.money();
        int fee = visit.choice().fee().amount();
        int inHand = money.inHand().amount();
        return new View()
                .with("fee", words.yen(fee))
                .with("free", fee == 0)
                .with("in", words.yen(inHand))
                .with("anyIn", inHand > 0)
                .with("missing", words.yen(Math.max(0, fee - inHand)))
                .with("untouched", money.inserted().isZero())
                .with("leaving", words.yen(money.leaving()))
                .with("anyLeaving", !money.leaving().isZero())
                .with("returned", words.yen(money.returned()))
                .with("anyReturned", !money.returned().isZero())
                .with("owed", words.yen(money.owed()))
                .with("anyOwed", !money.owed().isZero())
                .with("doubtful", words.yen(money.doubtful()))
                .with("anyDoubtful", !money.doubtful().isZero())
                .with("uncounted", money.uncounted());
    }

    private static View paper(Visit visit) {
        Paper paper = visit.paper();
        return new View()
                .with("sides", paper.sides(visit.choice().copies()))
                .with("done", paper.sidesDone())
                .with("stopped", paper.stopped().stream().sorted().map(Slug::of).toList())
                .with("waits", !paper.stopped().isEmpty())
                .with("slip", paper.slip().slug())
                .with("claimSlip", paper.claimSlip().slug())
                .with("receipt", paper.receipt())
                .with("unknown", paper.unknown());
    }
}
