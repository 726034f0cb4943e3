package jp.madoguchi.kiosk.web;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.visit.VisitRunner;

/** All pages of the desk, in the order of its menu. One that is added here is there. */
final class DeskPages {
    private final List<DeskPage> all;
    private final VisitRunner runner;

    DeskPages(VisitRunner runner, DeskTools tools) {
        this.runner = runner;
        this.all = List.of(
                new HomePage(() -> runner.screen().visit(), tools),
                new ClaimsPage(tools.claims(), () -> runner.screen().visit().id()),
                new LeftBehindPage(runner, tools),
                new KeptPage(tools.left()),
                new CashPage(tools.cash()),
                new ClosingPage(tools.closing()),
                new ServicePage(tools),
                new SelfTestPage(tools),
                new SettingsPage(tools),
                new PowerPage(tools),
                new AccountsPage(tools));
    }

    /** The page of this name, if this clerk may see it now. */
    Optional<DeskPage> open(String name, Clerk clerk) {
        return all.stream()
                .filter(page -> page.name().equals(name) && opens(page, clerk))
                .findFirst();
    }

    private boolean opens(DeskPage page, Clerk clerk) {
        return clerk.role().atLeast(page.least())
                && (page.duringVisit() || runner.screen().visit().stage().idle());
    }

    /** What the menu offers this clerk now. */
    List<View> menu(Clerk clerk) {
        return all.stream()
                .filter(page -> !page.name().equals(HomePage.NAME))
                .filter(page -> clerk.role().atLeast(page.least()))
                .map(page -> new View().with("name", page.name()).with("open", opens(page, clerk)))
                .toList();
    }
}
