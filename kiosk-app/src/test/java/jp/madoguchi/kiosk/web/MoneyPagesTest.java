package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.ledger.Claims;
import jp.madoguchi.kiosk.ledger.Closing;
import jp.madoguchi.kiosk.ledger.Doubt;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.PaperKnown;
import jp.madoguchi.kiosk.ledger.Pieces;
import jp.madoguchi.kiosk.paper.Reissued;
import jp.madoguchi.kiosk.paper.SettlementReceipt;
import jp.madoguchi.kiosk.staff.Role;
import jp.madoguchi.kiosk.terms.Settlement;
import jp.madoguchi.kiosk.terms.SettlementReason;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;

/** Claims, cash and day closing at the desk, over HTTP. */
class MoneyPagesTest extends RunningDesk {
    private static final VisitId VISIT = new VisitId("3f2a91c0445566778899aabbccddeeff");
    private static final Fact ORDERED = new Fact.Ordered(VISIT.hex(), 300, "13101", "seal-registration", 1);
    private static final Fact COIN = new Fact.CoinInserted(500, 1, "COIN");

    private void over(Fact... facts) {
        Stream.of(facts).forEach(fact -> staff.ledger.record(VISIT, fact));
        Closing.close(staff.ledger, VISIT, "CANCELLED");
    }

    private void doubtful() {
        over(
                ORDERED,
                COIN,
                new Fact.PayOutIntended(200, 3, 2, 40),
                new Fact.HopperPaid(3, 0, 0, false),
                new Fact.PayOutEnded(0, 200, false),
                new Fact.PrintIntended("D-1", "00", 2),
                new Fact.PrintEnded("UNKNOWN", 1));
    }

    private static String type(Clerk clerk, String page, String digits) {
        String last = "";
        for (int i = 0; i < digits.length(); i++) {
            last = clerk.act(page, "do=key&value=" + digits.charAt(i)).body();
        }
        return last;
    }

    private static String open(Clerk clerk) {
        return clerk.act("claims", "do=open&value=" + VISIT.hex()).body();
    }

    @Test
    void claims_whenThereAreNone_saysSo() {
        assertTrue(clerk().get("/staff/go/claims").body().contains("未精算はありません"));
    }

    @Test
    void claim_thatIsCertain_isSettledInThreeTouchesAndItsReceiptPrinted() {
        Clerk clerk = clerk();
        over(ORDERED, COIN);
        String list = clerk.get("/staff/go/claims").body();
        assertTrue(list.contains("data-claim=\"3F2A-91C0\"") && list.contains("¥500"), list);
        assertFalse(open(clerk).contains("data-value=\"paper-handed-over\""), "none can have come");
        assertTrue(clerk.act("claims", "do=how&value=refunded").body().contains("data-value=\"money-not-given-back\""));
        String amount =
                clerk.act("claims", "do=reason&value=money-not-given-back").body();
        assertTrue(amount.contains("data-hands>¥500"), amount);
        assertFalse(amount.contains("data-value=\"refund\""), "nothing is to be counted");
        type(clerk, "claims", "20481");
        String said = clerk.act("claims", "do=settle&seen=500").body();
        assertTrue(said.contains("レジから ¥500 を渡し"), said);
        Fact.ClaimSettled settled = new Fact.ClaimSettled(
                Settlement.REFUNDED, 500, 500, 0, SettlementReason.MONEY_NOT_GIVEN_BACK, "20481", "clerk-1");
        assertTrue(staff.ledger.facts(VISIT).contains(settled));
        assertEquals(
                settled,
                assertInstanceOf(SettlementReceipt.class, staff.printed.get(0)).settled());
        assertTrue(clerk.act("claims", "do=settle&seen=500").body().contains("もう処理されています"), "twice");
        assertTrue(clerk.act("claims", "do=print").body().contains("印刷しました"));
        assertEquals(2, staff.printed.size());
        assertEquals(1, new Claims(staff.ledger).settlements(VISIT).size());
    }

