package jp.madoguchi.kiosk.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseWritingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | Tax certificate (課税（非課税）証明書) | Tax certificate",
                "EN | 22 November 2026 (令和8年11月22日) | 22 November 2026",
                "EN | the office (weekdays 9:00) | the office (weekdays 9:00)",
                "KO | 비밀번호(暗証番号)입니다. | 비밀번호입니다.",
                "KO | 창구(평일) | 창구(평일)",
                "VI | Số tiếp nhận (受付番号) | Số tiếp nhận",
                "PT | senha (署名用, 6–16 letras) | senha (署名用, 6–16 letras)",
                "ZH | 密码（4位数字）和编号（マイナンバー） | 密码（4位数字）和编号",
                "ZH | 课税证明（課税（非課税）証明書） | 课税证明",
                "ZH | 2026年度（令和8年度） | 2026年度",
                "ZH | 复印机（マルチコピー機，6:30–23:00） | 复印机（マルチコピー機，6:30–23:00）",
                "JA | 2026年11月22日（令和8年11月22日） | 2026年11月22日",
                "JA | 課税（非課税）証明書 | 課税（非課税）証明書",
            })
    void aside_thatOnlySaysItInJapaneseAgain_isLeftOut(Tongue tongue, String written, String own) {
        assertEquals(own, JapaneseWriting.withoutAsides(tongue, written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 見本 TEST | TEST",
                "PT | senha (署名用, 6–16 letras) | senha (6–16 letras)",
                "VI | phiếu có ghi 本籍. | phiếu có ghi honseki.",
                "KO | 앱 ‘JPKI暗証番号リセット’에서 | 앱 ‘J P K I Reset’에서",
                "ZH | 复印机（マルチコピー機，6:30–23:00） | 复印机（6:30–23:00）",
                "ZH | 在“マイナポータル”应用中 | 在“Myna Portal”应用中",
                "JA | マイナポータル | マイナポータル",
            })
    void word_thatTheVoiceCannotSay_isSaidAsItSoundsOrNotAtAll(Tongue tongue, String written, String said) {
        assertEquals(said, JapaneseWriting.without(tongue, written));
    }
}
