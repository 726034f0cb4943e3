package jp.madoguchi.kiosk.voice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writing as it is said: a synthesiser reads signs, telephone numbers and foreign names as nobody would. */
final class SpokenForm {
    /** 証明書（しょうめいしょ）: the reading is for the eye. */
    private static final Pattern READING = Pattern.compile("（[ぁ-んー・＝]+）");

    private static final Pattern TELEPHONE = Pattern.compile("[0-9]{2,5}-[0-9]{1,4}-[0-9]{2,4}");
    private static final Pattern YEN = Pattern.compile("¥([0-9]+)");
    /** 1,000, and in the languages of Vietnam and Brazil 1.000. */
    private static final Pattern GROUPED = Pattern.compile("(?<=[0-9])[,.](?=[0-9]{3}(?![0-9]))");

    private static final Pattern UNTIL = Pattern.compile("(?<=[0-9월일])[–〜～~](?=[0-9])");
    private static final Pattern TIME = Pattern.compile("(?<![0-9])([0-9]{1,2}):([0-9]{2})(?![0-9])");

    /** No rest is made between a word explained and what is joined to it; after a quotation it tells where that ends. */
    private static final Pattern BRACKET_BEFORE_WORD = Pattern.compile("[（）]+(?=[。、をにはがとのへでも])");

    /** Of a person, where the dictionary reads a direction; it does not read a compound of it wrongly. */
    private static final Pattern PERSON = Pattern.compile("(?<!\\p{IsHan})方(?!\\p{IsHan})");

    private static final Pattern TRAY = Pattern.compile("^台(?=の)");

    /** Written in two scripts, for whoever reads neither the one nor the other. */
    private static final String LANGUAGE = "Language / 言語";

    private static final Map<String, String> JAPANESE = new LinkedHashMap<>();

    static {
        JAPANESE.put("e-Tax", "イータックス");
        JAPANESE.put("iPhone", "アイフォーン");
        JAPANESE.put("Android", "アンドロイド");
        JAPANESE.put("JPKI", "ジェイピーケーアイ");
        JAPANESE.put("J-LIS", "ジェイリス");
        JAPANESE.put("CP/CPS", "シーピー、シーピーエス");
        JAPANESE.put("USB", "ユーエスビー");
        JAPANESE.put("A4", "エーよん");
        JAPANESE.put("TEST", "テスト");
        JAPANESE.put("返却口", "返却ぐち"); // the dictionary reads these otherwise
        JAPANESE.put("取り出し口", "取り出しぐち");
        JAPANESE.put("表と裏", "おもてと裏");
        JAPANESE.put("お手数", "おてすう");
        JAPANESE.put("一人の分", "一人のぶん");
        JAPANESE.put("の下です", "のしたです");
        JAPANESE.put("見本市", "見本し"); // a town, no trade fair
        JAPANESE.put("〜", "から");
        JAPANESE.put("–", "から");
        JAPANESE.put("・", "、");
    }

    private SpokenForm() {}

    static String of(Tongue tongue, String written) {
        String said = written.replace(LANGUAGE, tongue.language);
        said = TELEPHONE.matcher(said).replaceAll(number -> spelled(tongue, number.group()));
        said = UNTIL.matcher(said).replaceAll(tongue.until);
        said = GROUPED.matcher(said).replaceAll("");
        said = YEN.matcher(said).replaceAll(yen -> yen.group(1) + tongue.yen);
        said = TIME.matcher(said)
                .replaceAll(time -> tongue.time(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
        return tongue == Tongue.JA ? japanese(said) : other(tongue, said);
    }

    private static String japanese(String written) {
        String said = READING.matcher(written).replaceAll("");
        for (Map.Entry<String, String> sign : JAPANESE.entrySet()) {
            said = said.replace(sign.getKey(), sign.getValue());
        }
        said = TRAY.matcher(PERSON.matcher(said).replaceAll("かた")).replaceAll("だい");
        return BRACKET_BEFORE_WORD
                .matcher(said)
                .replaceAll("")
                .replaceAll("[（）「」]", "、")
                .replaceAll("、+", "、")
                .replaceAll("、(?=。)", "")
                .replaceAll("^[、\\s]+|[、\\s]+$", "");
    }

    private static String other(Tongue tongue, String written) {
        return own(tongue, JapaneseWriting.without(tongue, written))
                .replaceAll("[“”\"()（）「」]", ", ")
                .replaceAll("\\s*,\\s*(?=[,.!?:;，。、；：])", "")
                .replaceAll("(?<=[，。、；：])\\s*,", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ,", ",")
                .replaceAll("^[,:\\s]+|[,:\\s/]+$", "");
    }

    /** Signs that a language uses in a way of its own. */
    private static String own(Tongue tongue, String written) {
        return switch (tongue) {
            case JA, ZH, PT -> written;
            case EN -> written.replace('ō', 'o').replace('ū', 'u'); // jūminhyō: a letter that the voice would name
            case KO -> written.replace("·", ", ").replaceAll("[‘’]", ", ");
            case VI ->
                written.replace("24/7", "24 giờ mỗi ngày")
                        .replaceAll("(?<=[0-9])/(?=[0-9])", " tháng ")
                        .replaceAll("(?<=^|\\s)/(?=[0-9])", "trên ")
                        .replaceAll("(?<=^|\\s)/(?=\\p{L})", "mỗi ");
        };
    }

    /** Digit by digit, with a rest between the groups. */
    private static String spelled(Tongue tongue, String number) {
        String rest = tongue == Tongue.JA ? "の" : ",";
        return Pattern.compile("-")
                .splitAsStream(number)
                .map(group -> Pattern.compile("[0-9]")
                        .matcher(group)
                        .results()
                        .map(MatchResult::group)
                        .map(digit ->
                                tongue == Tongue.JA ? Numbers.JAPANESE_DIGITS.get(Integer.parseInt(digit)) : digit)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(rest + " "));
    }
}
