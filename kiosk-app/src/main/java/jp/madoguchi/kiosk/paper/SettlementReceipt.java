package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import java.time.Instant;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.terms.Settlement;

/**
 * For the store's drawer (精算票): how a claim was settled, by whose desk, and where the customer signs. One A4 side. Who the
 * customer is stands nowhere on it.
 *
 * @param number of the claim
 * @param at when it was settled
 */
public record SettlementReceipt(String number, Instant at, String kiosk, String store, Fact.ClaimSettled settled)
        implements OwnPaper {
    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        return OneSide.compose(font, sample, this::draw);
    }

    private void draw(Sheet sheet) throws IOException {
        sheet.centred(38, 24, "精 算 票").line(70, 140, 43, 0.8f).centred(50, 10, "レジ保管用");
        sheet.text(25, 66, 14, "お預かり番号 " + number).right(185, 66, 11, Figures.time(at));
        rows(sheet, 84);
        signature(sheet, settled.refunded() > 0 || settled.how() == Settlement.PAPER_HANDED_OVER);
        sheet.text(25, 262, 10, "店舗 " + store + "　端末 " + kiosk).text(25, 270, 9, "この用紙に、利用者の氏名や証明書の内容は印刷していません。");
    }

    private void rows(Sheet sheet, double top) throws IOException {
        double line = row(sheet, top, "処理", settled.how().japanese(), 13);
        line = row(sheet, line, "理由", settled.reason().japanese(), 12);
        line = row(sheet, line, "未精算だった額", Figures.yen(settled.settled()), 13);
        line = row(sheet, line, "渡したお金", Figures.yen(settled.refunded()), 18);
        if (settled.covered() > 0) {
            line = row(sheet, line, "渡した証明書の手数料", Figures.yen(settled.covered()), 13);
        }
        int rest = settled.settled() - settled.refunded() - settled.covered();
        if (rest > 0) {
            line = row(sheet, line, "返す必要のなかった額", Figures.yen(rest), 13);
        }
        line = row(sheet, line, "担当", settled.account(), 13);
        if (!settled.ticket().isEmpty()) {
            row(sheet, line, "店の伝票番号", settled.ticket(), 13);
        }
    }

    private static double row(Sheet sheet, double line, String name, String value, float size) throws IOException {
        sheet.text(28, line, 12, name).text(84, line, size, value).line(25, 185, line + 4, 0.3f);
        return line + 13;
    }

    /** Nothing is signed for where nothing was handed out. */
    private static void signature(Sheet sheet, boolean wanted) throws IOException {
        if (wanted) {
            sheet.text(25, 212, 11, "上記のとおり受け取りました。").text(84, 234, 11, "受取サイン").line(108, 185, 236, 0.5f);
        }
    }
}
