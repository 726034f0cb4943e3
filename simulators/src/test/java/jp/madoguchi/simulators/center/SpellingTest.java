package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # in the register               | as written                       | the same
        青森県青森市架空町十丁目10番地  | 青森県青森市架空町十丁目10番地   | true
        青森県青森市架空町十丁目10番地  | 架空町十丁目10番地               | true
        青森県青森市架空町十丁目10番地  | 青森市架空町１０丁目１０番地     | true
        青森県青森市架空町十丁目10番地  | 架空町10-10                      | true
        青森県青森市架空町十丁目10番地  | 架空町　10 ー 10                 | true
        青森県青森市架空町十丁目10番地  | 架空町10−10番                    | true
        青森県青森市架空町十二丁目3番地 | 架空町12丁目3                    | true
        青森県青森市架空町二十丁目3番地 | 架空町20丁目3                    | true
        青森県青森市架空町3番地の5      | 架空町3番地5                     | true
        青森県青森市架空町3番地の5      | 架空町3-5                        | true
        青森県青森市架空町3番地の5      | 架空町3の5                       | true
        カクウチョウ 10チョウメ 10バンチ | かくうちょう10ちょうめ10ばんち   | true
        カクウチョウ 10チョウメ 10バンチ | ｶｸｳﾁｮｳ 10-10                     | true
        カクウチョウ 10チョウメ 10バンチ | かくうちょう10の10               | true
        カクウチョウ 10チョウメ 10バンチ | あおもりしかくうちょう10ー10     | true
        カクウチョウ 10チョウメ 10バンチ | アオモリケンアオモリシカクウチョウ10-10 | true
        ローマチョウ 1バンチ            | ろ－まちょう1                    | true
        青森県青森市架空町十丁目10番地  | 架空町十丁目11番地               | false
        青森県青森市架空町十丁目10番地  | 架空町1010                       | false
        青森県青森市架空町十丁目10番地  | 架空町10                         | false
        青森県青森市架空町十丁目10番地  | 10-10                            | false
        青森県青森市架空町十丁目10番地  | 見本町十丁目10番地               | false
        カクウチョウ 10チョウメ 10バンチ | かくうちよう10-10               | false
        カクウチョウ 10チョウメ 10バンチ | みほんかくうちょう10-10         | false
        """)
    void place_writtenAnotherWay_isTheSameOrNot(String register, String written, boolean same) {
        assertEquals(same, Spelling.isSamePlace(register, written), written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        未申 遠助       | 未申　遠助     | true
        未申 遠助       | 未申遠助       | true
        ミシン トオスケ | みしんとおすけ | true
        ミシン トオスケ | ﾐｼﾝ ﾄｵｽｹ       | true
        葛󠄂城 標本       | 葛城 標本      | true
        ミシン トオスケ | みしんとうすけ | false
        未申 遠助       | 未申 十也      | false
        """)
    void name_writtenAnotherWay_isTheSameOrNot(String register, String written, boolean same) {
        assertEquals(same, Spelling.isSameName(register, written), written);
    }
}
