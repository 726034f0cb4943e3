package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.flow.Applications;
import jp.madoguchi.kiosk.flow.Choice;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.Withheld;
import jp.madoguchi.kiosk.visit.Screen;

/** Menus, from one on which everything stands to one on which nothing does. */
final class SampleMenus {
    private static final List<DocumentKind> REGISTERS = List.of(
            DocumentKind.FAMILY_REGISTER_WHOLE, DocumentKind.FAMILY_REGISTER_INDIVIDUAL, DocumentKind.ADDRESS_HISTORY);

    private SampleMenus() {}

    static List<Screen> all(Language language) {
        List<Screen> all = new ArrayList<>();
        for (Withheld.Reason reason : Withheld.Reason.values()) {
            all.add(menu(
                    language, List.of(), List.of(withheld(DocumentKind.SEAL_REGISTRATION, reason, Optional.empty()))));
        }
        all.add(fullMenu(language, 2));
        all.add(fullMenu(language, 3));
        all.add(emptyMenu(language));
        all.add(wholeMenu(language));
        all.add(shortMenu(language, 1));
        all.add(shortMenu(language, 2));
        return all;
    }

    /** The menu with these offers above what is withheld; an application is possible where certificates wait for one. */
    static Screen menu(Language language, List<Offer> offers, List<Withheld> withheld) {
        Choice choice = new Choice(
                new Catalogue(SampleScreens.OFFICES, offers, withheld),
                Optional.empty(),
                Map.of(),
                Collections.emptySortedSet(),
                1,
                Optional.empty());
        boolean waits =
                withheld.stream().anyMatch(each -> each.municipality().equals(SampleScreens.ELSEWHERE.municipality()));
        Applications applications =
                waits ? SampleScreens.applications(Optional.empty(), Optional.empty()) : Applications.NONE;
        return SampleScreens.screen(Stage.CHOOSE_DOCUMENT, language, choice, applications);
    }

    static Withheld withheld(DocumentKind kind, Withheld.Reason reason, Optional<Instant> opens) {
        return new Withheld("02201", SampleScreens.CITY, kind, reason, opens, Optional.empty());
    }

    /** Every certificate of two municipalities: some can be had until the evening, the others not, for four reasons. */
    static Screen fullMenu(Language language, int had) {
        List<Offer> offers = new ArrayList<>();
        for (DocumentKind kind : List.of(DocumentKind.values()).subList(0, had)) {
            offers.add(new Offer(
                    "02201",
                    SampleScreens.CITY,
                    kind.wireName(),
                    300,
                    5,
                    List.of(),
                    Optional.of(SampleScreens.NOON.plusSeconds(3600))));
        }
        List<Withheld> withheld = new ArrayList<>();
        withheld.add(withheld(DocumentKind.SEAL_REGISTRATION, Withheld.Reason.SEAL_NOT_REGISTERED, Optional.empty()));
        withheld.add(withheld(DocumentKind.TAX_CERTIFICATE, Withheld.Reason.TAX_NOT_FILED, Optional.empty()));
        withheld.add(withheld(DocumentKind.INCOME_CERTIFICATE, Withheld.Reason.TAX_NOT_FILED, Optional.empty()));
        for (DocumentKind kind : REGISTERS) {
            withheld.add(withheld(kind, Withheld.Reason.OUTSIDE_HOURS, Optional.of(SampleScreens.MONDAY)));
            withheld.add(new Withheld(
                    "13999",
                    new LocalText("架空区", "Kakuu Ward"),
                    kind,
                    Withheld.Reason.DOMICILE_NOT_REGISTERED,
                    Optional.empty(),
                    Optional.empty()));
        }
        return menu(language, offers, withheld);
    }

    /** Some can be had, and two others not. */
    static Screen shortMenu(Language language, int had) {
        List<Offer> offers = new ArrayList<>();
        for (DocumentKind kind : List.of(DocumentKind.values()).subList(0, had)) {
            offers.add(new Offer("02201", SampleScreens.CITY, kind.wireName(), 300, 5, List.of(), Optional.empty()));
        }
        return menu(
                language,
                offers,
                List.of(
                        withheld(DocumentKind.SEAL_REGISTRATION, Withheld.Reason.SEAL_NOT_REGISTERED, Optional.empty()),
                        withheld(DocumentKind.TAX_CERTIFICATE, Withheld.Reason.TAX_NOT_FILED, Optional.empty()),
                        withheld(DocumentKind.INCOME_CERTIFICATE, Withheld.Reason.TAX_NOT_FILED, Optional.empty())));
    }

    /** Everything that there is can be had, some of it until the evening. */
    static Screen wholeMenu(Language language) {
        List<Offer> offers = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            Optional<Instant> until =
                    REGISTERS.contains(kind) ? Optional.of(SampleScreens.NOON.plusSeconds(3600)) : Optional.empty();
            offers.add(new Offer("02201", SampleScreens.CITY, kind.wireName(), 300, 5, List.of(), until));
        }
        return menu(language, offers, List.of());
    }

    /** Nothing can be had, for four reasons. */
    static Screen emptyMenu(Language language) {
        return menu(
                language,
                List.of(),
                List.of(
                        withheld(
                                DocumentKind.RESIDENCE_RECORD,
                                Withheld.Reason.OUTSIDE_HOURS,
                                Optional.of(SampleScreens.MONDAY)),
                        withheld(DocumentKind.ADDRESS_HISTORY, Withheld.Reason.STOPPED, Optional.empty()),
                        withheld(DocumentKind.SEAL_REGISTRATION, Withheld.Reason.SEAL_NOT_REGISTERED, Optional.empty()),
                        withheld(DocumentKind.TAX_CERTIFICATE, Withheld.Reason.TAX_NOT_FILED, Optional.empty()),
                        withheld(DocumentKind.INCOME_CERTIFICATE, Withheld.Reason.TAX_NOT_FILED, Optional.empty())));
    }
}
