package jp.madoguchi.simulators.center.pages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidenceRecordTest {
    private static ResidenceRecord record;
    private static Typeface typeface;

    @BeforeAll
    static void font_open() throws IOException {
        typeface = Typeface.ipamjMincho();
        record = new ResidenceRecord(typeface);
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

    @Test
    void draw_optionsNotAsked_leavesThemOut() throws IOException {
        String text = text(record.draw(sheet("個人", List.of(person("見本　花子", Optional.empty()))))
                .get(0));
        assertTrue(text.contains("省　略"), text);
        assertFalse(text.contains("架空町一丁目"), text);
    }

    @Test
    void draw_supplementaryCharacterAndOptions_standOnThePaper() throws IOException {
        String text = text(record.draw(sheet("個人", List.of(person("𠮷田　花子", Optional.of("架空県架空町一丁目1番")))))
                .get(0));
        for (String expected : List.of(
                "住民票の写し（個人）", "𠮷田　花子", "昭和60年4月2日", "架空県架空町一丁目1番", "令和8年11月22日", "261122-TEST", "1 / 1", "見本")) {
            assertTrue(text.contains(expected), expected + " is missing in " + text);
        }
    }

    @Test
    void draw_household_fourToAPage() throws IOException {
        List<RecordSheet.Person> people = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            people.add(person("見本　" + i + "子", Optional.empty()));
        }
        List<byte[]> pages = record.draw(sheet("世帯全員", people));
        assertEquals(2, pages.size());
        assertTrue(text(pages.get(0)).contains("見本　4子"));
        assertFalse(text(pages.get(0)).contains("見本　5子"));
        assertTrue(text(pages.get(1)).contains("見本　5子"));
        assertTrue(text(pages.get(1)).contains("2 / 2"));
    }

    @Test
    void draw_longNameAndAddress_stayOnThePaper() throws IOException {
        RecordSheet.Person person = person("見本" + "長".repeat(60), Optional.of("架空県" + "長".repeat(90)));
        assertTrue(text(record.draw(sheet("個人", List.of(person))).get(0)).contains("長".repeat(60)));
    }

    @Test
    void draw_sameSheetTwice_givesTheSameBytes() throws IOException {
        RecordSheet sheet = sheet("個人", List.of(person("見本　花子", Optional.empty())));
        assertArrayEquals(record.draw(sheet).get(0), record.draw(sheet).get(0));
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

    /** Leaves pictures for a person to look at. */
    @Test
    void draw_pictures_left() throws IOException {
        Path out = Files.createDirectories(Path.of("target", "pictures"));
        RecordSheet.Person full = person("𠮷田　花子", Optional.of("青森県架空町大字見本字例示1番地"));
        List<RecordSheet.Person> family = new ArrayList<>(List.of(full));
        for (int i = 2; i <= 5; i++) {
            family.add(person("𠮷田　" + i + "郎", Optional.empty()));
        }
        List<byte[]> pages = new ArrayList<>(record.draw(sheet("個人", List.of(full))));
        pages.addAll(record.draw(sheet("世帯全員", family)));
        for (int i = 0; i < pages.size(); i++) {
            try (PDDocument document = Loader.loadPDF(pages.get(i))) {
                assertEquals(1, document.getNumberOfPages());
                assertTrue(ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, 110),
                        "png",
                        out.resolve("page-" + (i + 1) + ".png").toFile()));
            }
        }
    }

    private static RecordSheet sheet(String scope, List<RecordSheet.Person> people) {
        return new RecordSheet(
                scope,
                "青森県青森市架空一丁目2番3号",
                Optional.of("𠮷田　太郎"),
                people,
                new RecordSheet.Attestation("青森市長　架空 一郎", "青森市長之印", LocalDate.of(2026, 11, 22), "261122-TEST"));
    }

    private static RecordSheet.Person person(String name, Optional<String> domicile) {
        return new RecordSheet.Person(
                name,
                "ミホン　ハナコ",
                LocalDate.of(1985, 4, 2),
                "女",
                LocalDate.of(2012, 4, 1),
                domicile.map(asked -> "妻"),
                domicile,
                domicile.map(asked -> "𠮷田　太郎"),
                domicile.map(asked -> "123456789018"));
    }

    private static String text(byte[] page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
