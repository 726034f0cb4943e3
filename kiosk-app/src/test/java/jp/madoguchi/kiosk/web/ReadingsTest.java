package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dictionary reads every word of the Japanese screens, and each as a person would; what it does not know it leaves. */
class ReadingsTest {
    private static final Pattern RUBY = Pattern.compile("<ruby>(.+?)<rt>(.+?)</rt></ruby>");
    private static final Pattern UNREAD = Pattern.compile("\\p{IsHan}+");
    /** In Chinese, as every screen has them. */
    private static final Set<String> CHINESE = Set.of("do.begin.zh", "do.language.zh", "do.check.zh");

    private static final Readings READINGS = new Readings();

    @Test
    void word_ofEveryText_hasItsReading() {
        Map<String, String> unread = new TreeMap<>();
        Map<String, String> texts = TextsTest.texts(Language.JA);
        texts.keySet().removeAll(CHINESE);
        texts.forEach((key, text) -> {
            for (int count : List.of(0, 1, 2, 12)) {
                String said = new MessageFormat(text, Language.JA.locale()).format(new Object[] {count, count, count});
                Matcher words = UNREAD.matcher(RUBY.matcher(READINGS.in(said)).replaceAll("_"));
                while (words.find()) {
                    unread.put(words.group(), key);
                }
            }
        });
        assertEquals(Map.of(), unread);
    }

    /** In brackets, what stands above. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    住民票の写し                 | 住民票[じゅうみんひょう]の写[うつ]し
                    取り消しました               | 取[と]り消[け]しました
                    もう一度行うとき             | もう一度[いちど]行[おこな]うとき
                    はじめから行ってください     | はじめから行[おこな]ってください
                    1枚だけ、一度だけ            | 1枚[まい]だけ、一度[いちど]だけ
                    何枚出たか分かりません       | 何枚[なんまい]出[で]たか分[わ]かりません
                    数えた分、1分、2分、30分     | 数[かぞ]えた分[ぶん]、1分[ぷん]、2分[ふん]、30分[ぷん]
                    2分以上、1人以上、12人       | 2分[ふん]以上[いじょう]、1人[り]以上[いじょう]、12人[にん]
                    ほかの人、本人、店員、係員   | ほかの人[ひと]、本人[ほんにん]、店員[てんいん]、係員[かかりいん]
                    今日は使えます。今は使えない | 今日[きょう]は使[つか]えます。今[いま]は使[つか]えない
                    今受け取れる                 | 今[いま]受[う]け取[と]れる
                    令和8年11月22日（日）        | 令和[れいわ]8年[ねん]11月[がつ]22日[にち]（日[にち]）
                    令和元年10月1日（火）        | 令和[れいわ]元年[がんねん]10月1日[がつついたち]（火[か]）
                    12月2日、20日、12日、24日    | 12月[がつ]2日[か]、20日[か]、12日[にち]、24日[か]
                    ３日、１５日                 | ３日[か]、１５日[にち]
                    1日ほど、返事の日            | 1日[にち]ほど、返事[へんじ]の日[ひ]
                    1月から前の年の12月          | 1月[がつ]から前[まえ]の年[とし]の12月[がつ]
                    令和8年度、年度              | 令和[れいわ]8年度[ねんど]、年度[ねんど]
                    お金が入りました。入れる     | お金[かね]が入[はい]りました。入[い]れる
                    入れ口、窓口、返却口         | 入[い]れ口[ぐち]、窓口[まどぐち]、返却口[へんきゃくぐち]
                    ふたが開いて、通り道を開けて | ふたが開[あ]いて、通[とお]り道[みち]を開[あ]けて
                    お急ぎの方、方法             | お急[いそ]ぎの方[かた]、方法[ほうほう]
                    停止中、カードの中、途中     | 停止中[ていしちゅう]、カードの中[なか]、途中[とちゅう]
                    少し後で、その後、午後       | 少[すこ]し後[あと]で、その後[ご]、午後[ごご]
                    お支払いを、お支払い済みの   | お支払[しはら]いを、お支払[しはら]い済[ず]みの
                    2通、通り、通信              | 2通[つう]、通[とお]り、通信[つうしん]
                    印刷された面、3面、画面      | 印刷[いんさつ]された面[めん]、3面[めん]、画面[がめん]
                    大文字、文字、1字消す        | 大文字[おおもじ]、文字[もじ]、1字[じ]消[け]す
                    1回数えられた、回数          | 1回[かい]数[かぞ]えられた、回数[かいすう]
                    利用者証明用電子証明書       | 利用者[りようしゃ]証明用[しょうめいよう]電子[でんし]証明書[しょうめいしょ]
                    本籍地利用登録               | 本籍地[ほんせきち]利用[りよう]登録[とうろく]
                    届け出と、届いた             | 届[とど]け出[で]と、届[とど]いた
                    世帯主と続柄                 | 世帯主[せたいぬし]と続柄[つづきがら]
                    """)
    void sentence_thatIsTricky_isReadAsPeopleDo(String sentence, String read) {
        assertEquals(read, RUBY.matcher(READINGS.in(sentence)).replaceAll("$1[$2]"));
    }

    /** A name is read as its owner says, and nobody else knows. */
    @ParameterizedTest
    @ValueSource(strings = {"青森市", "本町", "日本橋", "大手町", "市役所前", "今日子", "中村", "下川町", "住民票甲", "1日目", "ABC", "", "<", "お"})
    void word_thatIsNotKnown_staysAsItIs(String word) {
        assertEquals(word, READINGS.in(word));
    }

    @Test
    void word_thatIsNotKnown_leavesTheOthersTheirReadings() {
        assertEquals("青森市の<ruby>戸籍<rt>こせき</rt></ruby>、<ruby>証明書<rt>しょうめいしょ</rt></ruby>", READINGS.in("青森市の戸籍、証明書"));
    }

    @Test
    void dictionary_thatIsWrong_isNoneAtAll() {
        for (Map<String, String> wrong :
                List.of(Map.of("写し", "うつ"), Map.of("使|い", "つか"), Map.of("何か何", "なにかかなに"), Map.of("写し", "うつす"))) {
            assertThrows(IllegalStateException.class, () -> new Readings(wrong), wrong.toString());
        }
    }
}
