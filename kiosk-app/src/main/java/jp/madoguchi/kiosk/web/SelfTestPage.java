package jp.madoguchi.kiosk.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Slug;
import org.eclipse.jetty.util.Fields;

/** Tries each device, and says what came of it. */
final class SelfTestPage implements DeskPage {
    /** A printer takes its time; what it says later stands on the page the next time it is drawn. */
    private static final long PATIENCE_SECONDS = 25;

    private static final List<Part> PARTS =
            List.of(Part.CARD_READER, Part.PRINTER, Part.CASH, Part.CENTER, Part.LEDGER);

    private final DeskTools tools;
    private final Map<Part, Tested> last = new EnumMap<>(Part.class);

    SelfTestPage(DeskTools tools) {
        this.tools = tools;
    }

    @Override
    public String name() {
        return "self-test";
    }

    @Override
    public View view(Clerk clerk) {
        return new View().with("parts", PARTS.stream().map(this::part).toList());
    }

    private View part(Part part) {
        View view = new View().with("name", Slug.of(part)).with("result", null);
        synchronized (last) {
            Optional.ofNullable(last.get(part)).ifPresent(tested -> view.with("result", result(tested)));
        }
        return view;
    }

    private static View result(Tested tested) {
        return new View()
                .with("name", Slug.of(tested.finding()))
                .with("good", tested.finding().good())
                .with(
                        "obstacles",
                        tested.obstacles().stream()
                                .sorted()
                                .map(SelfTestPage::words)
                                .toList());
    }

    private static String words(Obstacle obstacle) {
        return Words.staff().text("obstacle." + Slug.of(obstacle) + ".what");
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        String wanted = String.valueOf(tapped.getValue("part"));
        return PARTS.stream()
                .filter(part -> Slug.of(part).equals(wanted))
                .findFirst()
                .map(part -> test(part, clerk))
                .orElseGet(DeskPage::nothing);
    }

    private CompletableFuture<Optional<Said>> test(Part part, Clerk clerk) {
        CompletableFuture<Tested> test = tools.devices()
                .test(part)
                .exceptionally(defect -> new Tested(part, Tested.Finding.SILENT))
                .whenComplete((tested, none) -> note(tested, clerk));
        return test.copy()
                .completeOnTimeout(new Tested(part, Tested.Finding.SILENT), PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApply(this::keep);
    }

    /** What comes late is kept as well. */
    private void note(Tested tested, Clerk clerk) {
        keep(tested);
        tools.deeds()
                .tell(
                        AuditEvent.SELF_TESTED,
                        clerk.account(),
                        Map.of(
                                Detail.PART,
                                tested.part().name(),
                                Detail.RESULT,
                                tested.finding().name()));
    }

    private Optional<Said> keep(Tested tested) {
        synchronized (last) {
            last.put(tested.part(), tested);
        }
        return Optional.empty();
    }
}
