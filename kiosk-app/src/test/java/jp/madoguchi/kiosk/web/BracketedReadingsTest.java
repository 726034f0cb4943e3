package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BracketedReadingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>証明書（しょうめいしょ）を</h1> | <h1>証明書<in-brackets>（しょうめいしょ）</in-brackets>を</h1>",
                "<h1>画面（がめん）を押（お）す</h1> | <h1>画面<in-brackets>（がめん）</in-brackets>を<in-brackets>押（お）</in-brackets>す</h1>",
                "<h1 class=\"a\">15歳（さい）から</h1> | <h1 class=\"a\">15<in-brackets>歳（さい）</in-brackets>から</h1>",
                "<h1>領収書（りょうしゅうしょ＝レシート）を</h1> | <h1>領収書<in-brackets>（りょうしゅうしょ＝</in-brackets>レシート）を</h1>",
                "<h1>$1\\（えん）</h1> | <h1>$1\\<in-brackets>（えん）</in-brackets></h1>",
                "<h1>店でもできます（0円）</h1> | <h1>店でもできます（0円）</h1>",
                "<h1>終わりました</h1><p>紙（かみ）</p> | <h1>終わりました</h1><p>紙（かみ）</p>"
            })
    void reading_inBracketsInATitle_staysInOnePiece(String easy, String kept) {
        assertEquals(kept, BracketedReadings.in(easy));
    }
}