    @Test
    void claim_thatIsDoubtful_asksWhatWasCounted() {
        Clerk clerk = clerk();
        doubtful();
        String open = open(clerk);
        assertAll(
                () -> assertTrue(open.contains("data-doubt=\"coins-paid\"")),
                () -> assertTrue(open.contains("data-doubt=\"paper\"")),
                () -> assertTrue(open.contains("data-value=\"paper-handed-over\"")));
        String amount = clerk.act("claims", "do=reason&value=paper-found").body();
        assertTrue(amount.contains("渡す額（¥200まで）") && amount.contains("手数料 ¥300"), amount);
        assertTrue(type(clerk, "claims", "100").contains("data-hands>¥100"));
        assertTrue(clerk.act("claims", "do=settle&seen=500").body().contains("¥100 を渡し"));
        Fact.ClaimSettled settled = (Fact.ClaimSettled)
                new Claims(staff.ledger).settlements(VISIT).get(0).fact();
        assertEquals(List.of(500, 100, 300), List.of(settled.settled(), settled.refunded(), settled.covered()));
    }

    /** It cost nothing, and somebody waits for it. */
    @Test
    void claim_ofFreePaperThatMayHaveCome_isSettledByHandingItOver() {
        Clerk clerk = clerk();
        over(
                new Fact.Ordered(VISIT.hex(), 0, "13101", "seal-registration", 1),
                new Fact.PrintIntended("D-1", "00", 2),
                new Fact.PrintEnded("UNKNOWN", 1));
        assertTrue(open(clerk).contains("data-value=\"paper-handed-over\""));
        clerk.act("claims", "do=reason&value=paper-found");
        clerk.act("claims", "do=settle&seen=0");
        assertEquals(List.of(), new Claims(staff.ledger).open());
    }

    /** The program stopped in its midst: there is no claim before the device has answered, and the resident asks all the same. */
    @Test
    void visit_thatADeviceMustAnswerFor_isShownWithWhatItWaitsFor() {
        Clerk clerk = clerk();
        staff.ledger.record(VISIT, ORDERED);
        staff.ledger.record(VISIT, COIN);
        assertFalse(clerk.get("/staff/go/claims").body().contains("data-awaited"), "nobody is asked");
        staff.ledger.record(VISIT, new Fact.PrintIntended("D-1", "00", 2));
        String printer = clerk.get("/staff/go/claims").body();
        assertTrue(printer.contains("data-awaited=\"3F2A-91C0\"") && printer.contains("プリンターの答えを待っています"), printer);
        staff.ledger.record(VISIT, new Fact.PrintEnded("UNKNOWN", 1));
        staff.ledger.record(VISIT, new Fact.PayOutIntended(200, 3, 2, 40));
        assertTrue(clerk.get("/staff/go/claims").body().contains("硬貨の機械の答えを待っています"));
        staff.ledger.record(VISIT, new Fact.Claimed(500, false));
        String claimed = clerk.get("/staff/go/claims").body();
        assertAll(
                () -> assertTrue(claimed.contains("data-claim=\"3F2A-91C0\"")),
                () -> assertFalse(claimed.contains("data-awaited"), "said once"),
                () -> assertTrue(claimed.contains("硬貨の機械の答えを待っています")));
    }

    /** One touch too early must not say that nothing was owed. */
    @Test
    void claim_whoseAmountNobodyTyped_isNotSettled() {
        Clerk clerk = clerk();
        doubtful();
        open(clerk);
        clerk.act("claims", "do=reason&value=money-not-given-back");
        assertTrue(clerk.act("claims", "do=settle&seen=500").body().contains("渡す額を入れてください"));
        assertEquals(1, new Claims(staff.ledger).open().size());
        type(clerk, "claims", "0");
        clerk.act("claims", "do=settle&seen=500");
        assertEquals(0, new Claims(staff.ledger).open().size());
    }

    @Test
    void cash_ofWhichOneKindWasNotTyped_isNotRecorded() {
        Clerk clerk = clerk();
        clerk.act("cash", "do=count&value=coins");
        type(clerk, "cash", "2");
        assertTrue(clerk.act("cash", "do=record").body().contains("枚数をすべて入れてください"));
        assertFalse(staff.ledger.facts(Ledger.NO_VISIT).stream().anyMatch(Fact.CashCounted.class::isInstance));
        clerk.act("cash", "do=choose&value=500");
        type(clerk, "cash", "0");
        clerk.act("cash", "do=record");
        assertTrue(staff.ledger.facts(Ledger.NO_VISIT).stream().anyMatch(Fact.CashCounted.class::isInstance));
    }

