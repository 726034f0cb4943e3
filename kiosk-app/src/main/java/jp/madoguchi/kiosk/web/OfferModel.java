package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.kiosk.flow.Choice;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import org.jspecify.annotations.Nullable;

/** What can be had and what was chosen, in words. */
final class OfferModel {
    private static final int ROOM_FOR_NOTES = 2;
    private static final String YEAR = "year";

    private OfferModel() {}

    static List<View> offers(Choice choice, Words words, Instant now) {
        List<View> offers = new ArrayList<>();
        for (Offer offer : choice.offers()) {
            offers.add(entry(offer, offers.size(), words, now));
        }
        return offers;
    }

    /** As one can be chosen. */
    static View entry(Offer offer, int index, Words words, Instant now) {
        return offer(offer, words).with("index", index).with("until", until(offer, words, now));
    }

    private static View offer(Offer offer, Words words) {
        return new View()
                .with("kind", offer.kind())
                .with("title", words.textOr("kind." + offer.kind(), offer.kind()))
                .with("municipality", offer.municipality())
                .with("municipalityName", words.name(offer.municipalityName()))
                .with("fee", words.yen(offer.fee()));
    }

    /** Only where the office closes today; otherwise there is no hurry. */
    private static String until(Offer offer, Words words, Instant now) {
        return offer.until()
                .filter(until -> Words.day(until).equals(Words.day(now)))
                .map(until -> words.text("choose-document.until", words.moment(until, now)))
                .orElse("");
    }

    /** Null before anything was chosen. */
    static @Nullable View chosen(Choice choice, Words words) {
        return choice.offer()
                .map(offer -> offer(offer, words)
                        .with("lead", lead(choice, words))
                        .with("municipalityName", words.nameOfPaper(offer.municipalityName()))
                        .with("options", options(offer, choice, words))
                        .with("members", members(offer, choice, words))
                        .with("chosenMembers", choice.chosenMembers().size())
                        .with("copies", choice.copies())
                        .with("copyChoices", copies(offer, choice)))
                .orElse(null);
    }

    /** Where it is known what it is for, what is ticked is a proposal, and said to be one. */
    private static String lead(Choice choice, Words words) {
        return choice.purpose()
                .filter(purpose ->
                        choice.offer().map(offer -> !offer.options().isEmpty()).orElse(false))
                .map(purpose -> words.text("choose-options.usual", words.text("purpose." + purpose.slug())))
                .orElseGet(() -> words.text("choose-options.lead"));
    }

    private static List<View> options(Offer offer, Choice choice, Words words) {
        return offer.options().stream()
                .map(option -> new View()
                        .with("name", option.name())
                        .with("label", words.textOr("option." + option.name(), option.name()))
                        .with("note", note(offer, option, words))
                        .with("what", words.textOr("option." + option.name() + ".what", ""))
                        .with("guarded", option.name().equals(OfferOption.MY_NUMBER))
                        .with("value", valueText(option, choice.options().get(option.name()), words))
                        .with("choices", choices(option, choice, words)))
                .toList();
    }

    /** All who can be chosen; the first is the resident. */
    private static List<View> members(Offer offer, Choice choice, Words words) {
        List<View> members = new ArrayList<>();
        for (HouseholdMember member : offer.members()) {
            String label = words.member(member.label());
            members.add(new View()
                    .with("place", members.size())
                    .with("lang", words.memberTongue(member.label()))
                    .with("plain", called(members.isEmpty(), label, words))
                    .with("masked", called(members.isEmpty(), Discreet.member(label), words))
                    .with("checked", choice.members().contains(members.size())));
        }
        return members;
    }

    /** A word beside each choice where there is room for it; the warning always. The rest is a touch away. */
    private static String note(Offer offer, OfferOption option, Words words) {
        boolean room = offer.options().size() <= ROOM_FOR_NOTES;
        return room || option.name().equals(OfferOption.MY_NUMBER)
                ? words.textOr("option." + option.name() + ".note", "")
                : "";
    }

    private static String called(boolean own, String label, Words words) {
        return own ? words.text("members.own", label) : label;
    }

    private static List<View> choices(OfferOption option, Choice choice, Words words) {
        return option.values().stream()
                .map(value -> new View()
                        .with("value", value)
                        .with("label", valueText(option, value, words))
                        .with("checked", value.equals(choice.options().get(option.name()))))
                .toList();
    }

    static String valueText(OfferOption option, @Nullable String value, Words words) {
        if (value == null) {
            return "";
        }
        boolean year = option.name().equals(YEAR) && value.matches("[0-9]{4}");
        return year
                ? words.fiscalYear(Integer.parseInt(value))
                : words.textOr("option." + option.name() + "." + value, value);
    }

    private static List<View> copies(Offer offer, Choice choice) {
        List<View> copies = new ArrayList<>();
        for (int count = 1; count <= offer.maxCopies(); count++) {
            copies.add(new View().with("count", count).with("checked", count == choice.copies()));
        }
        return copies;
    }
}
