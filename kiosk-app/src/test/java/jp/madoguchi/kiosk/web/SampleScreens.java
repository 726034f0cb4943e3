package jp.madoguchi.kiosk.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.flow.CardState;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Check;
import jp.madoguchi.kiosk.flow.Choice;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Paper;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;

/** A screen of every stage, language, reason, obstacle, hint and state of the money. Nobody in them exists. */
final class SampleScreens {
    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

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
    private static final Offer UNHEARD_OF =
            new Offer("99999", new LocalText("架空市", ""), "unheard-of", 1000, 1, List.of());
    private static final Choice CHOICE = new Choice(
            List.of(RECORD, UNHEARD_OF),
            Optional.of(RECORD),
            Map.of("scope", "household", "domicile", "no", "relationship", "yes", "my-number", "no"),
            2);
    private static final CardState CARD =
            card(TokenKind.MY_NUMBER_CARD, false, 3, Optional.of(Instant.parse("2031-03-03T14:59:59Z")), Hint.NONE);

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
        return screen(stage, language, ready(), CARD, Money.NONE, new Paper(1, 1, Set.of(), true), Optional.empty());
    }

    static Screen ended(EndReason reason, Language language, Money money, boolean cardPresent) {
        return screen(
                Stage.ENDED, language, ready(), card(cardPresent, 3, Hint.NONE), money, printed(), Optional.of(reason));
    }

    static Screen closed(Obstacle obstacle, Language language) {
        Readiness readiness = ready().with(Part.PRINTER, Set.of(obstacle));
        return screen(Stage.CLOSED, language, readiness, CARD, Money.NONE, printed(), Optional.empty());
    }

    static Screen enterPin(Language language, int tries, Hint hint, Instant certificateEnds) {
        CardState card = card(TokenKind.MY_NUMBER_CARD, true, tries, Optional.of(certificateEnds), hint);
        return screen(Stage.ENTER_PIN, language, ready(), card, Money.NONE, printed(), Optional.empty());
    }

    static Screen enterPhonePassword(Language language, int tries) {
        CardState phone = card(TokenKind.ANDROID_PHONE, true, tries, Optional.empty(), Hint.WRONG_PIN);
        return screen(Stage.ENTER_PIN, language, ready(), phone, Money.NONE, printed(), Optional.empty());
    }

    static Screen printing(Language language, Set<PrinterTrouble> stopped) {
        Paper paper = new Paper(1, 2, stopped, false);
        return screen(Stage.PRINT, language, ready(), CARD, paid(0), paper, Optional.empty());
    }

    static Screen paying(Stage stage, Language language, Money money, boolean receipt) {
        Optional<EndReason> end = stage == Stage.RETURN_MONEY
                ? Optional.of(EndReason.PRINTER_NOT_READY)
                : stage == Stage.TAKE_PAPER ? Optional.of(EndReason.DELIVERED) : Optional.empty();
        return screen(stage, language, ready(), CARD, money, new Paper(1, 4, Set.of(), receipt), end);
    }

    static Screen with(Stage stage, Language language, Hint hint) {
        CardState card = card(true, 2, hint);
        Optional<EndReason> end = stage == Stage.ENDED ? Optional.of(EndReason.CANCELLED) : Optional.empty();
        return screen(stage, language, ready(), card, Money.NONE, printed(), end);
    }

    /** ¥700 inserted of ¥600; {@code owed} of the change did not come out. */
    static Money paid(int owed) {
        return new Money(new Yen(700), Yen.ZERO, new Yen(100 - owed), new Yen(owed));
    }

    static List<Screen> all() {
        List<Screen> all = new ArrayList<>();
        Money leaving = new Money(new Yen(500), new Yen(500), Yen.ZERO, Yen.ZERO);
        Money half = new Money(new Yen(500), Yen.ZERO, Yen.ZERO, Yen.ZERO);
        for (Language language : Language.values()) {
            for (Stage stage : Stage.values()) {
                if (stage != Stage.ENDED) {
                    all.add(usual(stage, language));
                }
                for (Hint hint : Hint.values()) {
                    all.add(with(stage, language, hint));
                }
            }
            for (EndReason reason : EndReason.values()) {
                all.add(ended(reason, language, Money.NONE, false));
                all.add(ended(reason, language, paid(100), true));
                all.add(ended(reason, language, leaving, true));
            }
            for (Obstacle obstacle : Obstacle.values()) {
                all.add(closed(obstacle, language));
            }
            for (PrinterTrouble trouble : PrinterTrouble.values()) {
                all.add(printing(language, Set.of(trouble)));
            }
            for (int tries = 1; tries <= 3; tries++) {
                all.add(enterPin(language, tries, Hint.WRONG_PIN, NOON.plusSeconds(86_400L * 20)));
                all.add(enterPhonePassword(language, tries));
            }
            all.add(paying(Stage.PAY, language, half, false));
            all.add(paying(Stage.GIVE_CHANGE, language, leaving, false));
            all.add(paying(Stage.RETURN_MONEY, language, leaving, false));
            all.add(paying(Stage.TAKE_PAPER, language, paid(100), false));
            all.addAll(SampleChecks.all(language));
        }
        return all;
    }

    private static Paper printed() {
        return new Paper(1, 2, Set.of(), true);
    }

    private static CardState card(boolean present, int tries, Hint hint) {
        return card(TokenKind.MY_NUMBER_CARD, present, tries, CARD.certificateEnds(), hint);
    }

    private static CardState card(TokenKind token, boolean present, int tries, Optional<Instant> ends, Hint hint) {
        return new CardState(present, Optional.of(token), OptionalInt.of(tries), ends, hint, 0);
    }

    /** Of the certificate check: a card in order unless {@code check} says otherwise. */
    static Screen checking(Stage stage, Language language, Readiness readiness, Check check) {
        Visit visit = new Visit(
                VISIT,
                REQUEST,
                stage,
                language,
                Service.CERTIFICATE_CHECK,
                readiness,
                false,
                card(true, 3, Hint.NONE),
                Optional.empty(),
                CHOICE,
                Money.NONE,
                printed(),
                Optional.of(check),
                Optional.empty());
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
        Visit visit = new Visit(
                VISIT,
                REQUEST,
                stage,
                language,
                Service.ISSUING,
                readiness,
                stage == Stage.LATCHED,
                card,
                Optional.empty(),
                CHOICE,
                money,
                paper,
                SampleChecks.shownAt(stage),
                end);
        return new Screen(visit, 17, 42);
    }
}
