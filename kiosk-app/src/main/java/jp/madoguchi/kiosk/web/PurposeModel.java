package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.flow.Choice;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Withheld;
import org.jspecify.annotations.Nullable;

/** What it is for, and what of it can be had and is usually asked for then, in words. */
final class PurposeModel {
    /** Entries that a low screen has room for one beneath the other. */
    private static final int ROOM = 2;

    private static final String LEFT_OUT = "no";

    private PurposeModel() {}

    static List<View> all(Words words) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> new View().with("slug", purpose.slug()).with("title", title(purpose, words)))
                .toList();
    }

    /** Null when none was named. */
    static @Nullable View of(Visit visit, Words words, Instant now) {
        return visit.choice()
                .purpose()
                .map(purpose -> of(purpose, visit, words, now))
                .orElse(null);
    }

    private static View of(Purpose purpose, Visit visit, Words words, Instant now) {
        Choice choice = visit.choice();
        List<View> fitting = fitting(purpose, choice, words, now);
        List<View> withheld = WithheldModel.groups(
                missed(purpose, choice, WithheldModel.told(visit)), choice.catalogue(), words, now);
        List<View> towns = towns(purpose, visit, words);
        return new View()
                .with("title", title(purpose, words))
                .with("what", words.text("purpose." + purpose.slug() + ".what"))
                .with("fitting", fitting)
                .with("many", fitting.size() + withheld.size() + towns.size() > ROOM)
                .with("withheld", withheld)
                .with("towns", towns)
                .with("unknown", fitting.isEmpty() && withheld.isEmpty() && towns.isEmpty());
    }

    private static String title(Purpose purpose, Words words) {
        return words.text("purpose." + purpose.slug());
    }

    /** In the purpose's order; of two municipalities in the catalogue's. */
    private static List<View> fitting(Purpose purpose, Choice choice, Words words, Instant now) {
        List<View> fitting = new ArrayList<>();
        for (Purpose.Suit suit : purpose.suits()) {
            for (int index = 0; index < choice.offers().size(); index++) {
                Offer offer = choice.offers().get(index);
                if (offer.kind().equals(suit.kind().wireName())) {
                    fitting.add(OfferModel.entry(offer, index, words, now)
                            .with("usual", fitting.isEmpty())
                            .with("ticks", ticks(purpose, offer, words)));
                }
            }
        }
        return fitting;
    }

    /** What will be on it. What will be left out is seen where it can be changed; none where there is nothing to choose. */
    private static List<View> ticks(Purpose purpose, Offer offer, Words words) {
        return offer.options().stream()
                .map(option -> tick(purpose, offer, option, words))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<View> tick(Purpose purpose, Offer offer, OfferOption option, Words words) {
        return purpose.tick(offer.kind(), option)
                .filter(value -> !value.equals(LEFT_OUT))
                .map(value -> new View()
                        .with("title", words.textOr("option." + option.name(), option.name()))
                        .with("value", OfferModel.valueText(option, value, words)));
    }

    /** Of what is withheld that which would fit and cannot be had of anybody now. */
    private static List<Withheld> missed(Purpose purpose, Choice choice, List<Withheld> withheld) {
        return withheld.stream()
                .filter(each -> purpose.suit(each.kind().wireName()).isPresent())
                .filter(each -> choice.offers().stream()
                        .noneMatch(offer -> offer.kind().equals(each.kind().wireName())))
                .toList();
    }

    /** Where what would fit can be had after an application: as on the menu, with the way to it. */
    private static List<View> towns(Purpose purpose, Visit visit, Words words) {
        Choice choice = visit.choice();
        Set<String> missing = missed(purpose, choice, choice.catalogue().withheld()).stream()
                .filter(each -> each.reason() == Withheld.Reason.DOMICILE_NOT_REGISTERED)
                .map(Withheld::municipality)
                .collect(Collectors.toSet());
        return RegistrationModel.towns(
                visit,
                words,
                municipality -> visit.applications().open(municipality) && missing.contains(municipality));
    }
}
