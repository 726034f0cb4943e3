package jp.madoguchi.simulators.center.pages;

import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** What every certificate's paper has in common: frame, title, attestation, seal, issue number, page. Lengths in millimetres. */
final class CertificateForm {
    static final float LEFT = 20;
    static final float RIGHT = 190;

    /** For blocks on one page. */
    static final float ROOM = 180;

    private static final float TOP = 44;
    private static final Color FAINT = new Color(0xEC, 0xEC, 0xEC);
    private static final Color GREY = new Color(0x77, 0x77, 0x77);

    private final Pen pen;

    CertificateForm(Pen pen) {
        this.pen = pen;
    }

    void write(Sheet sheet, List<Block> blocks, int page, int pages) throws IOException {
        specimen();
        pen.frame(12, 12, Pen.WIDTH - 24, Pen.HEIGHT - 24, 0.9f, GREY);
        pen.frame(13, 13, Pen.WIDTH - 26, Pen.HEIGHT - 26, 0.3f, GREY);
        pen.text(sheet.title(), LEFT, RIGHT, 31, 24, Pen.Align.CENTER, Pen.INK);
        BlockForm form = new BlockForm(pen);
        float y = TOP;
        for (Block block : sheet.head()) {
            form.write(block, y);
            y += block.height();
        }
        for (Block block : blocks) {
            form.write(block, y);
            y += block.height();
        }
        pen.text(page == pages ? "以　下　余　白" : "次　葉　へ　続　く", LEFT, RIGHT, y + 5, 9, Pen.Align.CENTER, Pen.INK);
        attestation(sheet.statement(), sheet.attestation());
        foot(sheet.attestation(), page, pages);
    }

    private void specimen() throws IOException {
        pen.slanted("見　本", Pen.WIDTH / 2, 150, 38, 130, FAINT);
        pen.text("見本　架空の自治体と人物によるもので、効力はありません。", LEFT, RIGHT, 18.5f, 7.5f, Pen.Align.RIGHT, GREY);
    }

    private void attestation(String statement, Attestation by) throws IOException {
        pen.text(statement, LEFT + 4, RIGHT, 235, 12, Pen.Align.LEFT, Pen.INK);
        pen.text(Eras.format(by.issued()), LEFT + 14, RIGHT, 246, 12, Pen.Align.LEFT, Pen.INK);
        float side = 22;
        Seal.stamp(pen, by.seal(), 160, 250, side);
        pen.text(by.mayor(), LEFT + 50, 165, 250 + side / 2, 16, Pen.Align.RIGHT, Pen.INK);
    }

    private void foot(Attestation by, int page, int pages) throws IOException {
        pen.line(LEFT, 276.5f, RIGHT, 276.5f, 0.3f, GREY);
        pen.text("発行番号　" + by.issueNumber(), LEFT, RIGHT, 280, 8.5f, Pen.Align.LEFT, Pen.INK);
        pen.text(page + " / " + pages, LEFT, RIGHT, 280, 8.5f, Pen.Align.CENTER, Pen.INK);
        pen.text("証明書交付センター（試験用）", LEFT, RIGHT, 280, 8.5f, Pen.Align.RIGHT, Pen.INK);
    }
}
