package jp.madoguchi.kiosk.terms;

import static jp.madoguchi.kiosk.terms.DocumentKind.ADDRESS_HISTORY;
import static jp.madoguchi.kiosk.terms.DocumentKind.FAMILY_REGISTER_INDIVIDUAL;
import static jp.madoguchi.kiosk.terms.DocumentKind.FAMILY_REGISTER_WHOLE;
import static jp.madoguchi.kiosk.terms.DocumentKind.INCOME_CERTIFICATE;
import static jp.madoguchi.kiosk.terms.DocumentKind.RESIDENCE_RECORD;
import static jp.madoguchi.kiosk.terms.DocumentKind.RESIDENCE_RECORD_STATEMENT;
import static jp.madoguchi.kiosk.terms.DocumentKind.SEAL_REGISTRATION;
import static jp.madoguchi.kiosk.terms.DocumentKind.TAX_CERTIFICATE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a resident needs a paper for, and which papers, with what ticked, are usually asked for then: the one that is asked for most
 * comes first. A recommendation: who asks for the paper decides. None of them has the My Number on it; whoever may ask for that says so.
 */
public enum Purpose {
    /** A first passport: since 2023 the whole register, not an extract of it. */
    PASSPORT(paper(FAMILY_REGISTER_WHOLE)),
    /** A first licence: the one with 本籍, or with the nationality. */
    DRIVING_LICENCE(paper(RESIDENCE_RECORD, "scope", "self", "domicile", "yes", "nationality", "yes")),
    /** Registration with the seal; a light car with the residence record; an old address is proved by its history. */
    CAR(
            paper(SEAL_REGISTRATION),
            paper(RESIDENCE_RECORD, "scope", "self", "domicile", "no"),
            paper(ADDRESS_HISTORY, "extent", "individual")),
    BANK(
            paper(SEAL_REGISTRATION),
            paper(RESIDENCE_RECORD, "scope", "self", "domicile", "no"),
            paper(TAX_CERTIFICATE),
            paper(INCOME_CERTIFICATE)),
    /** To rent or buy a home. */
    HOME(
            paper(RESIDENCE_RECORD, "scope", "household", "relationship", "yes", "domicile", "no"),
            paper(SEAL_REGISTRATION),
            paper(TAX_CERTIFICATE),
            paper(INCOME_CERTIFICATE)),
    /** An employer wants no more than name and address; 本籍 is none of its business. */
    WORK(
            paper(RESIDENCE_RECORD_STATEMENT, "scope", "self", "domicile", "no"),
            paper(RESIDENCE_RECORD, "scope", "self", "domicile", "no")),
    /** Enrolment, scholarships and help with the fees. */
    SCHOOL(
            paper(RESIDENCE_RECORD, "scope", "household", "relationship", "yes", "domicile", "no"),
            paper(TAX_CERTIFICATE),
            paper(INCOME_CERTIFICATE)),
    NURSERY(
            paper(TAX_CERTIFICATE),
            paper(INCOME_CERTIFICATE),
            paper(RESIDENCE_RECORD, "scope", "household", "relationship", "yes", "domicile", "no")),
    TAX_RETURN(
            paper(TAX_CERTIFICATE),
            paper(INCOME_CERTIFICATE),
            paper(RESIDENCE_RECORD, "scope", "household", "relationship", "yes", "domicile", "no")),
    PENSION(
            paper(FAMILY_REGISTER_WHOLE),
            paper(RESIDENCE_RECORD, "scope", "household", "relationship", "yes", "domicile", "yes"),
            paper(INCOME_CERTIFICATE),
            paper(TAX_CERTIFICATE),
            paper(FAMILY_REGISTER_INDIVIDUAL)),
    INHERITANCE(
            paper(FAMILY_REGISTER_WHOLE),
            paper(FAMILY_REGISTER_INDIVIDUAL),
            paper(SEAL_REGISTRATION),
            paper(RESIDENCE_RECORD, "scope", "self", "domicile", "yes"),
            paper(ADDRESS_HISTORY, "extent", "whole")),
    /** 在留資格: everything of the household but the My Number. */
    RESIDENCE_STATUS(
            paper(
                    RESIDENCE_RECORD,
                    "scope",
                    "household",
                    "relationship",
                    "yes",
                    "nationality",
                    "yes",
                    "residence-status",
                    "yes"),
            paper(TAX_CERTIFICATE),
            paper(INCOME_CERTIFICATE));

    private static final Map<String, String> NEVER_BY_ITSELF = Map.of(OfferOption.MY_NUMBER, "no");

    /** A paper that is usually asked for, and what is to be ticked on it. */
    public record Suit(DocumentKind kind, Map<String, String> ticks) {
        public Suit {
            ticks = Map.copyOf(ticks);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // List.of, and records that copy what they are given
    private final List<Suit> suits;

    Purpose(Suit... suits) {
        this.suits = List.of(suits);
    }

    private static Suit paper(DocumentKind kind, String... ticks) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < ticks.length; i += 2) {
            all.put(ticks[i], ticks[i + 1]);
        }
        return new Suit(kind, all);
    }

    /** The most usual first. */
    public List<Suit> suits() {
        return suits;
    }

    public Optional<Suit> suit(String kind) {
        return suits.stream()
                .filter(suit -> suit.kind().wireName().equals(kind))
                .findFirst();
    }

    /** What this option of this paper is to be; empty where the purpose says nothing of it, or what it says is none of its values. */
    public Optional<String> tick(String kind, OfferOption option) {
        return suit(kind)
                .map(suit -> suit.ticks().getOrDefault(option.name(), NEVER_BY_ITSELF.getOrDefault(option.name(), "")))
                .filter(option.values()::contains);
    }

    /** The name in texts and addresses: {@code driving-licence}. */
    public String slug() {
        return Slug.of(this);
    }
}
