package jp.madoguchi.kiosk.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.Obstacle;

/**
 * How one part is.
 *
 * @param obstacles why it is in the way of service; empty when it is not
 * @param failures what the device itself reports: the cause of an obstacle, or what is in nobody's way yet
 * @param since when the obstacles were last others
 */
public record PartHealth(Set<Obstacle> obstacles, Set<DeviceFailure> failures, Instant since) {
    private static final Set<DeviceFailure> RUNS_OUT = Set.of(
            PrinterTrouble.PAPER_LOW, PrinterTrouble.TONER_LOW, CashTrouble.NEARLY_EMPTY, CashTrouble.STACKER_FULL);

    public PartHealth {
        obstacles = Set.copyOf(obstacles);
        failures = Set.copyOf(failures);
    }

    static PartHealth unasked(Instant since) {
        return new PartHealth(Set.of(Obstacle.NOT_ASKED_YET), Set.of(), since);
    }

    public boolean ready() {
        return obstacles.isEmpty();
    }

    /** Whether what the part says of itself is known. */
    boolean answers() {
        return obstacles.stream().allMatch(PartHealth::told);
    }

    private static boolean told(Obstacle obstacle) {
        return switch (obstacle) {
            case NOT_ASKED_YET,
                    PRINTER_UNREACHABLE,
                    PRINTER_WRONG_CERTIFICATE,
                    PRINTER_NOT_A_PRINTER,
                    CASH_UNREACHABLE,
                    CENTER_UNREACHABLE,
                    CENTER_UNTRUSTED,
                    READER_SERVICE_DOWN,
                    NO_READER -> false;
            default -> true;
        };
    }

    /**
     * What is in nobody's way yet and will be if nobody sees to it, sorted by code. Of a part that is in the way only what runs out:
     * the rest is why it is.
     */
    public List<DeviceFailure> soon() {
        return failuresInOrder().stream()
                .filter(failure -> ready() || RUNS_OUT.contains(failure))
                .filter(failure ->
                        obstacles.stream().noneMatch(obstacle -> obstacle.code().equals(failure.code())))
                .toList();
    }

    /** Sorted as the enum is. */
    public List<Obstacle> obstaclesInOrder() {
        return obstacles.stream().sorted().toList();
    }

    /** Sorted by code. */
    public List<DeviceFailure> failuresInOrder() {
        return failures.stream()
                .sorted(Comparator.comparing(DeviceFailure::code))
                .toList();
    }
}
