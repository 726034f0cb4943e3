package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreetTest {
    @ParameterizedTest
    @CsvSource({
        "山田　太郎, 山●●　太●●",
        "やまだ たろう, や●● た●●",
        "おおあざみほん１２ー３, お●●",
        "みほん 12-3, み●● 1●●",
        "Mihon Hanako, M●● H●●",
        "林, 林●●",
        "'', ''"
    })
    void name_ofEachKind_keepsTheFirstCharacterOfEachWord(String text, String masked) {
        assertEquals(masked, Discreet.name(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "妻（昭和60年生） | 妻（●●）",
                "子（平成30年生・1人目） | 子（●●）",
                "妻の母（昭和35年生） | 妻の母（●●）",
                "wife, born 1987 | wife, ●●",
                "child, born 2018, no. 1 | child, ●●",
                "wife's mother, born 1960 | wife's mother, ●●",
                "妻（未届）（昭和60年生） | 妻（●●）"
            })
    void member_ofEachKind_keepsWhatTheyAreToEachOther(String label, String masked) {
        assertEquals(masked, Discreet.member(label));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "子(平成30年生) | 子●●(平●●)",
                "子 平成30年生 | 子●● 平●●",
                "子平成30年生（1人目） | 子●●（1●●）",
                "child (born 2018) | c●● (b●● 2●●)",
                "child born 2018, no. 1 | c●● b●● 2●●, n●●. 1●●"
            })
    void member_saidInAnUnknownWay_keepsNoWord(String label, String masked) {
        assertEquals(masked, Discreet.member(label));
    }
}
