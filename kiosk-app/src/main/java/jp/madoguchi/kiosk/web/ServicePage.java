package jp.madoguchi.kiosk.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.StopReason;
import jp.madoguchi.kiosk.terms.Slug;
import org.eclipse.jetty.util.Fields;

/** Stops the service for a reason that residents read, and resumes it. */
final class ServicePage implements DeskPage {
    private final DeskTools tools;

    ServicePage(DeskTools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public View view(Clerk clerk) {
        return new View()
                .with(
                        "stopped",
                        tools.service()
                                .settings()
                                .stopped()
                                .map(ServicePage::reason)
                                .orElse(null))
                .with(
                        "reasons",
                        Arrays.stream(StopReason.values())
                                .map(ServicePage::reason)
                                .toList());
    }

    private static View reason(StopReason reason) {
        String obstacle = Slug.of(reason.obstacle());
        return new View()
                .with("name", reason.slug())
                .with("text", Words.staff().text("obstacle." + obstacle + ".what"));
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "stop" ->
                StopReason.ofSlug(String.valueOf(tapped.getValue("reason")))
                        .map(reason ->
                                DeskPage.said(Said.done(tools.service().stop(reason, clerk.account()), "said.stopped")))
                        .orElseGet(DeskPage::nothing);
            case "resume" -> DeskPage.said(Said.done(tools.service().resume(clerk.account()), "said.resumed"));
            default -> DeskPage.nothing();
        };
    }
}
