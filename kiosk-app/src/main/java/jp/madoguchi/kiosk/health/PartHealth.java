package jp.madoguchi.kiosk.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.kiosk.terms.Obstacle;

/**
 * How one part is.
 *
 * @param obstacles why it is in the way of service; empty when it is not
 * @param failures what the device itself reports: the cause of an obstacle, or what is in nobody's way yet
 * @param since when the obstacles were last others
 */
public record PartHealth(Set<Obstacle> obstacles, Set<DeviceFailure> failures, Instant since) {
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
