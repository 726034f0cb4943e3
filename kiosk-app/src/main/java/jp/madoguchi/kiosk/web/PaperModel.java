package jp.madoguchi.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Paper;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Stage;
import org.jspecify.annotations.Nullable;

/** What the printer does now, what there is to be taken, and what was forgotten, as far as any sensor tells. */
final class PaperModel {
    private static final int SIDES_OF_A_SHEET = 2;

    private PaperModel() {}

    /** In words; empty while the printer waits for somebody: then that is what is said. */
    static String doing(Visit visit, Words words) {
        Paper paper = visit.paper();
        int sides = paper.sides(visit.choice().copies());
        if (!paper.stopped().isEmpty()) {
            return "";
        }
        if (paper.sidesDone() <= 0) {
            return words.text("print.now.first");
        }
        return paper.sidesDone() >= sides
                ? words.text("print.now.last")
                : words.text("print.now.sheet", paper.sidesDone() / SIDES_OF_A_SHEET + 1, sides / SIDES_OF_A_SHEET);
    }

    /** Nothing on other screens than the one on which it is taken, and of what was practised nothing lies there. */
    static List<View> toTake(Visit visit, Words words) {
        if (visit.stage() != Stage.TAKE_PAPER || !visit.served()) {
            return List.of();
        }
        List<View> all = new ArrayList<>();
        int sheets = visit.paper().sides(visit.choice().copies()) / SIDES_OF_A_SHEET;
        all.add(thing("paper", "where.paper", words.text("take.paper", sheets)));
        if (visit.paper().receipt()) {
            all.add(thing("receipt", null, words.text("take.receipt"))); // lies with the paper
        }
        if (!visit.money().returned().isZero()) {
            all.add(thing(
                    "change",
                    "where.money",
                    words.text("take.change", words.yen(visit.money().returned()))));
        }
        return all;
    }

    /** For machines: {@code paper receipt change}. */
    static String things(List<View> toTake) {
        return toTake.stream().map(thing -> String.valueOf(thing.get("name"))).collect(Collectors.joining(" "));
    }

    /** What still lies there after it was asked for, until it is taken; empty when nothing does that a sensor could tell. */
    static String forgotten(Visit visit) {
        boolean lies = visit.card().present() && visit.card().hint() == Hint.FORGOTTEN;
        return !lies ? "" : visit.card().phone() ? "phone" : "card";
    }

    /** @param hear says where it lies, for whoever does not see it */
    private static View thing(String name, @Nullable String hear, String text) {
        return new View().with("name", name).with("hear", hear).with("text", text);
    }
}
