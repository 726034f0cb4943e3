package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not break at the end of a line is marked, and nothing else. */
class WholeNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "総合フリーダイヤル 0120-95-0178（毎日）, 総合フリーダイヤル [0120-95-0178]（毎日）",
        "'(weekdays, about 9:00–17:00)', '(weekdays, about [9:00–17:00])'",
        "（平日9時〜17時ごろ）, （平日[9時〜17時]ごろ）",
        "平日 8時30分〜18時, 平日 [8時30分〜18時]",
        "（午前6時30分〜午後11時）, （[午前6時30分〜午後11時]）",
        "12月29日〜1月3日を除く, [12月29日〜1月3日]を除く",
        "6〜16文字, [6〜16]文字",
        "0331-9100, 0331-9100",
        "K-0001, K-0001",
        "1.2.392.200149.8.5.1.3.30, 1.2.392.200149.8.5.1.3.30",
        "月曜日〜金曜日, 月曜日〜金曜日"
    })
    void number_ofEachKind_staysWhole(String text, String marked) {
        assertEquals(
                marked,
                WholeNumbers.whole(text).replace("<span class=\"whole\">", "[").replace("</span>", "]"));
    }
}
