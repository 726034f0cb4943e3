package jp.madoguchi.kiosk.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Drain;
import jp.madoguchi.kiosk.staff.Purpose;
import org.eclipse.jetty.util.Fields;

/** Restarts the program or the machine, or switches it off. */
final class PowerPage implements DeskPage {
    private final DeskTools tools;

    PowerPage(DeskTools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "power";
    }

    @Override
    public View view(Clerk clerk) {
        return new View()
                .with("machine", tools.machine().serves())
                .with("refused", tools.drain().refused().map(Purpose::slug).orElse(""));
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "restart" -> begin(Purpose.RESTART, clerk);
            case "reboot" -> begin(Purpose.REBOOT, clerk);
            case "power-off" -> begin(Purpose.POWER_OFF, clerk);
            default -> DeskPage.nothing();
        };
    }

    private CompletableFuture<Optional<Said>> begin(Purpose purpose, Clerk clerk) {
        return DeskPage.said(
                tools.drain().begin(purpose, Drain.GRACE, clerk.account())
                        ? Said.good("said." + purpose.slug())
                        : Said.bad("said.busy"));
    }
}
