package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.LeftItems;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.terms.LeftItemGoal;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.VisitId;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** What the store keeps of what residents left, and where it went: kind, number, time and account. Nobody's name. */
final class KeptPage implements DeskPage {
    /** Of those that have left the store; the audit log has them all. */
    private static final int LATEST = 3;

    private static final int MOST_DIGITS = 18;

    /** One of them, on its way out. */
    private record Draft(Clerk clerk, long number) {}

    private final LeftItems left;
    private Optional<Draft> draft = Optional.empty();

    KeptPage(LeftItems left) {
        this.left = left;
    }

    @Override
    public String name() {
        return "kept";
    }

    @Override
    public synchronized View view(Clerk clerk) {
        draft = draft.filter(begun -> begun.clerk().equals(clerk));
        try {
            List<LeftItems.Kept> kept = left.kept();
            Optional<LeftItems.Kept> chosen = kept.stream()
                    .filter(item -> draft.stream().anyMatch(begun -> begun.number() == item.number()))
                    .findFirst();
            return new View()
                    .with("readable", true)
                    .with("kept", kept.stream().map(KeptPage::kept).toList())
                    .with("chosen", chosen.map(KeptPage::chosen).orElse(null))
                    .with(
                            "handed",
                            left.handedOn(LATEST).stream().map(KeptPage::handed).toList());
        } catch (LedgerUnavailable unreadable) {
            return new View()
                    .with("readable", false)
                    .with("kept", List.of())
                    .with("chosen", null)
                    .with("handed", List.of());
        }
    }

    private static View kept(LeftItems.Kept kept) {
        return new View()
                .with("fact", kept.number())
                .with("item", Slug.of(kept.item()))
                .with("number", number(kept.visit()))
                .with("at", at(kept.at()))
                .with("account", kept.account());
    }

    private static View chosen(LeftItems.Kept kept) {
        return kept(kept)
                .with(
                        "goals",
                        Arrays.stream(LeftItemGoal.values())
                                .filter(goal -> LeftItems.goes(kept.item(), goal))
                                .map(Slug::of)
                                .toList());
    }

    private static View handed(LeftItems.HandedOn handed) {
        return new View()
                .with("item", Slug.of(handed.item()))
                .with("number", number(handed.visit()))
                .with("at", at(handed.at()))
                .with("goal", Slug.of(handed.to()))
                .with("account", handed.account());
    }

    /** Null for what was found while nobody was served: it is no visit's. */
    private static @Nullable String number(VisitId visit) {
        return visit.equals(Ledger.NO_VISIT) ? null : visit.claimNumber();
    }

    private static String at(Instant instant) {
        return Words.staff().moment(instant, Instant.EPOCH);
    }

    @Override
    public synchronized CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        String value = String.valueOf(tapped.getValue("value"));
        return switch (String.valueOf(tapped.getValue("do"))) {
            case "open" -> open(clerk, value);
            case "back" -> {
                draft = Optional.empty();
                yield DeskPage.nothing();
            }
            case "hand-on" -> handOn(clerk, value);
            default -> DeskPage.nothing();
        };
    }

    private CompletableFuture<Optional<Said>> open(Clerk clerk, String value) {
        if (value.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            draft = Optional.of(new Draft(clerk, Long.parseLong(value)));
        }
        return DeskPage.nothing();
    }

    private CompletableFuture<Optional<Said>> handOn(Clerk clerk, String value) {
        Optional<LeftItemGoal> goal = Arrays.stream(LeftItemGoal.values())
                .filter(each -> Slug.of(each).equals(value))
                .findFirst();
        Optional<Draft> begun = draft.filter(one -> one.clerk().equals(clerk));
        if (goal.isEmpty() || begun.isEmpty()) {
            return DeskPage.nothing();
        }
        draft = Optional.empty();
        try {
            boolean handed = left.handOn(begun.get().number(), goal.get(), clerk.account());
            return DeskPage.said(handed ? Said.good("said.handed-on." + value) : Said.bad("said.handed-on.gone"));
        } catch (LedgerUnavailable refused) {
            return DeskPage.said(Said.bad("said.unwritable"));
        }
    }
}