    @Test
    void claim_aboveWhatIsOwed_isNotSettled() {
        Clerk clerk = clerk();
        doubtful();
        open(clerk);
        clerk.act("claims", "do=reason&value=money-not-given-back");
        type(clerk, "claims", "501");
        assertTrue(clerk.act("claims", "do=settle&seen=500").body().contains("渡す額を入れ直してください"));
        assertTrue(clerk.act("claims", "do=settle&seen=400").body().contains("金額が変わりました"));
        assertEquals(1, new Claims(staff.ledger).open().size());
    }

    @Test
    void receipt_thatDoesNotComeOut_isSaidSoAndTheClaimIsSettled() {
        Clerk clerk = clerk();
        over(ORDERED, COIN);
        staff.printer = new PrintOutcome.NotPrinted(Set.of(), "no paper");
        open(clerk);
        clerk.act("claims", "do=reason&value=money-not-given-back");
        assertTrue(clerk.act("claims", "do=settle&seen=500").body().contains("精算票は出ませんでした"));
        assertEquals(List.of(), new Claims(staff.ledger).open());
    }

    /** It may lie in the tray: nobody is told that it does not. */
    @Test
    void paper_ofWhichThePrinterSaysNothing_isLookedForFirst() {
        Clerk clerk = clerk();
        over(ORDERED, COIN);
        staff.printer = new PrintOutcome.Unknown(-1, Set.of(), "lost");
        open(clerk);
        clerk.act("claims", "do=reason&value=money-not-given-back");
        assertTrue(clerk.act("claims", "do=settle&seen=500").body().contains("精算票が出たか分かりません"));
        assertTrue(clerk.act("claims", "do=print").body().contains("印刷できたか分かりません"));
        assertTrue(clerk.act("closing", "do=close&value=1").body().contains("報告書が出たか分かりません"));
    }

    @Test
    void draft_ofOneClerk_isNotTheNexts() {
        Clerk clerk = clerk();
        over(ORDERED, COIN);
        assertTrue(open(clerk).contains("data-owed"));
        clerk.act("cash", "do=count&value=coins");
        clerk.post("/staff/do/leave", "");
        Clerk next = signIn("clerk-2", Role.CLERK);
        assertFalse(next.get("/staff/go/claims").body().contains("data-owed"));
        assertFalse(next.get("/staff/go/cash").body().contains("data-deed"));
    }

    /** What the enums can say has words, and the same as stand on paper. */
    @Test
    void words_ofEachReasonAndDoubt_areThere() {
        Words words = Words.staff();
        for (SettlementReason reason : SettlementReason.values()) {
            assertEquals(reason.japanese(), words.text("settlement.reason." + Slug.of(reason)));
            words.text("settlement." + Slug.of(reason.of()));
        }
        for (Doubt doubt : Doubt.values()) {
            words.text("claims.doubt." + Slug.of(doubt));
        }
        for (PaperKnown paper : PaperKnown.values()) {
            words.text("claims.paper." + Slug.of(paper));
        }
    }

    /** The configuration has the hopper no more; whether it gave two coins nobody knows. */
    @Test
    void box_inWhichNothingCanBe_isCountedWithoutAKey() {
        Clerk clerk = clerk();
        over(
                ORDERED,
                COIN,
                new Fact.PayOutIntended(100, 9, 2, 40),
                new Fact.HopperPaid(9, 0, 0, false),
                new Fact.PayOutEnded(0, 100, false));
        assertTrue(clerk.get("/staff/go/cash").body().contains("数えて確かめてください"));
        String page = clerk.act("cash", "do=count&value=hopper-9").body();
        assertTrue(page.contains("この箱に入るお金は、ないはずです"), page);
        assertFalse(page.contains("data-do=\"key\""));
        clerk.act("cash", "do=key&value=5");
        assertTrue(clerk.act("cash", "do=record").body().contains("あるはずの額と同じでした"));
        assertTrue(staff.ledger
                .facts(Ledger.NO_VISIT)
                .contains(new Fact.CashCounted("hopper-9", Pieces.NONE, 0, "clerk-1")));
        assertFalse(clerk.act("cash", "do=count&value=hopper-9").body().contains("data-deed"));
    }

