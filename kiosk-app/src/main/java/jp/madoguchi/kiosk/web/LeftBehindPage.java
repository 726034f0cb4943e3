package jp.madoguchi.kiosk.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.madoguchi.kiosk.flow.Event;
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
    private final VisitRunner runner;
    private final DeskTools tools;

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
    public View view(Clerk clerk) {
        Visit visit = runner.screen().visit();
        return new View()
                .with("lies", visit.card().present())
                .with("frees", waits(visit))
                .with("served", !visit.stage().idle() && !waits(visit));
    }

    /** Only whoever was there is waited for. */
    private static boolean waits(Visit visit) {
        return visit.stage() == Stage.ENDED || visit.stage() == Stage.TAKE_PAPER;
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "card" -> taken(LeftItem.CARD, clerk);
            case "paper" -> taken(LeftItem.PAPER, clerk);
            default -> DeskPage.nothing();
        };
    }

    /** An idle screen has the id of the visit that has not begun: the next resident's. */
    private static VisitId whose(Visit visit) {
        return visit.stage().idle() ? Ledger.NO_VISIT : visit.id();
    }

    private CompletableFuture<Optional<Said>> taken(LeftItem what, Clerk clerk) {
        Screen screen = runner.screen();
        Visit visit = screen.visit();
        if (visit.card().present()) {
            return DeskPage.said(Said.bad("said.card-lies"));
        }
        try {
            tools.left().keep(whose(visit), what, clerk.account());
        } catch (LedgerUnavailable refused) {
            return DeskPage.said(Said.bad("said.unwritable"));
        }
        if (!waits(visit)) {
            return DeskPage.said(Said.good("said.kept"));
        }
        return runner.tap(screen.number(), new Event.Acknowledged()) // whoever put it away has seen the screen
                .thenApply(after -> after.visit().stage().idle())
                .thenApply((Function<Boolean, Optional<Said>>)
                        free -> Optional.of(free ? Said.good("said.kept.free") : Said.good("said.kept")));
    }
}
