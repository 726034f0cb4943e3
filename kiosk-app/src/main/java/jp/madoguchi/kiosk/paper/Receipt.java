package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import java.time.ZonedDateTime;

/**
 * A receipt (領収書): what was paid for, and nothing of the person. One A4 side on the document printer.
 *
 * @param number tells the visit; the resident gives it when something was wrong
 */
public record Receipt(
        String number,
        ZonedDateTime at,
        String kiosk,
        String store,
        String municipality,
        String document,
        int copies,
        int fee,
        int inserted,
        int returned,
        int owed)
        implements OwnPaper {
    /** One page. */
    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        return OneSide.compose(font, sample, this::draw);
    }

    private void draw(Sheet sheet) throws IOException {
        sheet.centred(40, 24, "領 収 書").line(60, 150, 45, 0.8f);
        sheet.right(190, 60, 12, Figures.time(at)).text(20, 60, 12, "お預かり番号 " + number);
        double line = 82;
        line = row(sheet, line, "証明書", document);
        line = row(sheet, line, "交付する市区町村", municipality);
        line = row(sheet, line, "通数", copies + " 通");
        line = row(sheet, line, "手数料", Figures.yen(fee));
        line = row(sheet, line, "お預かり", Figures.yen(inserted));
        line = row(sheet, line, "お釣り", Figures.yen(returned));
        if (owed > 0) {
            line = row(sheet, line, "未払いのお釣り", Figures.yen(owed) + "（店員に番号をお伝えください）");
        }
        sheet.text(20, line + 14, 11, "上記のとおり領収しました。")
                .text(20, line + 24, 11, "店舗 " + store + "　端末 " + kiosk)
                .text(20, line + 34, 9, "手数料は、行政手続のため消費税の対象ではありません。");
    }

    private static double row(Sheet sheet, double line, String name, String value) throws IOException {
        sheet.text(28, line, 13, name).text(90, line, 13, value).line(25, 185, line + 3.5, 0.3f);
        return line + 12;
    }
}
