package jp.madoguchi.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jp.madoguchi.kiosk.visit.WritingPad.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WritingPadTest {
    private final WritingPad pad = new WritingPad();

    private void write(Line line, String text) {
        text.chars().forEach(letter -> pad.write(line, (char) letter));
    }

    @Test
    void lines_areWrittenEachByItself() {
        write(Line.DOMICILE, "かくう1-2");
        write(Line.HEAD, "みほん　たろう");
        assertEquals("かくう1-2", pad.read(Line.DOMICILE));
        assertEquals("みほん　たろう", pad.read(Line.HEAD));
        pad.clear(Line.HEAD);
        assertEquals("かくう1-2", pad.read(Line.DOMICILE));
        assertEquals("", pad.read(Line.HEAD));
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void line_full_takesNoMore(Line line) {
        write(line, "あ".repeat(line.most()) + "い");
        assertEquals("あ".repeat(line.most()), pad.read(line));
    }

    @Test
    void erase_takesBackTheLast_andNothingFromAnEmptyLine() {
        write(Line.HEAD, "みほ");
        pad.erase(Line.HEAD);
        write(Line.HEAD, "ち");
        assertEquals("みち", pad.read(Line.HEAD));
        for (int i = 0; i < 4; i++) {
            pad.erase(Line.HEAD);
        }
        assertEquals(0, pad.count(Line.HEAD));
    }

    @Test
    void line_ofSpacesAlone_saysNothing() {
        write(Line.HEAD, "　　");
        assertFalse(pad.says(Line.HEAD));
        write(Line.HEAD, "み");
        assertTrue(pad.says(Line.HEAD));
    }

    @Test
    void clear_leavesNothingBehind() {
        write(Line.DOMICILE, "かくう");
        write(Line.HEAD, "みほん");
        pad.clear();
        assertEquals("", pad.read(Line.DOMICILE) + pad.read(Line.HEAD));
        write(Line.DOMICILE, "い");
        assertEquals("い", pad.read(Line.DOMICILE));
    }

    @Test
    void toString_neverShowsWhatIsWritten() {
        write(Line.HEAD, "みほん");
        assertEquals("WritingPad[DOMICILE 0 HEAD 3]", pad.toString());
    }

    @ParameterizedTest
    @CsvSource({
        // letter, voiced, half-voiced, small
        "か, が, か, か",
        "が, か, が, が",
        "は, ば, ぱ, は",
        "ば, は, ぱ, ば",
        "ぱ, ば, は, ぱ",
        "つ, づ, つ, っ",
        "っ, っ, っ, つ",
        "よ, よ, よ, ょ",
        "ん, ん, ん, ん",
        "う, ゔ, う, ぅ",
        "1, 1, 1, 1",
        "-, -, -, -"
    })
    void mark_afterALetter_changesItOrNot(String letter, String voiced, String halfVoiced, String small) {
        int bare = letter.charAt(0);
        assertEquals(voiced, Character.toString(Kana.voiced(bare)));
        assertEquals(halfVoiced, Character.toString(Kana.halfVoiced(bare)));
        assertEquals(small, Character.toString(Kana.small(bare)));
    }
}
