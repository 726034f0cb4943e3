package jp.madoguchi.kiosk.terms;

import java.util.List;
import java.util.Optional;

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

    /** That of the municipality with this code. */
    public Optional<MunicipalOffice> office(String municipality) {
        return offices.stream()
                .filter(office -> office.municipality().equals(municipality))
                .findFirst();
    }
}
