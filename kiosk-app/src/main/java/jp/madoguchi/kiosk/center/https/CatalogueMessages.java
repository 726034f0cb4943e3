package jp.madoguchi.kiosk.center.https;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Withheld;

/** Reads {@code Catalogue} of {@code docs/center-api.yaml}. */
final class CatalogueMessages {
    private static final Pattern HANDLE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");

    private static final int LONGEST_TELEPHONE = 30;
    private static final int MOST_MUNICIPALITIES = 10;
    private static final int MOST_LINES = 100;
    private static final int MOST_OPTIONS = 20;
    private static final int MOST_VALUES = 20;

    private static final Pattern NO_OR_YES = Pattern.compile("no|yes");

    /**
     * The options that this program has words for, each with its values; an offer with anything else comes from a later center and
     * is not shown. Years stand for themselves.
     */
    private static final Map<String, Pattern> OPTIONS = Map.of(
            "scope", Pattern.compile("self|household|members"),
            "domicile", NO_OR_YES,
            "relationship", NO_OR_YES,
            "my-number", NO_OR_YES,
            "nationality", NO_OR_YES,
            "residence-status", NO_OR_YES,
            "year", Pattern.compile("[0-9]{4}"),
            "extent", Pattern.compile("individual|whole"));

    private CatalogueMessages() {}

    static Catalogue catalogue(JsonMembers catalogue) throws NoAnswer {
        List<MunicipalOffice> offices = new ArrayList<>();
        for (JsonMembers member : catalogue.list("municipalities", MOST_MUNICIPALITIES)) {
            offices.add(office(member));
        }
        List<Offer> offers = new ArrayList<>();
        for (JsonMembers member : catalogue.list("offers", MOST_LINES)) {
            Offer offer = offer(member);
            if (isKnown(offer)) {
                offers.add(offer);
            }
        }
        List<Withheld> withheld = new ArrayList<>();
        for (JsonMembers member : catalogue.list("withheld", MOST_LINES)) {
            withheld(member).ifPresent(withheld::add);
        }
        return new Catalogue(offices, offers, withheld);
    }

    /** The five digits of a municipality. */
    static String municipality(JsonMembers members, String name) throws NoAnswer {
        String code = members.word(name);
        members.demand(MUNICIPALITY.matcher(code).matches(), name);
        return code;
    }

    private static MunicipalOffice office(JsonMembers municipality) throws NoAnswer {
        JsonMembers office = municipality.members("office");
        return new MunicipalOffice(
                municipality(municipality, "code"),
                Messages.name(municipality.members("name")),
                municipality.oneOf("role", MunicipalOffice.Role.values(), Slug::of),
                Messages.name(office.members("name")),
                Messages.text(office.members("open")),
                office.text("telephone", LONGEST_TELEPHONE));
    }

    private static Offer offer(JsonMembers offer) throws NoAnswer {
        List<OfferOption> options = new ArrayList<>();
        for (JsonMembers option : offer.list("options", MOST_OPTIONS)) {
            options.add(option(option));
        }
        long names = options.stream().map(OfferOption::name).distinct().count();
        offer.demand(names == options.size(), "options");
        List<HouseholdMember> members = members(offer);
        offer.demand(options.stream().anyMatch(OfferOption::asksForMembers) == !members.isEmpty(), "members");
        return new Offer(
                municipality(offer, "municipality"),
                Messages.name(offer.members("municipalityName")),
                offer.word("kind"),
                offer.integer("fee", 0, 1_000_000),
                offer.integer("maxCopies", 1, 10),
                options,
                members,
                offer.optionalInstant("until"));
    }

    private static List<HouseholdMember> members(JsonMembers offer) throws NoAnswer {
        List<HouseholdMember> members = new ArrayList<>();
        Set<String> handles = new HashSet<>();
        for (JsonMembers member : offer.optionalList("members", HouseholdMember.MOST)) {
            String handle = member.word("handle");
            member.demand(HANDLE.matcher(handle).matches() && handles.add(handle), "handle");
            members.add(new HouseholdMember(handle, Messages.name(member.members("label"))));
        }
        return members;
    }

    private static OfferOption option(JsonMembers option) throws NoAnswer {
        List<String> values = option.words("values", MOST_VALUES);
        String preset = option.word("default");
        option.demand(values.contains(preset), "default");
        return new OfferOption(option.word("name"), values, preset);
    }

    private static boolean isKnown(Offer offer) {
        return DocumentKind.ofWireName(offer.kind()).isPresent()
                && offer.options().stream().allMatch(CatalogueMessages::isKnown);
    }

    private static boolean isKnown(OfferOption option) {
        return Optional.ofNullable(OPTIONS.get(option.name()))
                .filter(known -> option.values().stream().allMatch(known.asMatchPredicate()))
                .isPresent();
    }

    /** Empty when the kind comes from a later center. */
    private static Optional<Withheld> withheld(JsonMembers withheld) throws NoAnswer {
        Optional<DocumentKind> kind = DocumentKind.ofWireName(withheld.word("kind"));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Withheld(
                municipality(withheld, "municipality"),
                Messages.name(withheld.members("municipalityName")),
                kind.get(),
                Withheld.Reason.ofWireName(withheld.word("reason")),
                withheld.optionalInstant("opens"),
                Messages.optionalText(withheld, "notice")));
    }
}
