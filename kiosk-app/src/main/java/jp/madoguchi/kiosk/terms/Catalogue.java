package jp.madoguchi.kiosk.terms;

import java.util.List;

/**
 * What a resident can have now, what not and why, and the offices concerned. Kinds and options that this program has no words for
 * are not in it.
 */
public record Catalogue(List<MunicipalOffice> offices, List<Offer> offers, List<Withheld> withheld) {
    public Catalogue {
        offices = List.copyOf(offices);
        offers = List.copyOf(offers);
        withheld = List.copyOf(withheld);
    }
}
