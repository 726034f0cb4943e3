package jp.madoguchi.kiosk.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.madoguchi.kiosk.flow.Applications;
import jp.madoguchi.kiosk.flow.Choice;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.Withheld;
import jp.madoguchi.kiosk.visit.Screen;

/** By what it is for: everything that fits can be had, some of it, or nothing. */
final class SamplePurposes {
    private static final List<OfferOption> OF_RECORDS = List.of(
            new OfferOption("scope", List.of("self", "household", "members"), "self"),
            new OfferOption("domicile", List.of("no", "yes"), "no"),
            new OfferOption("relationship", List.of("no", "yes"), "no"),
            new OfferOption("my-number", List.of("no", "yes"), "no"));
    private static final List<OfferOption> OF_FOREIGN_RESIDENTS = List.of(
            new OfferOption("scope", List.of("self", "household"), "self"),
            new OfferOption("nationality", List.of("no", "yes"), "no"),
            new OfferOption("residence-status", List.of("no", "yes"), "no"),
            new OfferOption("relationship", List.of("no", "yes"), "no"),
            new OfferOption("my-number", List.of("no", "yes"), "no"));

    private SamplePurposes() {}

    static List<Screen> all(Language language) {
        List<Screen> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            all.add(fitting(purpose, language));
            all.add(options(purpose, language));
        }
        all.add(withheld(Purpose.PASSPORT, language));
        all.add(withheld(Purpose.BANK, language));
        all.add(unknown(language));
        all.add(unregistered(Purpose.PASSPORT, language));
        all.add(registering(Purpose.PASSPORT, Optional.empty(), language));
        all.add(registering(Purpose.INHERITANCE, Optional.of(Registration.State.PENDING), language));
        return all;
    }

    /** What the menu's screens are about, where its stage wants to know what it is for. */
    static Choice at(Stage stage, Choice choice) {
        return stage == Stage.CHOOSE_FITTING && choice.purpose().isEmpty()
                ? choice(choice.catalogue(), Purpose.HOME)
                : choice;
    }

    /** All certificates can be had. */
    static Screen fitting(Purpose purpose, Language language) {
        return screen(Stage.CHOOSE_FITTING, language, choice(whole(), purpose));
    }

    /** What of it cannot be had now is told with the reason. */
    static Screen withheld(Purpose purpose, Language language) {
        List<Offer> offers = whole().offers().stream()
                .filter(offer -> offer.kind().equals("residence-record"))
                .toList();
        Catalogue some = new Catalogue(
                SampleScreens.OFFICES,
                offers,
                List.of(
                        SampleMenus.withheld(
                                DocumentKind.FAMILY_REGISTER_WHOLE,
                                Withheld.Reason.OUTSIDE_HOURS,
                                Optional.of(SampleScreens.MONDAY)),
                        SampleMenus.withheld(
                                DocumentKind.SEAL_REGISTRATION, Withheld.Reason.SEAL_NOT_REGISTERED, Optional.empty()),
                        SampleMenus.withheld(
                                DocumentKind.RESIDENCE_RECORD, Withheld.Reason.STOPPED, Optional.empty())));
        return screen(Stage.CHOOSE_FITTING, language, choice(some, purpose));
    }

    /** The family register is kept elsewhere, and an application to that office stands so; whatever is not of it can be had. */
    static Screen registering(Purpose purpose, Optional<Registration.State> state, Language language) {
        return screen(language, elsewhere(), purpose, SampleScreens.applications(state, Optional.empty()));
    }

    /** The same where nobody says which office that is. */
    static Screen unregistered(Purpose purpose, Language language) {
        return screen(language, elsewhere(), purpose, Applications.NONE);
    }

    private static Catalogue elsewhere() {
        Set<DocumentKind> ofTheRegister = Set.of(
                DocumentKind.FAMILY_REGISTER_WHOLE,
                DocumentKind.FAMILY_REGISTER_INDIVIDUAL,
                DocumentKind.ADDRESS_HISTORY);
        return new Catalogue(
                SampleScreens.OFFICES,
                whole().offers().stream()
                        .filter(offer -> ofTheRegister.stream()
                                .noneMatch(kind -> kind.wireName().equals(offer.kind())))
                        .toList(),
                ofTheRegister.stream()
                        .sorted()
                        .map(kind -> new Withheld(
                                SampleScreens.ELSEWHERE.municipality(),
                                SampleScreens.ELSEWHERE.municipalityName(),
                                kind,
                                Withheld.Reason.DOMICILE_NOT_REGISTERED,
                                Optional.empty(),
                                Optional.empty()))
                        .toList());
    }

    private static Screen screen(Language language, Catalogue catalogue, Purpose purpose, Applications applications) {
        return SampleScreens.screen(Stage.CHOOSE_FITTING, language, choice(catalogue, purpose), applications);
    }

    /** Nothing that fits can be had, and nobody says why. */
    static Screen unknown(Language language) {
        Catalogue other = new Catalogue(SampleScreens.OFFICES, whole().offers().subList(0, 1), List.of());
        return screen(Stage.CHOOSE_FITTING, language, choice(other, Purpose.PASSPORT));
    }

    /** The first of the purpose's papers, as it is ticked for it. */
    static Screen options(Purpose purpose, Language language) {
        Purpose.Suit first = purpose.suits().get(0);
        Offer offer =
                offer(first.kind(), purpose == Purpose.RESIDENCE_STATUS ? OF_FOREIGN_RESIDENTS : options(first.kind()));
        Map<String, String> ticked = new TreeMap<>();
        offer.options()
                .forEach(option -> ticked.put(
                        option.name(), purpose.tick(offer.kind(), option).orElse(option.defaultValue())));
        Choice choice =
                new Choice(whole(), Optional.of(offer), ticked, Collections.emptySortedSet(), 1, Optional.of(purpose));
        return screen(Stage.CHOOSE_OPTIONS, language, choice);
    }

    private static Catalogue whole() {
        List<Offer> offers = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            offers.add(offer(kind, options(kind)));
        }
        return new Catalogue(SampleScreens.OFFICES, offers, List.of());
    }

    private static List<OfferOption> options(DocumentKind kind) {
        return switch (kind) {
            case RESIDENCE_RECORD, RESIDENCE_RECORD_STATEMENT -> OF_RECORDS;
            case TAX_CERTIFICATE, INCOME_CERTIFICATE ->
                List.of(new OfferOption("year", List.of("2026", "2025"), "2026"));
            case ADDRESS_HISTORY -> List.of(new OfferOption("extent", List.of("individual", "whole"), "individual"));
            case SEAL_REGISTRATION, FAMILY_REGISTER_WHOLE, FAMILY_REGISTER_INDIVIDUAL -> List.of();
        };
    }

    private static Offer offer(DocumentKind kind, List<OfferOption> options) {
        return new Offer("02201", SampleScreens.CITY, kind.wireName(), 300, 5, options, Optional.empty());
    }

    private static Choice choice(Catalogue catalogue, Purpose purpose) {
        return new Choice(catalogue, Optional.empty(), Map.of(), Collections.emptySortedSet(), 1, Optional.of(purpose));
    }

    private static Screen screen(Stage stage, Language language, Choice choice) {
        return SampleScreens.screen(stage, language, choice, Applications.NONE);
    }
}
