package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    /** The days are those of Japan. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T15:00:00Z, 令和8年11月22日, 2026年11月22日, 22 November 2026",
        "1872-12-31T15:00:00Z, 明治6年1月1日, 1873年1月1日, 1 January 1873",
        "1872-12-31T14:00:00Z, 1872年12月31日, 1872年12月31日, 31 December 1872",
        "0001-01-01T00:00:00Z, 0001年1月1日, 0001年1月1日, 1 January 0001",
        "9999-12-31T23:59:59Z, 令和7982年1月1日, +10000年1月1日, 1 January +10000"
    })
    void date_whateverACardClaims_isSaid(Instant instant, String japanese, String easy, String english) {
        assertEquals(japanese, Words.of(Language.JA).date(instant));
        assertEquals(easy, Words.of(Language.EASY).date(instant));
        assertEquals(english, Words.of(Language.EN).date(instant));
    }
}
