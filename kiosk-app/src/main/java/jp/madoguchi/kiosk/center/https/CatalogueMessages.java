package jp.madoguchi.kiosk.center.https;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentKind;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Withheld;

/** Reads {@code Catalogue} of {@code docs/center-api.yaml}. */
final class CatalogueMessages {
    private static final Pattern HANDLE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");

    /** What this program has words for; an offer with anything else comes from a later center and is not shown. */
    private static final Set<String> OPTIONS = Set.of(
            "scope", "domicile", "relationship", "my-number", "nationality", "residence-status", "year", "extent");

    private CatalogueMessages() {}

    static Catalogue catalogue(JsonMembers catalogue) throws NoAnswer {
        List<MunicipalOffice> offices = new ArrayList<>();
        for (JsonMembers member : catalogue.list("municipalities")) {
            offices.add(office(member));
        }
        List<Offer> offers = new ArrayList<>();
        for (JsonMembers member : catalogue.list("offers")) {
            Offer offer = offer(member);
            if (isKnown(offer)) {
                offers.add(offer);
            }
        }
        List<Withheld> withheld = new ArrayList<>();
        for (JsonMembers member : catalogue.list("withheld")) {
            withheld(member).ifPresent(withheld::add);
        }
        return new Catalogue(offices, offers, withheld);
    }

    /** The five digits of a municipality. */
    static String municipality(JsonMembers members, String name) throws NoAnswer {
        String code = members.text(name);
        members.demand(MUNICIPALITY.matcher(code).matches(), name);
        return code;
    }

    private static MunicipalOffice office(JsonMembers municipality) throws NoAnswer {
        JsonMembers office = municipality.members("office");
        return new MunicipalOffice(
                municipality(municipality, "code"),
                Messages.text(municipality.members("name")),
                municipality.oneOf("role", MunicipalOffice.Role.values(), CatalogueMessages::wireName),
                Messages.text(office.members("name")),
                Messages.text(office.members("open")),
                office.text("telephone"));
    }

    private static Offer offer(JsonMembers offer) throws NoAnswer {
        List<OfferOption> options = new ArrayList<>();
        for (JsonMembers option : offer.list("options")) {
            options.add(option(option));
        }
        long names = options.stream().map(OfferOption::name).distinct().count();
        offer.demand(names == options.size(), "options");
        List<HouseholdMember> members = members(offer);
        offer.demand(options.stream().anyMatch(OfferOption::asksForMembers) == !members.isEmpty(), "members");
        return new Offer(
                municipality(offer, "municipality"),
                Messages.text(offer.members("municipalityName")),
                offer.text("kind"),
                offer.integer("fee", 0, 1_000_000),
                offer.integer("maxCopies", 1, 10),
                options,
                members,
                offer.optionalInstant("until"));
    }

    private static List<HouseholdMember> members(JsonMembers offer) throws NoAnswer {
        List<HouseholdMember> members = new ArrayList<>();
        Set<String> handles = new HashSet<>();
        for (JsonMembers member : offer.optionalList("members")) {
            String handle = member.text("handle");
            member.demand(HANDLE.matcher(handle).matches() && handles.add(handle), "handle");
            members.add(new HouseholdMember(handle, Messages.text(member.members("label"))));
        }
        offer.demand(members.size() <= HouseholdMember.MOST, "members");
        return members;
    }

    private static OfferOption option(JsonMembers option) throws NoAnswer {
        List<String> values = option.texts("values");
        String preset = option.text("default");
        option.demand(values.contains(preset), "default");
        return new OfferOption(option.text("name"), values, preset);
    }

    private static boolean isKnown(Offer offer) {
        return DocumentKind.ofWireName(offer.kind()).isPresent()
                && offer.options().stream().allMatch(option -> OPTIONS.contains(option.name()));
    }

    /** Empty when the kind comes from a later center. */
    private static Optional<Withheld> withheld(JsonMembers withheld) throws NoAnswer {
        Optional<DocumentKind> kind = DocumentKind.ofWireName(withheld.text("kind"));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Withheld(
                municipality(withheld, "municipality"),
                Messages.text(withheld.members("municipalityName")),
                kind.get(),
                Withheld.Reason.ofWireName(withheld.text("reason")),
                withheld.optionalInstant("opens"),
                Messages.optionalText(withheld, "notice")));
    }

    static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
