package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.Choice;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.visit.Screen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PurposeModelTest {
    private static View of(Screen screen, Language language) {
        return there(PurposeModel.of(screen.visit(), Words.of(language), SampleScreens.NOON), "a purpose");
    }

    private static <T> T there(@Nullable T value, String what) {
        if (value == null) {
            throw new AssertionError("no " + what);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static List<View> list(View view, String name) {
        return (List<View>) there(view.get(name), name);
    }

    @Test
    void fitting_forEveryPurpose_standsInItsOrderUnderItsOwnNumberOfTheMenu() {
        Screen screen = SamplePurposes.fitting(Purpose.BANK, Language.EN);
        List<View> fitting = list(of(screen, Language.EN), "fitting");
        assertEquals(
                List.of("seal-registration", "residence-record", "tax-certificate", "income-certificate"),
                fitting.stream().map(offer -> offer.get("kind")).toList());
        Choice choice = screen.visit().choice();
        for (View offer : fitting) {
            int index = (int) there(offer.get("index"), "index");
            assertEquals(offer.get("kind"), choice.offers().get(index).kind());
        }
    }

    @Test
    void ticks_ofAPaper_areSaidInWords() {
        List<View> fitting = list(of(SamplePurposes.fitting(Purpose.HOME, Language.EN), Language.EN), "fitting");
        assertEquals(
                List.of("Whose record: Whole household", "Householder (世帯主・続柄): Show"),
                list(fitting.get(0), "ticks").stream()
                        .map(tick -> tick.get("title") + ": " + tick.get("value"))
                        .toList());
        assertEquals(List.of(), list(fitting.get(1), "ticks"), "a paper without options");
    }

    @Test
    void withheld_ofAPurpose_isWhatWouldFitAndCanBeHadOfNobody() {
        View bank = of(SamplePurposes.withheld(Purpose.BANK, Language.JA), Language.JA);
        List<View> withheld = list(bank, "withheld");
        assertEquals(
                1, withheld.size(), "the residence record of another office can be had; the register is not for it");
        assertEquals("seal-not-registered", withheld.get(0).get("reason"));
        assertEquals(false, bank.get("unknown"));
        assertEquals(true, of(SamplePurposes.unknown(Language.JA), Language.JA).get("unknown"));
    }

    static Stream<Arguments> applications() {
        return Stream.of(
                Arguments.of(Optional.empty(), "none"),
                Arguments.of(Optional.of(Registration.State.PENDING), "pending"),
                Arguments.of(Optional.of(Registration.State.REFUSED), "refused"));
    }

    /** Whoever has applied is not told that it was not done; whoever has not is shown the way to it. */
    @ParameterizedTest
    @MethodSource("applications")
    void register_thatWaitsForAnApplication_isToldAsOnTheMenu(Optional<Registration.State> state, String said) {
        Screen screen = SamplePurposes.registering(Purpose.PASSPORT, state, Language.EN);
        View passport = of(screen, Language.EN);
        assertEquals(List.of(), list(passport, "withheld"));
        assertEquals(
                List.of(said),
                list(passport, "towns").stream().map(town -> town.get("state")).toList());
        assertEquals(false, passport.get("unknown"));
        View home = of(SamplePurposes.registering(Purpose.HOME, state, Language.EN), Language.EN);
        assertEquals(List.of(), list(home, "towns"), "no family register is asked for");
    }

    @Test
    void register_thatCannotBeAppliedForHere_isWithheldWithTheReason() {
        Screen screen = SamplePurposes.unregistered(Purpose.PASSPORT, Language.EN);
        View passport = of(screen, Language.EN);
        assertEquals(
                "domicile-not-registered", list(passport, "withheld").get(0).get("reason"));
        assertEquals(List.of(), list(passport, "towns"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void purpose_inEachLanguage_hasANameAndAWordOnWhatIsAskedFor(Language language) {
        for (Purpose purpose : Purpose.values()) {
            assertFalse(Words.of(language).text("purpose." + purpose.slug()).isBlank());
            assertFalse(Words.of(language)
                    .text("purpose." + purpose.slug() + ".what")
                    .isBlank());
        }
    }

    @Test
    void lead_ofAPaper_saysWhatIsTickedOnlyWhereThereIsSomethingToTick() {
        Words words = Words.of(Language.EN);
        assertEquals(words.text("choose-options.lead"), lead(Purpose.PASSPORT));
        assertEquals(words.text("choose-options.usual", words.text("purpose.work")), lead(Purpose.WORK));
    }

    private static @Nullable Object lead(Purpose purpose) {
        Choice choice = SamplePurposes.options(purpose, Language.EN).visit().choice();
        return there(OfferModel.chosen(choice, Words.of(Language.EN)), "choice").get("lead");
    }

    @Test
    void choice_withoutAPurpose_hasNoModel() {
        Visit menu = SampleMenus.wholeMenu(Language.JA).visit();
        assertNull(PurposeModel.of(menu, Words.of(Language.JA), SampleScreens.NOON));
    }
}
