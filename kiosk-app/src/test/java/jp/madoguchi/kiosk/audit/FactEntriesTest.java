package jp.madoguchi.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.Pieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;

class FactEntriesTest {
    /** Says nothing to anybody. */
    private static final Set<Class<?>> SILENT = Set.of(Fact.CounterSeen.class);

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Fact.class.getPermittedSubclasses());
    }

    /** A fact of each kind, with values as they stand in a ledger. */
    private static Fact sample(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(types);
            return (Fact) constructor.newInstance(
                    Arrays.stream(components).map(FactEntriesTest::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(kind + " cannot be made", e);
        }
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return 7;
        }
        if (type == long.class) {
            return 7L;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == String.class) {
            return switch (component.getName()) {
                case "request" -> "ab".repeat(16);
                case "ciphertext" -> "cd".repeat(32);
                case "detail", "filling", "ticket" -> "何か 123";
                case "box" -> "hopper-3";
                case "account" -> "tenin-1";
                default -> "SOME_WORD";
            };
        }
        return type == Pieces.class ? Pieces.of(100, 3) : type == List.class ? List.of() : Mockito.mock(type);
    }

    private static Ledger.Entry entry(Fact fact) {
        return new Ledger.Entry(7, Instant.EPOCH, Ledger.NO_VISIT, fact);
    }

    /** Told with every detail that the event has, each of its shape. */
    @ParameterizedTest
    @MethodSource("kinds")
    void fact_ofEachKind_isToldWhole(Class<?> kind) {
        Heard audit = new Heard();
        Ledger.Entry entry = entry(sample(kind));
        new FactEntries(audit).accept(entry);
        assertEquals(SILENT.contains(kind) ? 0 : 1, audit.lines().size());
        FactEntries.of(entry)
                .ifPresent(line -> assertEquals(
                        new TreeSet<>(
                                line.event().details().stream().map(Detail::key).toList()),
                        new TreeSet<>(line.details().keySet())));
    }

    @Test
    void end_ofAVisit_isToldWithItsCodeAndItsMoney() {
        Heard audit = new Heard();
        new FactEntries(audit).accept(entry(new Fact.Ended("NOT_PRINTED", "", "not-printed", 500, 0, 400, 100)));
        assertEquals(
                List.of("VISIT_ENDED {code=M-72, inserted=500, kept=0, owed=100, reason=NOT_PRINTED,"
                        + " result=not-printed, returned=400}"),
                audit.lines());
    }
}
