package jp.madoguchi.kiosk.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Practice;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.terms.LeftItem;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.eclipse.jetty.util.Fields;

/** What to do with a card or a paper that somebody has left, and the kiosk free again. */
final class LeftBehindPage implements DeskPage {
    /**
     * The page as it was drawn last. What is put away from it is put away once, and belongs to whoever was waited for then: with the
     * card taken, that visit may be over before the card is in its envelope.
     */
    private record Drawn(long number, Optional<VisitId> whose) {}

    private final VisitRunner runner;
    private final DeskTools tools;
    private Drawn drawn = new Drawn(0, Optional.empty());

    LeftBehindPage(VisitRunner runner, DeskTools tools) {
        this.runner = runner;
        this.tools = tools;
    }

    @Override
    public String name() {
        return "left-behind";
    }

    @Override
    public boolean duringVisit() {
        return true;
    }

    @Override
    public synchronized View view(Clerk clerk) {
        Visit visit = runner.screen().visit();
        draw(waits(visit) ? Optional.of(visit.id()) : Optional.empty());
        return new View()
                .with("seen", drawn.number())
                .with("lies", lies(visit))
                .with("frees", waits(visit))
                .with("served", isServed(visit));
    }

    private void draw(Optional<VisitId> whose) {
        drawn = new Drawn(drawn.number() + 1, whose);
    }

    /** Only whoever was there is waited for: what turns up while somebody else is served, or nobody, is nobody's yet. */
    private static boolean waits(Visit visit) {
        return visit.served() && (visit.stage() == Stage.ENDED || visit.stage() == Stage.TAKE_PAPER);
    }

    /** Or practises; until of the practice only a card is left. */
    private static boolean isServed(Visit visit) {
        return !visit.stage().idle() && !waits(visit) && !Practice.leaving(visit);
    }

    /** Somebody's who is served is theirs, and nobody's to take. */
    private static boolean lies(Visit visit) {
        return visit.card().present() && !isServed(visit);
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        String seen = String.valueOf(tapped.getValue("seen"));
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "card" -> taken(LeftItem.CARD, seen, clerk);
            case "paper" -> taken(LeftItem.PAPER, seen, clerk);
            default -> DeskPage.nothing();
        };
    }

    /** @param seen number of the page that was touched: a second touch puts nothing away */
    private synchronized CompletableFuture<Optional<Said>> taken(LeftItem what, String seen, Clerk clerk) {
        Screen screen = runner.screen();
        Visit visit = screen.visit();
        if (!seen.equals(Long.toString(drawn.number()))) {
            return DeskPage.said(Said.bad("said.kept.seen"));
        }
        if (lies(visit)) {
            return DeskPage.said(Said.bad("said.card-lies"));
        }
        Optional<VisitId> whose = drawn.whose();
        try {
            tools.left().keep(whose.orElse(Ledger.NO_VISIT), what, clerk.account());
        } catch (LedgerUnavailable refused) {
            return DeskPage.said(Said.bad("said.unwritable"));
        }
        draw(Optional.empty());
        if (!waits(visit) || !whose.equals(Optional.of(visit.id()))) {
            return DeskPage.said(Said.good("said.kept"));
        }
        return runner.tap(screen.number(), new Event.Acknowledged()) // whoever put it away has seen the screen
                .thenApply(after -> after.visit().stage().idle())
                .thenApply((Function<Boolean, Optional<Said>>)
                        free -> Optional.of(free ? Said.good("said.kept.free") : Said.good("said.kept")));
    }
}
