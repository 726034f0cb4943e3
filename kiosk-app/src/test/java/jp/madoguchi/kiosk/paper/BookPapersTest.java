package jp.madoguchi.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.ledger.BoxAccount;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.FeeLine;
import jp.madoguchi.kiosk.ledger.Owing;
import jp.madoguchi.kiosk.ledger.Period;
import jp.madoguchi.kiosk.ledger.Pieces;
import jp.madoguchi.kiosk.ledger.Takings;
import jp.madoguchi.kiosk.terms.Settlement;
import jp.madoguchi.kiosk.terms.SettlementReason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the books put on paper, for the drawer and the store's manager. */
class BookPapersTest {
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-22T13:58:00Z");

    private static SettlementReceipt receipt(Fact.ClaimSettled settled) {
        return new SettlementReceipt("3F2A-91C0", NOON, "K-0001", "S-001", settled);
    }

    private static Fact.ClaimSettled settled(SettlementReason reason, int refunded, int covered) {
        return new Fact.ClaimSettled(reason.of(), 500, refunded, covered, reason, "20481", "clerk-1");
    }

    /** Fees of so many kinds and municipalities, and all else to go with them. */
    static DayReport report(int lines) {
        List<FeeLine> fees = IntStream.range(0, lines)
                .mapToObj(line -> new FeeLine(
                        String.format("13%03d", 101 + line / 2),
                        line % 2 == 0 ? "residence-record" : "seal-registration",
                        2,
                        600))
                .toList();
        int kept = 600 * lines - 300;
        int inserted = kept + 1200 + 800;
        Period period = new Period(
                12,
                new Takings(2 * lines + 3, 2 * lines, inserted, kept, 1200, 800),
                fees,
                new Owing(500, 800, 500, 300, 0, 500, 0, 2, 1),
                List.of(
                        new BoxAccount("hopper-3", 10000, 0, 1200, 4000, 0, -100, Pieces.of(100, 127), 2, false, true),
                        new BoxAccount("hopper-4", 2000, 0, 0, 0, 0, 0, Pieces.of(10, 200), 0, false, false),
                        new BoxAccount("coins", 0, inserted, 0, 0, inserted, 0, Pieces.NONE, 0, false, true),
                        new BoxAccount("notes", 3000, 0, 0, 0, 0, 0, Pieces.of(1000, 3), 0, false, false)));
        return new DayReport(Optional.of(NOON), EVENING, "K-0001", "S-001", period, "manager-1");
    }

    private static String text(OwnPaper paper, boolean sample, int pages) throws IOException {
        try (PaperFont font = new PaperFont(PaperFont.DEBIAN);
                PDDocument pdf = Loader.loadPDF(paper.compose(font, sample))) {
            assertEquals(pages, pdf.getNumberOfPages());
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf);
        }
    }

    static Stream<Arguments> settlements() {
        return Stream.of(
                Arguments.of(
                        settled(SettlementReason.MONEY_NOT_GIVEN_BACK, 500, 0),
                        List.of("返金", "おつりや返金が出なかった", "¥500", "受取サイン", "20481", "clerk-1", "3F2A-91C0"),
                        List.of("返す必要のなかった額", "渡した証明書の手数料")),
                Arguments.of(
                        settled(SettlementReason.PAPER_FOUND, 200, 300),
                        List.of("証明書の引き渡し", "残っていた証明書を渡した", "¥200", "渡した証明書の手数料", "¥300", "受取サイン"),
                        List.of("返す必要のなかった額")),
                Arguments.of(
                        settled(SettlementReason.NOBODY_CAME, 0, 0),
                        List.of("取り消し", "返す必要のなかった額", "¥500", "¥0"),
                        List.of("受取サイン")));
    }

    @ParameterizedTest
    @MethodSource("settlements")
    void receipt_forTheDrawer_saysHowMuchAndWhy(Fact.ClaimSettled settled, List<String> said, List<String> unsaid)
            throws IOException {
        String text = text(receipt(settled), false, 1);
        said.forEach(word -> assertTrue(text.contains(word), () -> word + " in " + text));
        unsaid.forEach(word -> assertFalse(text.contains(word), () -> word + " in " + text));
        assertFalse(text.contains("見本"));
        assertTrue(text(receipt(settled), true, 1).contains("見本"));
    }

    @Test
    void paper_printedAgain_saysSoOnEveryPageAndElseTheSame() throws IOException {
        for (OwnPaper paper : List.of(receipt(settled(SettlementReason.PAPER_FOUND, 200, 300)), report(60))) {
            int pages = paper instanceof DayReport ? 3 : 1;
            String once = text(paper, true, pages);
            String again = text(new Reissued(paper), true, pages);
            assertFalse(once.contains("再発行"), once);
            assertEquals(pages, again.split("再発行", -1).length - 1, again);
            assertEquals(once.replaceAll("\\s", ""), again.replaceAll("\\s|再発行", ""));
        }
    }

    @Test
    void receipt_ofEverySettlement_hasAReasonForIt() throws IOException {
        for (SettlementReason reason : SettlementReason.values()) {
            String text = text(receipt(settled(reason, reason.of() == Settlement.REFUNDED ? 500 : 0, 0)), false, 1);
            assertTrue(
                    text.contains(reason.japanese())
                            && text.contains(reason.of().japanese()),
                    text);
        }
    }

    @Test
    void report_ofAPeriod_showsEverySumBesideItsParts() throws IOException {
        String text = text(report(4), false, 1);
        for (String said : List.of(
                "精 算 報 告 書",
                "第 12 回",
                "令和8年11月22日 12:00 から 令和8年11月22日 22:58 まで",
                "手続き 11 件",
                "13101",
                "住民票の写し",
                "¥2,100 ＋ 店員が渡した証明書の手数料 ¥300 ＝ ¥2,400",
                "△¥500",
                "おつりの箱3（100円）",
                "△100",
                "合計 15,000 4,100 △1,200 4,000 △4,100 △100 17,700")) {
            assertTrue(text.contains(said), () -> said + " in " + text);
        }
    }

    @Test
    void report_ofManyMunicipalities_goesOnOnFurtherPages() throws IOException {
        String text = text(report(60), true, 3);
        assertTrue(text.contains("3 ページ") && text.contains("13130"), text);
        assertEquals(3, text.split("見本 TEST", -1).length - 1);
    }

    /** What a report looks like when nothing is said of it yet. */
    @Test
    void report_ofTheFirstPeriod_beginsWithTheMachine() throws IOException {
        Period nothing = new Period(
                1,
                new Takings(0, 0, 0, 0, 0, 0),
                List.of(new FeeLine("", "", 0, 0), new FeeLine("13101", "other", 0, 0)),
                new Owing(0, 0, 0, 0, 0, 0, 0, 0, 0),
                List.of(new BoxAccount("coins", 0, 0, 0, 0, 0, 0, Pieces.of(Map.of()), 0, true, false)));
        String text = text(new DayReport(Optional.empty(), NOON, "K-0001", "S-001", nothing, "clerk-1"), false, 1);
        assertTrue(text.contains("使い始め から") && text.contains("記録なし") && text.contains("その他の証明書"), text);
        assertTrue(text.contains("硬貨の金庫※"), text);
    }
}
