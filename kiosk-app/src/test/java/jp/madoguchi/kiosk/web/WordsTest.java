package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    /** The days are those of Japan. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T15:00:00Z, 令和8年11月22日, 2026年11月22日, 22 November 2026",
        "2019-05-01T00:00:00Z, 令和元年5月1日, 2019年5月1日, 1 May 2019",
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

    /** A Sunday in Japan, and the day before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JA   | 令和8年11月22日 | 令和8年11月22日 | 11月22日（日） | 令和8年度",
                "EASY | 2026年11月22日 | 2026年11月22日（令和8年11月22日） | 11月22日（日） | 2026年度（令和8年度）",
                "EN   | 22 November 2026 | 22 November 2026 (令和8年11月22日) | Sunday 22 November | 2026 (令和8年度)",
                "ZH   | 2026年11月22日 | 2026年11月22日（令和8年11月22日） | 11月22日（周日） | 2026年度（令和8年度）",
                "KO   | 2026년 11월 22일 | 2026년 11월 22일(令和8年11月22日) | 11월 22일(일) | 2026년도(令和8年度)",
                "VI   | 22/11/2026 | 22/11/2026 (令和8年11月22日) | Chủ Nhật, 22/11 | 2026 (令和8年度)",
                "PT   | 22 de novembro de 2026 | 22 de novembro de 2026 (令和8年11月22日)"
                        + " | domingo, 22 de novembro | 2026 (令和8年度)"
            })
    void day_inEachLanguage_isSaidAsItsPeopleDoAndAsThePaperDoes(
            Language language, String date, String paper, String weekday, String year) {
        Instant day = Instant.parse("2026-11-22T00:30:00Z");
        Words words = Words.of(language);
        assertEquals(date, words.date(day));
        assertEquals(paper, words.dateOfPaper(day));
        assertEquals(words.text("moment", weekday, "9:30"), words.moment(day, day.minusSeconds(86_400)));
        assertEquals(words.text("moment.today", "9:30"), words.moment(day, day));
        assertEquals(year, words.fiscalYear(2026));
    }

    /**
     * What the center says in Japanese and in English, and how it is said; a relationship that no register here has is told in
     * English. And which language that is: a screen reader must not read English as Korean, nor a browser write Japanese with the
     * letters of Chinese.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JA   | 妻（昭和60年生）           | wife, born 1985          | 妻（昭和60年生） | ja",
                "EASY | 妻（昭和60年生）           | wife, born 1985          | 妻（昭和60年生） | ja",
                "EN   | 妻（昭和60年生）           | wife, born 1985          | wife, born 1985 | en",
                "ZH   | 妻（昭和60年生）           | wife, born 1985          | 妻子（1985年出生） | zh-Hans",
                "KO   | 妻（昭和60年生）           | wife, born 1985          | 아내, 1985년생 | ko",
                "VI   | 妻（昭和60年生）           | wife, born 1985          | vợ, sinh năm 1985 | vi",
                "PT   | 妻（昭和60年生）           | wife, born 1985          | esposa, nasc. 1985 | pt-BR",
                "ZH   | 子（平成30年生・2人目）    | child, born 2018, no. 2  | 子女（2018年出生・第2人） | zh-Hans",
                "KO   | 子（平成30年生・2人目）    | child, born 2018, no. 2  | 자녀, 2018년생, 2번째 | ko",
                "VI   | 子（平成30年生・2人目）    | child, born 2018, no. 2  | con, sinh năm 2018, người thứ 2 | vi",
                "PT   | 子（平成30年生・2人目）    | child, born 2018, no. 2  | filho ou filha, nasc. 2018, nº 2 | pt-BR",
                "VI   | 妻（未届）（昭和60年生）   | other member, born 1985  | other member, born 1985 | en",
                "VI   | いとこ（昭和60年生）       | other member, born 1985  | other member, born 1985 | en",
                "VI   | 妻                         | wife                     | wife | en",
                "VI   | 妻（昭和60年生）           | wife since 1985          | wife since 1985 | en",
                "ZH   | いとこ（昭和60年生）       | ''                       | いとこ（昭和60年生） | ja"
            })
    void member_inEachLanguage_isSaidAsWhatTheyAreAndWhenTheyWereBorn(
            Language language, String japanese, String english, String said, String tongue) {
        LocalText label = new LocalText(japanese, english);
        assertEquals(said, Words.of(language).member(label));
        assertEquals(tongue, Words.of(language).memberTongue(label));
    }

    /** The same words in each, and none that a passer-by would read more of than what they are to each other. */
    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ZH", "KO", "VI", "PT"})
    void member_ofEachRelationThatIsKnown_isSaidAndMasked(Language language) {
        ResourceBundle known = ResourceBundle.getBundle("jp.madoguchi.ui.relations_en", Locale.ROOT);
        for (String relation : known.keySet()) {
            String english = known.getString(relation) + ", born 1985";
            String said = Words.of(language).member(new LocalText(relation + "（昭和60年生）", english));
            String masked = Discreet.member(said);
            assertTrue(said.contains("1985") && !said.equals(english), said);
            assertTrue(masked.matches(".+(（●●）|, ●●)") && said.startsWith(masked.replaceAll("[（,].*", "")), masked);
        }
        assertEquals(
                known.keySet(),
                ResourceBundle.getBundle("jp.madoguchi.ui.relations_" + language.code(), Locale.ROOT)
                        .keySet());
    }

    /** What a fiscal year is called, its papers say. */
    @ParameterizedTest
    @CsvSource({"2018, 平成30年度", "2019, 令和元年度", "2020, 令和2年度"})
    void fiscalYear_ofEachEra_isTheEras(int year, String said) {
        assertEquals(said, Words.of(Language.JA).fiscalYear(year));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JA   | ¥300 | ¥12,000",
                "EASY | ¥300 | ¥12,000",
                "EN   | ¥300 | ¥12,000",
                "ZH   | 300日元 | 12,000日元",
                "KO   | 300엔 | 12,000엔",
                "VI   | ¥300 | ¥12.000",
                "PT   | ¥300 | ¥12.000"
            })
    void yen_inEachLanguage_isSaidAsItsPeopleDo(Language language, String little, String much) {
        assertEquals(little, Words.of(language).yen(300));
        assertEquals(much, Words.of(language).yen(12_000));
    }

    /** The singular is said of one alone, in those languages that have one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JA | 今日まで | あと1日 | あと12日",
                "EASY | 今日で終わり | あと1日 | あと12日",
                "EN | the last day is today | 1 more day | 12 more days",
                "ZH | 今天到期 | 还剩1天 | 还剩12天",
                "KO | 오늘까지 | 1일 남음 | 12일 남음",
                "VI | hôm nay là ngày cuối | còn 1 ngày | còn 12 ngày",
                "PT | hoje é o último dia | falta 1 dia | faltam 12 dias"
            })
    void plural_inEachLanguage_isSaid(Language language, String today, String one, String many) {
        Words words = Words.of(language);
        Map.of(0, today, 1, one, 12, many).forEach((days, said) -> {
            String text = words.text("expiry.soon", "X", days);
            assertTrue(text.contains("（" + said + "）") || text.contains("(" + said + ")"), text);
        });
    }

    /** Names in characters that the language reads, and beside them those of signs and papers; sentences in English. */
    @ParameterizedTest
    @CsvSource({
        "JA, 青森市, 青森市, 保守のため",
        "EASY, 青森市, 青森市, 保守のため",
        "EN, Aomori City, Aomori City (青森市), Maintenance",
        "ZH, 青森市, 青森市, Maintenance",
        "KO, Aomori City, Aomori City(青森市), Maintenance",
        "VI, Aomori City, Aomori City (青森市), Maintenance",
        "PT, Aomori City, Aomori City (青森市), Maintenance"
    })
    void center_whatItSaysInTwoLanguages_isSaidInTheNearer(Language language, String name, String paper, String said) {
        Words words = Words.of(language);
        LocalText city = new LocalText("青森市", "Aomori City");
        assertEquals(name, words.name(city));
        assertEquals(paper, words.nameOfPaper(city));
        LocalText sentence = new LocalText("保守のため", "Maintenance");
        assertEquals(said, words.text(sentence));
        assertEquals(said.equals("Maintenance") ? "en" : "ja", words.tongue(sentence));
        assertEquals("ja", words.tongue(new LocalText("保守のため", "")));
        assertEquals("架空市", words.nameOfPaper(new LocalText("架空市", "")), "no other name is known");
    }
}
