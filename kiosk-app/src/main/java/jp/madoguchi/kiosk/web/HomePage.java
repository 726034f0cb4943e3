package jp.madoguchi.kiosk.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Purpose;
import org.eclipse.jetty.util.Fields;

/** What is wrong now, and how to put it right; what is still owed. */
final class HomePage implements DeskPage {
    static final String NAME = "home";

    /** A device that is at work answers later, and the page shows it then. */
    private static final long LOOK_SECONDS = 3;

    /** Whoever stands there is told by the clerk, who stands there too. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Supplier<Visit> visit;
    private final DeskTools tools;

    HomePage(Supplier<Visit> visit, DeskTools tools) {
        this.visit = visit;
        this.tools = tools;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean duringVisit() {
        return true;
    }

    @Override
    public View view(Clerk clerk) {
        Visit now = visit.get();
        List<View> troubles = DeskModel.troubles(now);
        Health health = tools.health().get();
        return new View()
                .with("troubles", troubles)
                .with("claims", health.owed().claims())
                .with("soon", DeskModel.soon(health))
                .with("visit", DeskModel.visit(now));
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "look" ->
                tools.devices()
                        .lookNow()
                        .thenApply(all -> true)
                        .completeOnTimeout(false, LOOK_SECONDS, TimeUnit.SECONDS)
                        .thenApply(all -> Optional.of(looked(all)));
            case "end-visit" ->
                DeskPage.said(
                        tools.drain().begin(Purpose.END_VISIT, GRACE, clerk.account())
                                ? Said.good("said.ending")
                                : Said.bad("said.busy"));
            default -> DeskPage.nothing();
        };
    }

    private Said looked(boolean all) {
        if (!all) {
            return Said.good("said.looked.some");
        }
        return DeskModel.troubles(visit.get()).isEmpty()
                ? Said.good("said.looked.well")
                : Said.bad("said.looked.trouble");
    }
}
