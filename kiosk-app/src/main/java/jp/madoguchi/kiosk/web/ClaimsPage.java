package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.ledger.Awaited;
import jp.madoguchi.kiosk.ledger.Claim;
import jp.madoguchi.kiosk.ledger.Decision;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.SettleOutcome;
import jp.madoguchi.kiosk.staff.ClaimDesk;
import jp.madoguchi.kiosk.staff.Clerk;
import jp.madoguchi.kiosk.terms.Settlement;
import jp.madoguchi.kiosk.terms.SettlementReason;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.VisitId;
import org.eclipse.jetty.util.Fields;

/** What the kiosk still owes, and how a clerk puts it right. Numbers and amounts: of papers and people it knows nothing. */
final class ClaimsPage implements DeskPage {
    private static final String REFUND = "refund";
    private static final String TICKET = "ticket";
    private static final int MOST_DIGITS = 9;
    private static final long PATIENCE_SECONDS = 25;

    /** One claim while it is being settled. */
    private record Draft(
            Clerk clerk, VisitId visit, Optional<Settlement> how, Optional<SettlementReason> reason, NumberPad pad) {}

    private final ClaimDesk claims;
    private final Supplier<VisitId> now;
    private Optional<Draft> draft = Optional.empty();

    /** @param now the visit that is under way */
    ClaimsPage(ClaimDesk claims, Supplier<VisitId> now) {
        this.claims = claims;
        this.now = now;
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public synchronized View view(Clerk clerk) {
        draft = draft.filter(begun -> begun.clerk().equals(clerk));
        try {
            Optional<Claim> chosen = draft.flatMap(begun -> claims.of(begun.visit()));
            List<Claim> open = claims.open();
            Map<VisitId, Awaited> awaited = claims.awaited(now.get()).stream()
                    .collect(Collectors.toMap(
                            Awaited::visit, Function.identity(), (one, same) -> one, LinkedHashMap::new));
            List<View> rows = open.stream()
                    .map(claim -> claim(claim)
                            .with(
                                    "waits",
                                    Optional.ofNullable(awaited.remove(claim.visit()))
                                            .map(one -> Slug.of(one.of()))
                                            .orElse(null)))
                    .toList();
            return new View()
                    .with("readable", true)
                    .with("claims", rows)
                    .with(
                            "awaited",
                            awaited.values().stream().map(ClaimsPage::awaited).toList())
                    .with("chosen", chosen.map(ClaimsPage::claim).orElse(null))
                    .with(
                            "draft",
                            chosen.flatMap(claim -> draft.map(begun -> draft(begun, claim)))
                                    .orElse(null))
                    .with("last", claims.lastSettled().map(VisitId::claimNumber).orElse(null));
        } catch (LedgerUnavailable unreadable) {
            return new View()
                    .with("readable", false)
                    .with("claims", List.of())
                    .with("awaited", List.of())
                    .with("chosen", null)
                    .with("draft", null)
                    .with("last", null);
        }
    }

    private static String yen(int amount) {
        return Words.staff().yen(amount);
    }

    private static View awaited(Awaited awaited) {
        return new View()
                .with("number", awaited.number())
                .with("since", Words.staff().moment(awaited.since(), Instant.EPOCH))
                .with("of", Slug.of(awaited.of()));
    }

    private static View claim(Claim claim) {
        return new View()
                .with("visit", claim.visit().hex())
                .with("number", claim.number())
                .with("at", Words.staff().moment(claim.at(), Instant.EPOCH))
                .with("seen", claim.owed())
                .with("owed", yen(claim.owed()))
                .with("certain", claim.certain())
                .with("over", claim.over())
                .with("paper", Slug.of(claim.paper()))
                .with("doubts", claim.doubts().stream().sorted().map(Slug::of).toList());
    }

    private static View draft(Draft begun, Claim claim) {
        Optional<Decision> decision = decision(begun, claim);
        return begun.pad()
                .view()
                .with("reason", begun.reason().map(Slug::of).orElse(null))
                .with("ways", claim.ways().stream().map(Slug::of).toList())
                .with("how", begun.how().map(Slug::of).orElse(null))
                .with(
                        "reasons",
                        begun.how().map(SettlementReason::of).orElse(List.of()).stream()
                                .map(Slug::of)
                                .toList())
                .with("asks", asksHowMuch(begun, claim))
                .with("refund", begun.pad().typed(REFUND) ? yen(begun.pad().number(REFUND)) : "")
                .with("ticket", begun.pad().text(TICKET))
                .with("most", yen(claim.owed() - covered(begun, claim)))
                .with("covered", covered(begun, claim) > 0 ? yen(covered(begun, claim)) : null)
                .with("hands", yen(decision.map(Decision::refunded).orElse(0)));
    }

    /** Where nobody can say what is owed people have counted, and type it. */
    private static boolean asksHowMuch(Draft begun, Claim claim) {
        return !claim.certain()
                && claim.owed() > 0
                && begun.reason()
                        .map(SettlementReason::of)
                        .filter(how -> how != Settlement.VOID)
                        .isPresent();
    }

    private static int covered(Draft begun, Claim claim) {
        return begun.reason().map(SettlementReason::of).equals(Optional.of(Settlement.PAPER_HANDED_OVER))
                ? claim.fee()
                : 0;
    }

    private static Optional<Decision> decision(Draft begun, Claim claim) {
        return begun.reason().map(reason -> {
            Decision all = Decision.all(
                    claim, reason, begun.pad().text(TICKET), begun.clerk().account());
            return asksHowMuch(begun, claim)
                    ? new Decision(reason, all.seen(), begun.pad().number(REFUND), all.ticket(), all.account())
                    : all;
        });
    }

    @Override
    public synchronized CompletableFuture<Optional<Said>> act(Clerk clerk, Fields tapped) {
        String value = String.valueOf(tapped.getValue("value"));
        draft = draft.filter(begun -> begun.clerk().equals(clerk));
        try {
            switch (String.valueOf(tapped.getValue("do"))) {
                case "open" -> open(clerk, value);
                case "how" -> how(value);
                case "reason" -> reason(value);
                case "choose" -> draft.ifPresent(begun -> begun.pad().choose(value));
                case "key" -> draft.ifPresent(begun -> begun.pad().press(value));
                case "back" -> back();
                case "settle" -> {
                    return settle(String.valueOf(tapped.getValue("seen")));
                }
                case "print" -> {
                    return claims.lastSettled()
                            .map(visit ->
                                    print(visit).thenApply(paper -> Optional.of(PaperSaid.of(paper, "said.print"))))
                            .orElseGet(DeskPage::nothing);
                }
                default -> {
                    return DeskPage.nothing();
                }
            }
            return DeskPage.nothing();
        } catch (LedgerUnavailable unreadable) {
            return DeskPage.said(Said.bad("said.unreadable"));
        }
    }

    private void open(Clerk clerk, String hex) {
        draft = claims.open().stream()
                .filter(claim -> claim.visit().hex().equals(hex) && claim.over())
                .findFirst()
                .map(claim -> new Draft(clerk, claim.visit(), Optional.empty(), Optional.empty(), pad()));
    }

    private static NumberPad pad() {
        return new NumberPad(List.of(REFUND, TICKET), MOST_DIGITS);
    }

    private void how(String slug) {
        Optional<Settlement> chosen = Arrays.stream(Settlement.values())
                .filter(how -> Slug.of(how).equals(slug))
                .findFirst();
        draft = draft.map(begun -> new Draft(begun.clerk(), begun.visit(), chosen, Optional.empty(), pad()));
    }

    private void reason(String slug) {
        Optional<SettlementReason> chosen = Arrays.stream(SettlementReason.values())
                .filter(reason -> Slug.of(reason).equals(slug))
                .findFirst();
        draft = draft.map(begun ->
                new Draft(begun.clerk(), begun.visit(), chosen.map(SettlementReason::of), chosen, begun.pad()));
        draft.ifPresent(begun -> claims.of(begun.visit())
                .ifPresent(claim -> begun.pad().choose(asksHowMuch(begun, claim) ? REFUND : TICKET)));
    }

    /** From the amount to the reasons, from there to the ways, from there to the list. */
    private void back() {
        draft = draft.filter(begun -> begun.how().isPresent())
                .map(begun -> new Draft(
                        begun.clerk(),
                        begun.visit(),
                        begun.how().filter(how -> begun.reason().isPresent()),
                        Optional.empty(),
                        pad()));
    }

    /** @param seen yen that stood on the screen when it was touched */
    private CompletableFuture<Optional<Said>> settle(String seen) {
        Optional<Claim> claim = draft.flatMap(begun -> claims.of(begun.visit()));
        Optional<Decision> decision = claim.flatMap(open -> draft.flatMap(begun -> decision(begun, open)));
        if (decision.isEmpty()) {
            draft = Optional.empty();
            return DeskPage.said(Said.bad("said.claim.gone"));
        }
        if (!seen.equals(Integer.toString(decision.get().seen()))) {
            return DeskPage.said(Said.bad("said.claim.changed"));
        }
        if (asksHowMuch(draft.get(), claim.get()) && !draft.get().pad().typed(REFUND)) {
            return DeskPage.said(Said.bad("said.claim.type"));
        }
        VisitId visit = claim.get().visit();
        SettleOutcome outcome = claims.settle(visit, decision.get());
        if (outcome instanceof SettleOutcome.Done done) {
            draft = Optional.empty();
            return print(visit).thenApply(paper -> Optional.of(settled(done.settled(), paper)));
        }
        return DeskPage.said(Said.bad(words(outcome)));
    }

    private static Said settled(Fact.ClaimSettled settled, PrintOutcome paper) {
        return settled.refunded() > 0
                ? PaperSaid.of(paper, "said.claim.pay", yen(settled.refunded()))
                : PaperSaid.of(paper, "said.claim.settled");
    }

    private static String words(SettleOutcome outcome) {
        if (outcome instanceof SettleOutcome.NotRecorded) {
            return "said.unwritable";
        }
        if (outcome instanceof SettleOutcome.NotAllowed) {
            return "said.claim.not-allowed";
        }
        return outcome instanceof SettleOutcome.NothingOpen ? "said.claim.gone" : "said.claim.changed";
    }

    private CompletableFuture<PrintOutcome> print(VisitId visit) {
        try {
            return PaperSaid.within(PATIENCE_SECONDS, claims.printReceipt(visit));
        } catch (LedgerUnavailable unreadable) { // settled it is all the same
            return CompletableFuture.completedFuture(
                    new PrintOutcome.NotPrinted(Set.of(), "the ledger cannot be read"));
        }
    }
}
