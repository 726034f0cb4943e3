package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who of the household: what may be ticked, and what becomes of it. */
class ChosenMembersTest {
    private static final Visit CHOOSING = Samples.welcome()
            .with(Choice.among(Samples.catalogue(Samples.RECORD)).choose(0).orElseThrow())
            .at(Stage.CHOOSE_OPTIONS);

    private static Visit after(String scope, List<Integer> ticked) {
        return ResidentFlow.TABLE
                .apply(CHOOSING, new Event.OptionsChosen(Map.of("scope", scope, "domicile", "no"), ticked, 1))
                .next();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("nobody", List.of()),
                Arguments.of("who is not in the list", List.of(0, 3)),
                Arguments.of("before the list", List.of(-1)),
                Arguments.of("one twice", List.of(1, 1)),
                Arguments.of(
                        "more than there can be", IntStream.range(0, 21).boxed().toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void options_membersThatCannotBe_keepTheScreen(String who, List<Integer> ticked) {
        assertEquals(CHOOSING, after("members", ticked));
    }

    /** The handles are sorted, so that their order tells nothing and an order has one spelling. */
    @ParameterizedTest
    @CsvSource({"0, c1", "2, a3", "1 2, a3 b2", "2 0, a3 c1", "0 1 2, a3 b2 c1"})
    void order_membersTicked_hasTheirHandlesSorted(String ticked, String handles) {
        List<Integer> places =
                Stream.of(ticked.split(" ", -1)).map(Integer::valueOf).toList();
        Visit visit = after("members", places);
        assertEquals(Stage.CONFIRM, visit.stage());
        DocumentOrder order = visit.choice().order(Samples.REQUEST);
        assertEquals(
                Stream.of(handles.split(" ", -1)).map(each -> each.repeat(16)).toList(), List.copyOf(order.members()));
        assertEquals("members", order.options().get("scope"));
        assertEquals(
                places.stream().sorted().map(Samples.RECORD.members()::get).toList(),
                visit.choice().chosenMembers());
    }

    /** Without a style sheet the boxes are there whatever the scope is, and one is ticked from the start. */
    @ParameterizedTest
    @MethodSource("wrong")
    void options_anotherScope_doNotCountWhoIsTicked(String who, List<Integer> ticked) {
        Visit visit = after("household", ticked);
        assertEquals(Stage.CONFIRM, visit.stage());
        assertEquals(List.of(), visit.choice().chosenMembers());
        assertEquals(new TreeSet<>(), visit.choice().order(Samples.REQUEST).members());
        assertEquals(new TreeSet<>(List.of(0)), visit.choice().members());
    }

    @Test
    void back_toTheOptions_findsWhoWasTicked() {
        Visit back = ResidentFlow.TABLE
                .apply(after("members", List.of(1, 2)), new Event.WentBack())
                .next();
        assertEquals(Stage.CHOOSE_OPTIONS, back.stage());
        assertEquals(new TreeSet<>(List.of(1, 2)), back.choice().members());
    }

    @Test
    void text_ofTheVisit_saysNothingOfTheHousehold() {
        Visit visit = after("members", List.of(1, 2));
        String all = visit + " " + visit.choice().order(Samples.REQUEST)
                + new Event.Welcomed(visit.choice().catalogue());
        for (HouseholdMember member : Samples.RECORD.members()) {
            assertFalse(
                    all.contains(member.label().ja())
                            || all.contains(member.label().en()),
                    all);
        }
    }
}
