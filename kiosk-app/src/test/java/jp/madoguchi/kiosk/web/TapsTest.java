package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import org.eclipse.jetty.util.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TapsTest {
    static Stream<Arguments> ticked() {
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of("2", "0"), List.of(2, 0)),
                Arguments.of(List.of("1", "1"), List.of(1, 1)),
                Arguments.of(List.of("", "x", "-1", "1.0", "１", "99999999999"), List.of(-1, -1, -1, -1, -1, -1)),
                Arguments.of(
                        IntStream.range(0, 21).mapToObj(Integer::toString).toList(),
                        IntStream.range(0, 21).boxed().toList()));
    }

    /** Nothing that was posted is left out: what is nobody's place must refuse the whole, not shrink it. */
    @ParameterizedTest
    @MethodSource("ticked")
    void options_boxesTicked_areAllTold(List<String> posted, List<Integer> places) {
        Fields fields = new Fields(true);
        fields.add("do", "options");
        fields.add("copies", "2");
        fields.add("option.scope", "members");
        posted.forEach(place -> fields.add("member", place));
        assertEquals(
                new Event.OptionsChosen(Map.of("scope", "members"), places, 2),
                Taps.read(fields, true, SampleScreens.ACCEPTS, SampleScreens.NOON)
                        .orElseThrow());
    }

    static Stream<Arguments> aids() {
        return Stream.of(
                Arguments.of(List.of(), Set.of()),
                Arguments.of(List.of("large", "low", "low"), Set.of(Aid.LARGE, Aid.LOW)),
                Arguments.of(List.of("LARGE", "", "wings", "ruby"), Set.of(Aid.RUBY)),
                Arguments.of(Stream.of(Aid.values()).map(Aid::slug).toList(), EnumSet.allOf(Aid.class)));
    }

    @ParameterizedTest
    @MethodSource("aids")
    void aids_boxesTicked_areAllThatIsWanted(List<String> posted, Set<Aid> wanted) {
        Fields fields = new Fields(true);
        fields.add("do", "aids");
        posted.forEach(slug -> fields.add("aid", slug));
        assertEquals(
                new Event.AidsChosen(wanted),
                Taps.read(fields, true, SampleScreens.ACCEPTS, SampleScreens.NOON)
                        .orElseThrow());
    }

    static Stream<Arguments> saidInOneValue() {
        return Stream.of(
                Arguments.of("choose&offer=3", Optional.of(new Event.DocumentChosen(3))),
                Arguments.of("language&lang=en", Optional.of(new Event.SpeakLanguage(Language.EN))),
                Arguments.of("cancel&", Optional.of(new Event.Cancelled())),
                Arguments.of("cancel&do=confirm", Optional.of(new Event.Cancelled())),
                Arguments.of("coin&yen=500", Optional.of(new Event.CoinPretended(new Yen(500)))),
                Arguments.of("coin&yen=50", Optional.empty()),
                Arguments.of("coin&yen=0", Optional.empty()),
                Arguments.of("choose&offer", Optional.empty()),
                Arguments.of("choose&=3", Optional.empty()),
                Arguments.of("&do=cancel", Optional.empty()));
    }

    /** As a button posts it where no script runs. */
    @ParameterizedTest
    @MethodSource("saidInOneValue")
    void action_withWhatBelongsToIt_isReadLikeFields(String value, Optional<Event> event) {
        Fields fields = new Fields(true);
        fields.add("do", value);
        assertEquals(event, Taps.read(fields, true, SampleScreens.ACCEPTS, SampleScreens.NOON));
    }
}