    @Test
    void cash_filledAndCounted_isInTheBooks() {
        Clerk clerk = clerk();
        String page = clerk.get("/staff/go/cash").body();
        assertTrue(page.contains("data-box=\"hopper-3\"") && page.contains("data-box=\"notes\""), page);
        assertTrue(clerk.act("cash", "do=fill&value=hopper-3").body().contains("data-deed=\"fill\""));
        assertTrue(type(clerk, "cash", "50").contains("data-sum>¥5,000"));
        assertTrue(clerk.act("cash", "do=record").body().contains("¥5,000 を補充しました"));
        clerk.act("cash", "do=count&value=hopper-3");
        type(clerk, "cash", "49");
        assertTrue(clerk.act("cash", "do=record").body().contains("¥100 少ないです"));
        clerk.act("cash", "do=empty&value=coins");
        type(clerk, "cash", "2");
        clerk.act("cash", "do=choose&value=500");
        type(clerk, "cash", "3");
        clerk.act("cash", "do=key&value=clear");
        type(clerk, "cash", "4");
        clerk.act("cash", "do=record");
        List<Fact> facts = staff.ledger.facts(Ledger.NO_VISIT);
        assertAll(
                () -> assertTrue(facts.contains(new Fact.CashFilled("hopper-3", Pieces.of(100, 50), "clerk-1"))),
                () -> assertTrue(facts.contains(new Fact.CashCounted("hopper-3", Pieces.of(100, 49), 5000, "clerk-1"))),
                () -> assertTrue(facts.contains(
                        new Fact.CashEmptied("coins", Pieces.of(100, 2).plus(Pieces.of(500, 4)), 0, "clerk-1"))));
    }

    @Test
    void cash_thatIsNotToBeCountedNow_isSaidSo() {
        Clerk clerk = clerk();
        clerk.act("cash", "do=fill&value=coins");
        assertFalse(clerk.get("/staff/go/cash").body().contains("data-deed"), "a coin box is not filled");
        clerk.act("cash", "do=fill&value=hopper-4");
        assertTrue(clerk.act("cash", "do=record").body().contains("枚数をすべて入れてください"));
        staff.ledger.record(VISIT, COIN);
        type(clerk, "cash", "9");
        assertTrue(clerk.act("cash", "do=record").body().contains("手続き中のお金が動いています"));
    }

    @Test
    void closing_touchedTwice_closesOnePeriodAndPrintsItsReport() {
        Clerk clerk = clerk();
        over(ORDERED, COIN);
        String page = clerk.get("/staff/go/closing").body();
        assertTrue(page.contains("第1回") && page.contains("¥500"), page);
        assertTrue(clerk.act("closing", "do=close&value=1").body().contains("精算しました"));
        clerk.act("closing", "do=close&value=1");
        assertEquals(1, staff.tools().closing().reports().size());
        assertEquals(1, staff.printed.size());
        assertTrue(clerk.act("closing", "do=print&value=1").body().contains("印刷しました"));
        assertEquals(new Reissued(staff.tools().closing().reports().get(0)), staff.printed.get(1), "it is a copy");
        assertTrue(clerk.get("/staff/go/closing").body().contains("data-report=\"1\""));
        assertTrue(staff.tools().closing().close(2, "clerk-1"));
        assertFalse(clerk.get("/staff/go/closing").body().contains("data-report=\"1\""));
        assertTrue(clerk.act("closing", "do=earlier").body().contains("data-report=\"1\""));
        assertFalse(clerk.act("closing", "do=back").body().contains("data-report=\"1\""));
    }

    @Test
    void pages_whileTheLedgerCannotBeRead_sayThat() {
        Clerk clerk = clerk();
        staff.ledger.close();
        for (String page : List.of("claims", "cash", "closing")) {
            assertTrue(clerk.get("/staff/go/" + page).body().contains("記録を読めません"), page);
        }
        assertTrue(clerk.act("closing", "do=close&value=1").body().contains("保存できませんでした"));
        assertTrue(clerk.act("claims", "do=open&value=" + VISIT.hex()).body().contains("記録を読めません"));
        staff.ledger.open();
    }
}
