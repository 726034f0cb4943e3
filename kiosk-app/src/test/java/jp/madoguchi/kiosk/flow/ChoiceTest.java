package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceTest {
    private static final Offer OFFER = new Offer(
            "02201",
            new LocalText("青森市", "Aomori City"),
            "residence-record",
            300,
            2,
            List.of(
                    new OfferOption("scope", List.of("self", "household"), "self"),
                    new OfferOption("domicile", List.of("no", "yes"), "no")),
            Optional.empty());

    /** What is posted is what a form says, and a form can say anything. */
    static Stream<Arguments> wanted() {
        return Stream.of(
                Arguments.of(Map.of("scope", "household", "domicile", "yes"), 2, true),
                Arguments.of(Map.of("scope", "household", "domicile", "yes"), 0, false),
                Arguments.of(Map.of("scope", "household", "domicile", "yes"), 3, false),
                Arguments.of(Map.of("scope", "household"), 1, false),
                Arguments.of(Map.of("scope", "self", "domicile", "no", "year", "2026"), 1, false),
                Arguments.of(Map.of("scope", "self", "year", "2026"), 1, false),
                Arguments.of(Map.of("scope", "all", "domicile", "no"), 1, false));
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void with_whatAFormSays_onlyAsOffered(Map<String, String> wanted, int copies, boolean offered) {
        Choice choice = Choice.among(new Catalogue(List.of(), List.of(OFFER), List.of()))
                .choose(0)
                .orElseThrow();

        assertEquals(
                offered ? Optional.of(wanted) : Optional.empty(),
                choice.with(wanted, List.of(), copies).map(Choice::options));
    }
}
