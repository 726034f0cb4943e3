package jp.madoguchi.simulators.center.pages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePrinterTest {
    private static CertificatePrinter printer;
    private static Typeface typeface;

    @BeforeAll
    static void font_open() throws IOException {
        typeface = Typeface.ipamjMincho();
        printer = new CertificatePrinter(typeface);
    }

    @Test
    void font_missing_namesThePackage(@TempDir Path dir) {
        FileNotFoundException missing =
                assertThrows(FileNotFoundException.class, () -> Typeface.open(dir.resolve("none.ttf")));
        assertTrue(String.valueOf(missing.getMessage()).contains("apt-get install fonts-ipamj-mincho"));
    }

    @Test
    void writes_characterWithoutGlyph_no() {
        assertFalse(typeface.writes("架空\uE000"));
        assertTrue(typeface.writes("𠮷田　花子"));
    }

    /** After 葛, U+E0102 is of the registers' own collection (Moji_Joho), U+E0100 of another, which the font has not. */
    @Test
    void writes_variationSequence_onlyWhenTheFontKnowsIt() {
        assertTrue(typeface.writes("葛\uDB40\uDD02城"));
        assertFalse(typeface.writes("葛\uDB40\uDD00城"));
        assertFalse(typeface.writes("\uDB40\uDD00城"));
    }

    @Test
    void draw_variationSequence_anotherShapeAndTheSameText() throws IOException {
        int variants = 0;
        byte[] plain = picture(name("葛城"));
        for (String selector : List.of("\uDB40\uDD02", "\uDB40\uDD03")) {
            String name = "葛" + selector + "城";
            assertTrue(text(draw(name(name)).get(0)).contains("葛城"));
            variants += Arrays.equals(plain, picture(name(name))) ? 0 : 1;
        }
        assertTrue(variants > 0, "no variant looks different");
    }

    private static Block name(String name) {
        return new Block.Fields("", List.of(List.of(Field.name("氏名", name, ""))));
    }

    private static byte[] picture(Block block) throws IOException {
        try (PDDocument document = Loader.loadPDF(draw(block).get(0))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            assertTrue(ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 150), "png", bytes));
            return bytes.toByteArray();
        }
    }

    @Test
    void draw_nothingToSay_refused() {
        assertThrows(IllegalArgumentException.class, () -> sheet(List.of()));
    }

    @Test
    void draw_valueNotAskedFor_saysThatItIsLeftOut() throws IOException {
        String text = text(draw(new Block.Fields("", List.of(List.of(Field.of("本籍", Optional.empty())))))
                .get(0));
        assertTrue(text.contains("省　略"), text);
    }

    @Test
    void draw_moreThanAPage_headAndAttestationOnEach() throws IOException {
        List<Block> entries = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            entries.add(new Block.Entry("住所（" + i + "）", List.of("【住所】架空町" + i + "番地")));
        }
        List<byte[]> pages = printer.draw(sheet(entries));
        assertEquals(2, pages.size());
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= 2; page++) {
            String text = text(pages.get(page - 1));
            for (String part : List.of(page + " / 2", "青森市長　架空 一郎", "261122-TEST", "架空の本籍", "令和8年11月22日")) {
                assertTrue(text.contains(part), part + " is missing in " + text);
            }
            all.append(text);
        }
        for (int i = 1; i <= 30; i++) {
            assertTrue(all.indexOf("架空町" + i + "番地") >= 0, "entry " + i);
        }
        assertTrue(text(pages.get(0)).contains("次　葉　へ　続　く"));
        assertTrue(text(pages.get(1)).contains("以　下　余　白"));
    }

    @Test
    void draw_longNameAndAddress_stayOnThePaper() throws IOException {
        String text = text(draw(new Block.Fields(
                        "1", List.of(List.of(Field.name("氏名", "見本" + "長".repeat(60), "ナガ".repeat(60))))))
                .get(0));
        assertTrue(text.replaceAll("\\s", "").contains("長".repeat(60)), text);
    }

    /** As in 寿限無: over half an A4 line, beside boxes of other things. */
    @ParameterizedTest
    @ValueSource(strings = {"葛󠄂", "葛 "})
    void draw_longName_keepsTheSizeOfOtherText(String repeated) throws IOException {
        Field name =
                Field.name("氏名", repeated.repeat(40).strip(), "ナガ".repeat(40)).share(104);
        Block block =
                new Block.Fields("1", List.of(List.of(name, Field.of("性別", "女").share(58))));
        List<Float> widths = new ArrayList<>();
        PDFTextStripper letters = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                if (letter.getUnicode().startsWith("葛")) {
                    widths.add(letter.getWidthDirAdj());
                }
            }
        };
        try (PDDocument document = Loader.loadPDF(draw(block).get(0))) {
            letters.getText(document);
        }
        assertEquals(40, widths.size());
        assertTrue(Collections.min(widths) > 10.5, "points: " + widths);
    }

    @Test
    void draw_sameSheetTwice_givesTheSameBytes() throws IOException {
        Block block = new Block.Table(List.of("区分", "金額"), List.of(List.of("合計", "1,000")));
        assertArrayEquals(draw(block).get(0), draw(block).get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "1926-12-24,大正15年12月24日",
        "1926-12-25,昭和元年12月25日",
        "1989-01-08,平成元年1月8日",
        "2019-04-30,平成31年4月30日",
        "2019-05-01,令和元年5月1日",
        "2026-11-22,令和8年11月22日"
    })
    void format_eraBorders_named(LocalDate date, String expected) {
        assertEquals(expected, Eras.format(date));
    }

    private static List<byte[]> draw(Block block) throws IOException {
        return printer.draw(sheet(List.of(block)));
    }

    private static Sheet sheet(List<Block> body) {
        return new Sheet(
                "戸籍の附票の写し",
                List.of(new Block.Fields("", List.of(List.of(Field.of("本籍", "架空の本籍"))))),
                body,
                "この写しは、見本と相違ないことを証明する。",
                new Attestation("青森市長　架空 一郎", "青森市長之印", LocalDate.of(2026, 11, 22), "261122-TEST"));
    }

    private static String text(byte[] page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
