package jp.madoguchi.kiosk.staff;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Slug;

/** Why staff stop the service; residents read it in their language. */
public enum StopReason {
    SUPPLIES(Obstacle.STOPPED_FOR_SUPPLIES),
    INSPECTION(Obstacle.STOPPED_FOR_INSPECTION),
    REPAIR(Obstacle.STOPPED_FOR_REPAIR),
    STORE(Obstacle.STOPPED_BY_STORE);

    private final Obstacle obstacle;

    StopReason(Obstacle obstacle) {
        this.obstacle = obstacle;
    }

    /** What stands in the way of service then. */
    public Obstacle obstacle() {
        return obstacle;
    }

    public String slug() {
        return Slug.of(this);
    }

    public static Optional<StopReason> ofSlug(String slug) {
        for (StopReason reason : values()) {
            if (reason.slug().equals(slug)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
