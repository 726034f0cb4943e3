package jp.madoguchi.kiosk.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PurposeTest {
    /** As {@code docs/center-api.yaml} has them, but for the years, which nobody can know beforehand. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "scope", Set.of("self", "household", "members"),
            "domicile", Set.of("no", "yes"),
            "relationship", Set.of("no", "yes"),
            "my-number", Set.of("no", "yes"),
            "nationality", Set.of("no", "yes"),
            "residence-status", Set.of("no", "yes"),
            "extent", Set.of("individual", "whole"));

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void suits_ofEach_nameEveryPaperOnceAndOnlyWhatCanBeTicked(Purpose purpose) {
        assertFalse(purpose.suits().isEmpty());
        List<DocumentKind> kinds =
                purpose.suits().stream().map(Purpose.Suit::kind).toList();
        assertEquals(kinds.size(), Set.copyOf(kinds).size(), kinds.toString());
        for (Purpose.Suit suit : purpose.suits()) {
            suit.ticks()
                    .forEach((option, value) ->
                            assertTrue(VALUES.getOrDefault(option, Set.of()).contains(value), option + "=" + value));
        }
    }

    @Test
    void suits_ofAll_knowEveryKind() {
        assertEquals(
                EnumSet.allOf(DocumentKind.class),
                Arrays.stream(Purpose.values())
                        .flatMap(purpose -> purpose.suits().stream())
                        .map(Purpose.Suit::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DocumentKind.class))));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void myNumber_forEveryPurpose_isLeftOut(Purpose purpose) {
        OfferOption myNumber = new OfferOption("my-number", List.of("yes", "no"), "yes");
        for (Purpose.Suit suit : purpose.suits()) {
            assertEquals(
                    Optional.of("no"), purpose.tick(suit.kind().wireName(), myNumber), "even if the office presets it");
        }
    }

    /** Reviewed: what is asked for first. */
    @ParameterizedTest
    @CsvSource({
        "PASSPORT, FAMILY_REGISTER_WHOLE",
        "DRIVING_LICENCE, RESIDENCE_RECORD",
        "CAR, SEAL_REGISTRATION",
        "BANK, SEAL_REGISTRATION",
        "HOME, RESIDENCE_RECORD",
        "WORK, RESIDENCE_RECORD_STATEMENT",
        "SCHOOL, RESIDENCE_RECORD",
        "NURSERY, TAX_CERTIFICATE",
        "TAX_RETURN, TAX_CERTIFICATE",
        "PENSION, FAMILY_REGISTER_WHOLE",
        "INHERITANCE, FAMILY_REGISTER_WHOLE",
        "RESIDENCE_STATUS, RESIDENCE_RECORD"
    })
    void suits_ofEach_beginWithTheMostUsual(Purpose purpose, DocumentKind first) {
        assertEquals(first, purpose.suits().get(0).kind());
    }

    @Test
    void tick_whereItIsNoValue_isLeftToTheOffice() {
        OfferOption alone = new OfferOption("scope", List.of("self"), "self");
        assertEquals(Optional.empty(), Purpose.HOME.tick("residence-record", alone));
        assertEquals(Optional.empty(), Purpose.PASSPORT.tick("residence-record", alone), "no paper of this purpose");
        OfferOption unheardOf = new OfferOption("unheard-of", List.of("a"), "a");
        assertEquals(Optional.empty(), Purpose.HOME.tick("residence-record", unheardOf));
    }
}
