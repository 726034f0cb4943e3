package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guideline for やさしい日本語 asks of a text, as far as a program can see it. */
class EasyJapaneseTest {
    /** What stands in brackets explains, and what stands in 「」 is a name to be recognised: neither is counted or judged. */
    private static final Pattern ASIDE = Pattern.compile("（[^（）]*）|「[^「」]*」");

    private static final Pattern QUOTED = Pattern.compile("「[^「」]*」");
    private static final int LONGEST = 40;

    /** Politer than です and ます; お待ちください; the passive; no without a no. */
    private static final Pattern HARD_GRAMMAR = Pattern.compile("(?<!ありがとう)ござい|いただ|いたし|なさい|おります|くださいませ"
            + "|[おご][^、。（）]{1,5}(?<![てで])ください|[さらかまわたば]れ[てまた]|なければ|なくては|ないことは|ないわけ");

    /**
     * Words that a certificate needs and that daily life does not teach, and words whose characters come late at school, with
     * how their reading begins: of an office's long name, the part that says what it is about is enough to find it by.
     */
    private static final Map<String, String> HARD_WORDS = Map.ofEntries(
            Map.entry("電子証明書", "でんししょうめいしょ"),
            Map.entry("身分証明書", "みぶんしょうめいしょ"),
            Map.entry("証明書", "しょうめいしょ"),
            Map.entry("住民票記載事項証明書", "じゅうみんひょう"),
            Map.entry("印鑑登録証明書", "いんかん"),
            Map.entry("所得証明書", "しょとく"),
            Map.entry("戸籍全部事項証明書", "こせき"),
            Map.entry("戸籍個人事項証明書", "こせき"),
            Map.entry("戸籍の附票の写し", "こせき"),
            Map.entry("課税（非課税）証明書", "かぜい"),
            Map.entry("住民基本台帳", "じゅうみんきほんだいちょう"),
            Map.entry("暗証番号", "あんしょうばんごう"),
            Map.entry("顔認証", "かおにんしょう"),
            Map.entry("市役所", "しやくしょ"),
            Map.entry("住民票", "じゅうみんひょう"),
            Map.entry("本籍", "ほんせき"),
            Map.entry("筆頭者", "ひっとうしゃ"),
            Map.entry("世帯主", "せたいぬし"),
            Map.entry("続柄", "つづきがら"),
            Map.entry("戸籍", "こせき"),
            Map.entry("在留資格", "ざいりゅうしかく"),
            Map.entry("在留カード", "ざいりゅうカード"),
            Map.entry("国籍", "こくせき"),
            Map.entry("転出届", "てんしゅつとどけ"),
            Map.entry("転入届", "てんにゅうとどけ"),
            Map.entry("手数料", "てすうりょう"),
            Map.entry("領収書", "りょうしゅうしょ"),
            Map.entry("印刷", "いんさつ"),
            Map.entry("画面", "がめん"),
            Map.entry("電源", "でんげん"),
            Map.entry("設定", "せってい"),
            Map.entry("運用", "うんよう"),
            Map.entry("記録", "きろく"),
            Map.entry("準備", "じゅんび"),
            Map.entry("点検", "てんけん"),
            Map.entry("硬貨", "こうか"),
            Map.entry("期限", "きげん"),
            Map.entry("予約", "よやく"),
            Map.entry("署名用", "しょめいよう"),
            Map.entry("連絡", "れんらく"),
            Map.entry("金属", "きんぞく"),
            Map.entry("財布", "さいふ"),
            Map.entry("種類", "しゅるい"),
            Map.entry("回数", "かいすう"),
            Map.entry("代表", "だいひょう"),
            Map.entry("法律", "ほうりつ"));

    /** The longer first: 電子証明書 is no 証明書. */
    private static final Pattern HARD_WORD = Pattern.compile(HARD_WORDS.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));

    static Stream<Arguments> texts() {
        return TextsTest.texts(Language.EASY).entrySet().stream()
                .filter(text -> !Set.of("do.begin.en", "do.language.en", "do.check.ja", "do.check.en", "specimen")
                        .contains(text.getKey()))
                .map(text -> Arguments.of(text.getKey(), text.getValue()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sentence_ofEveryText_isShort(String key, String text) {
        for (String sentence : sentences(text)) {
            assertTrue(sentence.length() <= LONGEST, sentence.length() + ": " + sentence);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void grammar_ofEveryText_isPlain(String key, String text) {
        assertEquals("", hardGrammar(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void hardWord_atItsFirstUse_hasItsReading(String key, String text) {
        assertEquals(List.of(), unread(text));
    }

    /** What is usually so must not be so always where it is said in easy words. */
    @Test
    void usually_inJapanese_isUsuallyHereToo() {
        List<String> usual = TextsTest.texts(Language.JA).entrySet().stream()
                .filter(text -> text.getValue().contains("ふつう"))
                .map(Map.Entry::getKey)
                .toList();
        assertTrue(usual.contains("purpose.passport.what"), usual.toString());
        usual.forEach(key -> {
            String easy = TextsTest.texts(Language.EASY).getOrDefault(key, "");
            assertTrue(easy.contains("たいてい"), key + " " + easy);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "お待ちください, お待ちください",
        "お金を入れてください, ''",
        "カードをお取りください, お取りください",
        "ご確認ください, ご確認ください",
        "ありがとうございます, ''",
        "発行されました, されま",
        "行かなければなりません, なければ",
        "お使いいただけます, いただ"
    })
    void grammar_ofEachKind_isToldApart(String text, String found) {
        assertEquals(found, hardGrammar(text));
    }

    @Test
    void reading_thatIsMissingWrongOrLate_isMissed() {
        assertEquals(List.of("証明書"), unread("証明書を選んでください"));
        assertEquals(List.of("証明書"), unread("証明書（しょめいしょ）"));
        assertEquals(List.of("証明書"), unread("証明書は、証明書（しょうめいしょ）です"));
        assertEquals(List.of("証明書"), unread("電子証明書（でんししょうめいしょ）は証明書ではありません"));
        assertEquals(List.of(), unread("証明書（しょうめいしょ＝紙）の証明書"));
        assertFalse(sentences("1（一）。2").stream().anyMatch(sentence -> sentence.contains("一")));
    }

    private static List<String> sentences(String text) {
        return List.of(withoutAsides(text).split("。"));
    }

    private static String hardGrammar(String text) {
        Matcher found = HARD_GRAMMAR.matcher(withoutAsides(text));
        return found.find() ? found.group() : "";
    }

    private static String withoutAsides(String text) {
        String outer = ASIDE.matcher(text).replaceAll("");
        return ASIDE.matcher(outer).replaceAll("");
    }

    private static List<String> unread(String text) {
        String said = QUOTED.matcher(text).replaceAll("「」");
        Set<String> seen = new HashSet<>();
        return HARD_WORD
                .matcher(said)
                .results()
                .filter(word -> seen.add(word.group()))
                .filter(word -> !said.startsWith("（" + HARD_WORDS.get(word.group()), word.end()))
                .map(word -> word.group())
                .toList();
    }
}
