package jp.madoguchi.simulators.center.pages;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The form of a residence record and where each value stands on it. Lengths in millimetres. */
final class RecordForm {
    private static final Color LABEL_SHADE = new Color(0xF1, 0xF0, 0xEC);
    private static final Color FAINT = new Color(0xEC, 0xEC, 0xEC);
    private static final Color GREY = new Color(0x77, 0x77, 0x77);

    private static final float LEFT = 20;
    private static final float RIGHT = 190;
    private static final float NUMBER_WIDTH = 8;
    private static final float LABEL_WIDTH = 24;
    private static final float HOUSEHOLD_TOP = 44;
    private static final float ROW = 8;
    private static final float NAME_ROW = 13;
    private static final float PERSON_HEIGHT = NAME_ROW + 3 * ROW;
    private static final float THICK = 0.9f;
    private static final float THIN = 0.3f;

    private final Pen pen;

    RecordForm(Pen pen) {
        this.pen = pen;
    }

    void write(RecordSheet sheet, int before, List<RecordSheet.Person> people, int page, int pages) throws IOException {
        specimen();
        pen.frame(12, 12, Pen.WIDTH - 24, Pen.HEIGHT - 24, 0.9f, GREY);
        pen.frame(13, 13, Pen.WIDTH - 26, Pen.HEIGHT - 26, 0.3f, GREY);
        pen.text("住民票の写し（" + sheet.scope() + "）", LEFT, RIGHT, 31, 24, Pen.Align.CENTER, Pen.INK);
        float y = household(sheet);
        for (int i = 0; i < people.size(); i++) {
            person(people.get(i), before + i + 1, y);
            y += PERSON_HEIGHT;
        }
        pen.text(page == pages ? "以　下　余　白" : "次　葉　へ　続　く", LEFT, RIGHT, y + 6, 9, Pen.Align.CENTER, Pen.INK);
        attestation(sheet.attestation());
        foot(sheet.attestation(), page, pages);
    }

    private void specimen() throws IOException {
        pen.slanted("見　本", Pen.WIDTH / 2, 150, 38, 130, FAINT);
        pen.text("見本　架空の自治体と人物によるもので、効力はありません。", LEFT, RIGHT, 18.5f, 7.5f, Pen.Align.RIGHT, GREY);
    }

    private float household(RecordSheet sheet) throws IOException {
        float y = HOUSEHOLD_TOP;
        cell("住所", Optional.of(sheet.address()), LEFT, RIGHT, y, ROW);
        cell("世帯主", sheet.householder(), LEFT, RIGHT, y + ROW, ROW);
        pen.frame(LEFT, y, RIGHT - LEFT, 2 * ROW, THICK, Pen.INK);
        return y + 2 * ROW + 2;
    }

    private void person(RecordSheet.Person person, int number, float top) throws IOException {
        float left = LEFT + NUMBER_WIDTH;
        float middle = 110;
        float y = top;
        pen.shade(LEFT, y, NUMBER_WIDTH, PERSON_HEIGHT, LABEL_SHADE);
        pen.text(Integer.toString(number), LEFT, left, y + PERSON_HEIGHT / 2, 11, Pen.Align.CENTER, Pen.INK);
        name(person, left, 132, y);
        cell("性別", Optional.of(person.sex()), 132, 157, y, NAME_ROW, 12);
        cell("続柄", person.relationship(), 157, RIGHT, y, NAME_ROW, 12);
        y += NAME_ROW;
        cell("生年月日", Optional.of(Eras.format(person.birth())), left, middle, y, ROW);
        cell("住民となった日", Optional.of(Eras.format(person.since())), middle, RIGHT, y, ROW);
        y += ROW;
        cell("本籍", person.domicile(), left, RIGHT, y, ROW);
        y += ROW;
        cell("筆頭者", person.domicileHead(), left, middle, y, ROW);
        cell("個人番号", person.myNumber(), middle, RIGHT, y, ROW);
        pen.line(left, top, left, top + PERSON_HEIGHT, THIN, Pen.INK);
        pen.frame(LEFT, top, RIGHT - LEFT, PERSON_HEIGHT, THICK, Pen.INK);
    }

    private void name(RecordSheet.Person person, float left, float right, float top) throws IOException {
        float start = label("氏名", left, right, top, NAME_ROW, LABEL_WIDTH);
        pen.text(person.kana(), start + 2, right - 2, top + 3, 7, Pen.Align.LEFT, Pen.INK);
        pen.text(person.name(), start + 2, right - 2, top + 8.3f, 15, Pen.Align.LEFT, Pen.INK);
    }

    private void cell(String label, Optional<String> value, float left, float right, float top, float height)
            throws IOException {
        cell(label, value, left, right, top, height, LABEL_WIDTH);
    }

    private void cell(
            String label, Optional<String> value, float left, float right, float top, float height, float labelWidth)
            throws IOException {
        float start = label(label, left, right, top, height, labelWidth);
        float y = top + height / 2;
        if (value.isPresent()) {
            Pen.Align align = labelWidth < LABEL_WIDTH ? Pen.Align.CENTER : Pen.Align.LEFT;
            pen.text(value.get(), start + 1.5f, right - 1.5f, y, 11, align, Pen.INK);
        } else {
            pen.text("省　略", start + 1.5f, right - 1.5f, y, 8.5f, Pen.Align.CENTER, GREY);
        }
    }

    private float label(String label, float left, float right, float top, float height, float width)
            throws IOException {
        pen.shade(left, top, width, height, LABEL_SHADE);
        pen.spread(label, left + 2.5f, left + width - 2.5f, top + height / 2, 8.5f, Pen.INK);
        pen.frame(left, top, right - left, height, THIN, Pen.INK);
        pen.line(left + width, top, left + width, top + height, THIN, Pen.INK);
        return left + width;
    }

    private void attestation(RecordSheet.Attestation by) throws IOException {
        pen.text("この写しは、住民票の原本と相違ないことを証明する。", LEFT + 4, RIGHT, 232, 12, Pen.Align.LEFT, Pen.INK);
        pen.text(Eras.format(by.issued()), LEFT + 14, RIGHT, 244, 12, Pen.Align.LEFT, Pen.INK);
        float side = 22;
        Seal.stamp(pen, by.seal(), 160, 250, side);
        pen.text(by.mayor(), LEFT + 50, 165, 250 + side / 2, 16, Pen.Align.RIGHT, Pen.INK);
    }

    private void foot(RecordSheet.Attestation by, int page, int pages) throws IOException {
        pen.line(LEFT, 276.5f, RIGHT, 276.5f, THIN, GREY);
        pen.text("発行番号　" + by.issueNumber(), LEFT, RIGHT, 280, 8.5f, Pen.Align.LEFT, Pen.INK);
        pen.text(page + " / " + pages, LEFT, RIGHT, 280, 8.5f, Pen.Align.CENTER, Pen.INK);
        pen.text("証明書交付センター（試験用）", LEFT, RIGHT, 280, 8.5f, Pen.Align.RIGHT, Pen.INK);
    }
}
