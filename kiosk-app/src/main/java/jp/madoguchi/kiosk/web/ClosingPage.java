package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.ledger.Box;
import jp.madoguchi.kiosk.ledger.BoxAccount;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.Period;
import jp.madoguchi.kiosk.ledger.Pieces;
import jp.madoguchi.kiosk.paper.DayReport;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.staff.DayClosing;
import org.eclipse.jetty.util.Fields;

/** The sums since the last closing, the closing, and the reports of those before. */
final class ClosingPage implements DeskPage {
    private static final int SHOWN = 5;

    /** A printer takes its time; a report can be printed again. */
    private static final long PATIENCE_SECONDS = 40;

    private final DayClosing closing;

    /** Who wants to see the reports of before. */
    private volatile Optional<Clerk> back = Optional.empty();

    ClosingPage(DayClosing closing) {
        this.closing = closing;
    }

    @Override
    public String name() {
        return "closing";
    }

    @Override
    public View view(Clerk clerk) {
        try {
            Period now = closing.now();
            List<BoxAccount> boxes = now.boxes();
            List<DayReport> reports = closing.reports();
            return new View()
                    .with("readable", true)
                    .with("number", now.number())
                    .with("visits", now.takings().visits())
                    .with("delivered", now.takings().delivered())
                    .with("taken", taken(now))
                    .with("inserted", yen(now.takings().inserted()))
                    .with("open", open(now))
                    .with("after", yen(now.owing().after()))
                    .with(
                            "there",
                            yen(boxes.stream().mapToInt(box -> box.now().yen()).sum()))
                    .with("right", boxes.stream().allMatch(box -> box.difference() == 0))
                    .with(
                            "difference",
                            yen(boxes.stream().mapToInt(BoxAccount::difference).sum()))
                    .with(
                            "uncounted",
                            boxes.stream()
                                    .filter(box -> !box.counted() && !box.now().equals(Pieces.NONE))
                                    .map(box -> BoxNames.of(Box.named(box.box())))
                                    .collect(Collectors.joining(Words.staff().text("cash.and"))))
                    .with(
                            "held",
                            now.owing().held() == 0 ? null : yen(now.owing().held()))
                    .with("earlier", looksBack(clerk))
                    .with("more", reports.size() > 1)
                    .with(
                            "reports",
                            reports.stream()
                                    .limit(looksBack(clerk) ? SHOWN : 1)
                                    .map(ClosingPage::report)
                                    .toList());
        } catch (LedgerUnavailable unreadable) {
            return new View().with("readable", false).with("earlier", false);
        }
    }

    private boolean looksBack(Clerk clerk) {
        return back.equals(Optional.of(clerk));
    }

    private static List<View> taken(Period now) {
        return List.of(
                line("closing.kept", now.takings().kept()),
                line("closing.returned", now.takings().returned()),
                line("closing.owed", now.takings().owed()));
    }

    private static List<View> open(Period now) {
        return List.of(
                line("closing.before", now.owing().before()),
                line("closing.opened", now.owing().opened()),
                line("closing.refunded", -now.owing().refunded()),
                line("closing.covered", -now.owing().covered()),
                line("closing.voided", -now.owing().voided()));
    }

    /** Below nothing as books in Japan write it. */
    private static String yen(int amount) {
        return (amount < 0 ? "△" : "") + Words.staff().yen(Math.abs(amount));
    }

    private static View line(String key, int yen) {
        return new View().with("words", Words.staff().text(key)).with("yen", yen(yen));
    }

    private static View report(DayReport report) {
        return new View()
                .with("number", report.period().number())
                .with("at", Words.staff().moment(report.to(), Instant.EPOCH))
                .with("account", report.account())
                .with("inserted", yen(report.period().takings().inserted()));
    }

    @Override
    public CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        try {
            return switch (String.valueOf(tapped.getValue("do"))) {
                case "close" -> close(clerk, String.valueOf(tapped.getValue("value")));
                case "earlier" -> lookBack(Optional.of(clerk));
                case "back" -> lookBack(Optional.empty());
                case "print" -> printAgain(String.valueOf(tapped.getValue("value")));
                default -> DeskPage.nothing();
            };
        } catch (LedgerUnavailable unreadable) {
            return DeskPage.said(Said.bad("said.unreadable"));
        }
    }

    private CompletableFuture<Optional<Said>> lookBack(Optional<Clerk> who) {
        back = who;
        return DeskPage.nothing();
    }

    /** @param number that stood on the screen: a second touch closes no second period */
    private CompletableFuture<Optional<Said>> close(Clerk clerk, String number) {
        if (!number.matches("[0-9]{1,9}")) {
            return DeskPage.nothing();
        }
        boolean closed;
        try {
            closed = closing.close(Integer.parseInt(number), clerk.account());
        } catch (LedgerUnavailable refused) {
            return DeskPage.said(Said.bad("said.unwritable"));
        }
        return closed ? report(Integer.parseInt(number)) : DeskPage.nothing();
    }

    /** Closed it is, whatever can be read or printed now. */
    private CompletableFuture<Optional<Said>> report(int number) {
        try {
            return closing.report(number)
                    .map(report -> print(report, "said.closed"))
                    .orElseGet(DeskPage::nothing);
        } catch (LedgerUnavailable unreadable) {
            return DeskPage.said(Said.bad("said.closed.unprinted"));
        }
    }

    private CompletableFuture<Optional<Said>> printAgain(String number) {
        return closing.reports().stream()
                .filter(report -> number.equals(Integer.toString(report.period().number())))
                .findFirst()
                .map(report -> print(report, "said.print"))
                .orElseGet(DeskPage::nothing);
    }

    private CompletableFuture<Optional<Said>> print(DayReport report, String key) {
        return PaperSaid.within(PATIENCE_SECONDS, closing.print(report))
                .thenApply(paper -> Optional.of(PaperSaid.of(paper, key)));
    }
}
