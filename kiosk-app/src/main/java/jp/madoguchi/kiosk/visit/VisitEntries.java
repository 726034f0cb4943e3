package jp.madoguchi.kiosk.visit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.VisitId;

/** Tells the audit log what can be seen on the screen: that somebody begins, and what is in the way of service. On the loop. */
public final class VisitEntries implements Consumer<Screen> {
    private final Audit audit;
    private final VisitId nobody;
    private Visit before;

    /** @param nobody is named where it is nobody's visit */
    public VisitEntries(Audit audit, VisitId nobody, Screen now) {
        this.audit = audit;
        this.nobody = nobody;
        this.before = now.visit();
    }

    @Override
    public void accept(Screen screen) {
        Visit now = screen.visit();
        for (Part part : Part.values()) {
            Set<Obstacle> then = inTheWay(before.readiness(), part);
            Set<Obstacle> there = inTheWay(now.readiness(), part);
            tell(AuditEvent.TROUBLE_BEGAN, part, without(there, then));
            tell(AuditEvent.TROUBLE_OVER, part, without(then, there));
        }
        boolean served = before.id().equals(now.id()) && before.served();
        if (now.served() && !served) {
            audit.tell(
                    AuditEvent.VISIT_BEGUN,
                    now.id(),
                    Map.of(Detail.SERVICE.key(), now.service().name()));
        }
        before = now;
    }

    private void tell(AuditEvent event, Part part, Set<Obstacle> obstacles) {
        for (Obstacle obstacle : obstacles) {
            String code = obstacle.code().isEmpty() ? "none" : obstacle.code();
            audit.tell(
                    event,
                    nobody,
                    Map.of(
                            Detail.PART.key(),
                            part.name(),
                            Detail.OBSTACLE.key(),
                            obstacle.name(),
                            Detail.CODE.key(),
                            code));
        }
    }

    /** A part that has not been asked is not in trouble yet. */
    private static Set<Obstacle> inTheWay(Readiness readiness, Part part) {
        return without(readiness.obstacles().getOrDefault(part, Set.of()), Set.of(Obstacle.NOT_ASKED_YET));
    }

    private static Set<Obstacle> without(Set<Obstacle> all, Set<Obstacle> some) {
        EnumSet<Obstacle> left = EnumSet.noneOf(Obstacle.class);
        left.addAll(all);
        left.removeAll(some);
        return left;
    }
}
