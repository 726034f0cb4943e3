package jp.madoguchi.kiosk.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SayingsTest {
    /** What is shown, and the recordings that say it, one after the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JA | ¥300 | 300円",
                "JA | ¥1,650 | 1000/600/50円",
                "JA | ¥0 | 0円",
                "JA | ¥12,010 | 10000/2000/10円",
                "JA | 令和8年11月22日 | 令和/8年/11月/22日",
                "JA | 令和元年5月1日 | 令和/元年/5月/1日",
                "EASY | 2026年11月22日 | 2026年/11月/22日",
                "JA | 11月30日（月）9:00 | 11月/30日/月曜日/9時",
                "JA | 平日 8:30〜18:00 | 平日/8時/30分/から/18時",
                "JA | 2通 | 2通",
                "JA | 5つのうち4つ目 | 5つのうち/4つめ",
                "JA | 4けたのうち2けた | 4けたのうち/2けた",
                "JA | 2面のうち1面 | 2面/のうち/1面",
                "JA | 2枚のうち1枚目を印刷しています | 2枚/のうち/1枚め/を印刷しています",
                "JA | 1通 ¥300 | 1通/300円",
                "JA | 見本市 | 見本し",
                "JA | 必要な方は、お手数ですが店員に次の番号をお伝えください。 | 必要なかたは、おてすうですが店員に次の番号をお伝えください。",
                "JA | 017-000-0000 | ゼロ/いち/なな/の/ゼロ/ゼロ/ゼロ/の/ゼロ/ゼロ/ゼロ/ゼロ",
                "JA | 0F3A-91C2 | ゼロ/F/さん/A/の/きゅう/いち/C/にい",
                "JA | 住民票の写し、印鑑登録証明書 | 住民票の写し/印鑑登録証明書",
                "EN | Family register, whole (戸籍全部事項証明書), Family register, individual (戸籍個人事項証明書) | Family register, whole/Family register, individual",
                "EASY | 証明書（しょうめいしょ）を選んでください | 証明書を選んでください",
                "EN | ¥300 | 300 yen",
                "EN | ¥1,650 | 1000/600/50 yen",
                "EN | 22 November 2026 | 22/November/year 2026",
                "EN | Monday 30 November 9:00 | Monday/30/November/9/o’clock",
                "EN | 4 of 5: | 4/of 5",
                "EN | weekdays 8:30–18:00 | weekdays/8/30/to/18/o’clock",
                "EN | 0F3A-91C2 | 0/F/3/A/9/1/C/2",
                "EN | 22 November 2026 (令和8年11月22日) | 22/November/year 2026",
                "EN | Aomori City (青森市) | Aomori City",
                "EN | second Sunday 9:00–12:00 | second Sunday/9/o’clock/to/12/o’clock",
                "JA | 平日 8時30分〜17時、第2日曜 9時〜12時 | 平日/8時/30分/から/17時/第2日曜/9時/から/12時",
                "JA | 令和8年度 | 令和/8年度",
                "ZH | 1,650日元 | 1000/600/50日元",
                "ZH | 2026年11月22日（令和8年11月22日） | 2026年/11月/22日",
                "ZH | 11月30日（周一） 9:00 | 11月/30日/星期一/9点",
                "ZH | weekdays 8:30–18:00 | 工作日/8点/30分/到/18点",
                "ZH | 2026年度（令和8年度） | 2026年度",
                "KO | 1,650엔 | 1000/600/50엔",
                "KO | 2026년 11월 22일(令和8年11月22日) | 2026년/11월/22일",
                "KO | 11월 30일(월) 9:00 | 11월/30일/월요일/9시",
                "KO | weekdays 8:30–18:00 | 평일/8시/30분/에서/18시",
                "VI | ¥1.650 | 1000/600/50 yên",
                "VI | 22/11/2026 (令和8年11月22日) | ngày 22/tháng 11/năm 2026",
                "VI | 9:00, Thứ Hai, 30/11 | 9 giờ/Thứ Hai/ngày 30/tháng 11",
                "VI | second Sunday 9:00–12:00 | Chủ Nhật tuần thứ 2/9 giờ/đến/12 giờ",
                "PT | ¥1.650 | 1000/600/50 ienes",
                "PT | 22 de novembro de 2026 (令和8年11月22日) | 22/de novembro/de 2026",
                "PT | segunda-feira, 30 de novembro, às 1:30 | segunda-feira/30/de novembro/às/uma hora/30 minutos",
                "PT | weekdays 8:30–18:00 | dias úteis/8 horas/30 minutos/a/18 horas",
                "PT | Aomori City (青森市) | Aomori City",
                "JA | ご本人・妻 | ご本人/妻",
                "EN | You: wife | You/wife",
                "ZH | 本人：妻子 | 本人：/妻子",
                "KO | 본인: 세대주 | 본인/세대주",
                "VI | Bản thân: chủ hộ | Bản thân/chủ hộ",
                "PT | Você: esposa | Você/esposa",
            })
    void value_ofEachKind_isSaidWithFewRecordings(Language language, String shown, String said) {
        List<Piece> pieces = Sayings.of(language).say(shown);
        assertEquals(said, words(pieces, "/"));
        Set<Recording> recorded = Set.copyOf(Sayings.of(language).recordings());
        pieces.forEach(piece -> assertTrue(recorded.contains(piece.recording()), piece.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JA | あと1回まちがえると、カードの暗証番号がロックされます。ロックされると、窓口などで設定し直すまで使えません。"
                        + " | あと/1回/まちがえると、カードの暗証番号がロックされます。/ロックされると、窓口などで設定し直すまで使えません。",
                "EN | 2 more wrong PINs and the card’s PIN is locked. A locked PIN must be reset, at your municipal office for example."
                        + " | 2/more wrong PINs and the card’s PIN is locked./A locked PIN must be reset, at your municipal office for example.",
                "EN | One more wrong PIN and the card’s PIN is locked. A locked PIN must be reset, at your municipal office for example."
                        + " | One more wrong PIN and the card’s PIN is locked./A locked PIN must be reset, at your municipal office for example.",
                "JA | 100円・500円の硬貨が使えます。おつりが出ます。お札とほかの硬貨は使えません。" + " | 100円/500円/の硬貨が使えます。/おつりが出ます。/お札とほかの硬貨は使えません。",
            })
    void text_withValues_isSaidAroundThem(Language language, String shown, String said) {
        assertEquals(said, words(Sayings.of(language).say(shown), "/"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void name_thatNobodyRecorded_isAnnouncedAndNotSaid(Language language) {
        for (String name : List.of("甲野 花子", "Kouno Hanako", "妻（昭和62年生）")) {
            List<Piece> said = Sayings.of(language).say(name);
            assertFalse(said.isEmpty());
            assertTrue(
                    said.stream().noneMatch(piece -> piece.recording().words().contains("花子")));
            assertEquals(
                    words(Sayings.of(language).text("voice.on-screen"), " "), words(said, " "), language + " " + name);
        }
    }

    @Test
    void recording_ofOneThing_hasOneNameAndAnothersAnother() {
        String name = new Recording("ja", "もどる").name();
        assertEquals(name, new Recording("ja", "もどる").name());
        assertFalse(name.equals(new Recording("en", "もどる").name()));
        assertTrue(name.matches("[0-9a-f]{20}"));
    }

    static String words(List<Piece> pieces, String between) {
        return pieces.stream().map(piece -> piece.recording().words()).collect(Collectors.joining(between));
    }
}
