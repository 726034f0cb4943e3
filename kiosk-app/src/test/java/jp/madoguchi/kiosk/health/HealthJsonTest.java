package jp.madoguchi.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthJsonTest {
    /** What the control socket's other end reads at most. */
    private static final int LONGEST_ANSWER = 4096;

    static Stream<Health> samples() {
        return Stream.of(Samples.ready(), Samples.closed(), Samples.stuck());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void health_writtenAndRead_isTheSame(Health health) throws IOException {
        assertEquals(health, HealthJson.read(HealthJson.write(health)));
    }

    @Test
    void line_isOneOfAscii_andShortEnoughWhateverIsBroken() {
        Map<Part, Set<Obstacle>> everything = Arrays.stream(Part.values())
                .collect(Collectors.toMap(
                        part -> part,
                        part -> EnumSet.allOf(Obstacle.class).stream()
                                .filter(obstacle ->
                                        obstacle.name().startsWith(part.name().substring(0, 4)))
                                .collect(Collectors.toSet())));
        Health worst = Samples.health(
                State.STUCK,
                Stage.REGISTRATION_UNANSWERED,
                everything,
                DeviceFailures.ALL.stream()
                        .collect(Collectors.groupingBy(DeviceFailures::part, Collectors.toSet()))
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                new Owed(99, 999_999, 99),
                Set.of("card", "cash", "center", "ledger", "print", "visit", "web"));
        String line = HealthJson.write(worst);
        assertTrue(line.length() < LONGEST_ANSWER, line.length() + " characters");
        assertTrue(line.chars().allMatch(each -> each >= ' ' && each < 127), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "closed",
                "{\"kiosk\":\"K-0001\",\"at\":\"yesterday\"}",
            })
    void line_ofSomethingElse_isRefused(String line) {
        assertThrows(IOException.class, () -> HealthJson.read(line));
    }

    @Test
    void word_ofAnotherProgram_isRefused() {
        String line = HealthJson.write(Samples.closed()).replace("printer-jam", "printer-on-fire");
        assertThrows(IOException.class, () -> HealthJson.read(line));
    }
}
