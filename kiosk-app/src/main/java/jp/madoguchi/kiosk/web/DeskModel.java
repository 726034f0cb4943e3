package jp.madoguchi.kiosk.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Drain;
import jp.madoguchi.kiosk.staff.Remedy;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.Stage;

/** What the desk knows of the kiosk, in words. Of a visit only that there is one. Any thread. */
final class DeskModel {
    /** Money or paper is under way: whatever is wanted of the visit, the devices bring it to its end. */
    private static final Set<Stage> AT_WORK = EnumSet.of(
            Stage.COUNT_MONEY,
            Stage.GIVE_CHANGE,
            Stage.PRINT,
            Stage.PRINT_RECEIPT,
            Stage.PRINT_SLIP,
            Stage.RETURN_MONEY,
            Stage.FILE_REGISTRATION);

    private DeskModel() {}

    static View said(DeskPage.Said said) {
        return new View()
                .with("good", said.good())
                .with("text", Words.staff().text(said.key(), said.values().toArray()));
    }

    /** Everything that is wrong now, worst first, with what to do. */
    static List<View> troubles(Visit visit) {
        Set<Obstacle> all = EnumSet.noneOf(Obstacle.class);
        all.addAll(visit.readiness().all());
        if (visit.stage() == Stage.PRINT) {
            all.addAll(visit.paper().obstacles());
        }
        all.remove(Obstacle.STOPPING); // said at the top of every page
        return all.stream().map(DeskModel::trouble).toList();
    }

    private static View trouble(Obstacle obstacle) {
        Remedy remedy = Remedy.of(obstacle);
        List<View> steps = new ArrayList<>();
        for (int i = 0; i < remedy.pictures().size(); i++) {
            steps.add(new View()
                    .with("picture", remedy.pictures().get(i))
                    .with("text", Words.staff().text("remedy." + remedy.slug() + "." + (i + 1))));
        }
        return new View()
                .with("name", Slug.of(obstacle))
                .with("code", obstacle.code())
                .with("remedy", remedy.slug())
                .with("steps", steps);
    }

    /** What nobody is kept from yet, and will be if nobody sees to it. */
    static List<View> soon(Health health) {
        List<View> soon = new ArrayList<>();
        health.inOrder()
                .forEach((part, how) -> how.soon()
                        .forEach(failure -> soon.add(
                                soon(failure.meaning().ja(), failure.action().ja(), failure.code()))));
        health.fewCoins()
                .forEach((yen, coins) -> soon.add(soon(
                        Words.staff().text("home.soon.coins", yen, coins),
                        Words.staff().text("home.soon.coins.do"),
                        "")));
        return List.copyOf(soon);
    }

    private static View soon(String what, String then, String code) {
        return new View().with("what", what).with("then", then).with("code", code);
    }

    /** What stands above every page: whether somebody is served, what is waited for, and how long the desk stays open. */
    static View beat(Visit visit, DeskTools tools, Duration open) {
        boolean warned = open.compareTo(DeskSession.WARNED) <= 0;
        View beat = new View()
                .with("served", !visit.stage().idle())
                .with("stopped", !visit.readiness().ready(Part.STAFF))
                .with("closes", warned)
                .with("open", open.toSeconds())
                .with("drain", null);
        tools.drain()
                .state()
                .ifPresent(
                        state -> beat.with("drain", drain(state, tools.drain().left())));
        return beat;
    }

    private static View drain(Drain.State state, Duration left) {
        return new View()
                .with("purpose", state.purpose().slug())
                .with("left", left.plusMillis(999).toSeconds())
                .with("undone", state.undone())
                .with("leaving", state.leaving());
    }

    /** Of the visit that is under way: what the clerk may do about it. */
    static View visit(Visit visit) {
        return new View()
                .with("served", !visit.stage().idle())
                .with("working", AT_WORK.contains(visit.stage()))
                .with("ended", visit.stage() == Stage.ENDED || visit.stage() == Stage.TAKE_PAPER);
    }

    static View clerk(Clerk clerk) {
        return new View()
                .with("account", clerk.account())
                .with("role", clerk.role().slug());
    }
}
