package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.card.ReaderTrouble;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Obstacle;
import org.junit.jupiter.api.Test;

class ObstacleCodesTest {
    /** A clerk who reads a code on the screen finds it in docs/failure-codes.md under the same name. */
    @Test
    void obstacles_ofDevices_haveTheCodesOfTheirFailures() {
        Map<String, String> shown = Arrays.stream(Obstacle.values())
                .filter(obstacle ->
                        !obstacle.code().isEmpty() && !obstacle.code().startsWith("M-"))
                .collect(Collectors.toMap(Enum::name, Obstacle::code, (one, other) -> one, TreeMap::new));
        Map<String, String> codes = Stream.of(
                        named("", List.of(ReaderTrouble.values())),
                        named("PRINTER_", List.of(PrinterTrouble.values())),
                        named("CASH_", List.of(CashTrouble.values())))
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> shown.containsKey(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        assertEquals(codes, shown);
    }

    /** What a clerk reads out means one thing, whether it was on the last screen of a visit or is on the one that says why there is none. */
    @Test
    void obstacles_ofTheProgramItself_shareACodeWithAnEndOfTheSameNameAlone() {
        Map<String, String> ends =
                Arrays.stream(EndReason.values()).collect(Collectors.toMap(EndReason::code, Enum::name));
        Map<String, String> obstacles = Arrays.stream(Obstacle.values())
                .filter(obstacle -> obstacle.code().startsWith("M-"))
                .collect(Collectors.toMap(Obstacle::code, Enum::name));
        assertEquals(6, obstacles.size());
        obstacles.forEach((code, name) -> assertEquals(name, ends.getOrDefault(code, name)));
    }

    private static <F extends Enum<F> & DeviceFailure> Map<String, String> named(String prefix, List<F> failures) {
        Function<F, String> name = failure -> (prefix + failure.name()).toUpperCase(Locale.ROOT);
        return failures.stream()
                .collect(Collectors.toMap(
                        name.andThen(each -> each.equals("SERVICE_DOWN") ? "READER_SERVICE_DOWN" : each),
                        DeviceFailure::code));
    }
}
