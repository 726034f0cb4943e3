package jp.madoguchi.kiosk.terms;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the way of service, part by part, and what the center announces. A part that has not answered yet is in the
 * way.
 */
public record Readiness(Map<Part, Set<Obstacle>> obstacles, News news) {
    public Readiness {
        EnumMap<Part, Set<Obstacle>> copy = new EnumMap<>(Part.class);
        obstacles.forEach((part, set) -> copy.put(part, Set.copyOf(set)));
        obstacles = Map.copyOf(copy);
    }

    /** Nobody has been asked yet. */
    public static Readiness unknown() {
        EnumMap<Part, Set<Obstacle>> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, Set.of(Obstacle.NOT_ASKED_YET));
        }
        return new Readiness(all, News.NONE);
    }

    public Readiness with(Part part, Set<Obstacle> now) {
        EnumMap<Part, Set<Obstacle>> copy = new EnumMap<>(Part.class);
        copy.putAll(obstacles);
        copy.put(part, now);
        return new Readiness(copy, news);
    }

    public Readiness with(News latest) {
        return new Readiness(obstacles, latest);
    }

    public boolean ready() {
        return obstacles.values().stream().allMatch(Set::isEmpty);
    }

    public boolean ready(Part part) {
        return obstacles.getOrDefault(part, Set.of(Obstacle.NOT_ASKED_YET)).isEmpty();
    }

    /** Every obstacle, in the order of the enum. */
    public Set<Obstacle> all() {
        EnumSet<Obstacle> all = EnumSet.noneOf(Obstacle.class);
        obstacles.values().forEach(all::addAll);
        return all;
    }
}
