package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import java.time.ZonedDateTime;

/** What a printer is tried with: lines to the margins, greys, small and large type. One A4 side; nothing on it is of anybody. */
public record TestPage(ZonedDateTime at, String kiosk) implements OwnPaper {
    private static final int GREYS = 8;

    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        return OneSide.compose(font, sample, this::draw);
    }

    private void draw(Sheet sheet) throws IOException {
        sheet.centred(34, 26, "テストページ")
                .centred(44, 12, "Test page")
                .line(25, 185, 50, 0.8f)
                .right(185, 58, 11, Figures.time(at) + "　端末 " + kiosk);
        sheet.text(25, 74, 14, "次のことを確かめてください。")
                .text(30, 84, 12, "1　枠の線が、四つの辺で切れずに見えること")
                .text(30, 93, 12, "2　灰色の帯が、左から右へ少しずつ濃くなること")
                .text(30, 102, 12, "3　いちばん小さい字が読めること");
        greys(sheet);
        type(sheet);
        frame(sheet);
        sheet.text(25, 258, 11, "この紙には、だれの情報もありません。確かめたら捨ててください。")
                .text(25, 264, 9, "Nothing on this sheet is of anybody. Throw it away when you have looked at it.");
    }

    /** Thick lines side by side. */
    private static void greys(Sheet sheet) throws IOException {
        double width = 160.0 / GREYS;
        for (int i = 0; i < GREYS; i++) {
            sheet.grey(1 - (i + 1.0) / GREYS).line(25 + i * width, 25 + (i + 1) * width, 125, 60);
        }
        sheet.grey(0);
    }

    private static void type(Sheet sheet) throws IOException {
        String words = "証明書の窓口　あいうえお　0123456789　渡邉　髙橋";
        double baseline = 158;
        for (float size : new float[] {6, 8, 10.5f, 14, 18}) {
            sheet.text(25, baseline, size, words);
            baseline += 6 + size / 2;
        }
    }

    /** As near to the edges as A4 printers reach. */
    private static void frame(Sheet sheet) throws IOException {
        sheet.line(6, 204, 6, 0.5f).line(6, 204, 291, 0.5f);
        sheet.upright(6, 6, 291, 0.5f).upright(204, 6, 291, 0.5f);
    }
}
