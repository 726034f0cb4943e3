package jp.madoguchi.simulators.center;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the many ways of writing one 本籍 or 筆頭者 have in common, as a clerk sees it who compares an application with the register:
 *
 * <pre>
 * 青森県青森市架空町十丁目10番地, 架空町１０丁目10, 架空町10-10    the same
 * かくうちょう10ちょうめ10ばんち, ｶｸｳﾁｮｳ 10ー10                   the same, as its reading in kana
 * </pre>
 */
final class Spelling {
    private static final Pattern VARIATION = Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    private static final Pattern GAPS = Pattern.compile("[\\s\u3000、,・]");
    private static final Pattern DASH = Pattern.compile("[-\u2010-\u2015\u2212ー]");
    private static final Pattern NUMBER = Pattern.compile("([一二三四五六七八九十]{1,3})(?=丁目|番|号|地割)");

    /** Between the numbers of a lot, or after the last. */
    private static final Pattern UNIT = Pattern.compile("(?<=[0-9])(丁目|チョウメ|番地ノ|番地|バンチノ|バンチ|番|バン|号|ゴウ|ノ|之|-)+");

    /** Prefecture, municipality or both, which the application names anyhow. */
    private static final Pattern TOWN = Pattern.compile("(.{2,3}[都道府県])?(.{1,8}[市区町村])?"
            + "|(\\p{IsKatakana}{2,8}(ケン|ト|フ|ドウ))?(\\p{IsKatakana}{1,12}(シ|ク|チョウ|マチ|ムラ|ソン))?");

    private Spelling() {}

    /** Whether both say the same place; either may leave prefecture and municipality away. */
    static boolean isSamePlace(String one, String other) {
        String a = place(one);
        String b = place(other);
        return a.equals(b) || isInTown(a, b) || isInTown(b, a);
    }

    static boolean isSameName(String one, String other) {
        return name(one).equals(name(other));
    }

    /** A lot alone is no place: its number stands in many streets. */
    private static boolean isInTown(String whole, String rest) {
        return whole.endsWith(rest)
                && !rest.isEmpty()
                && !isDigit(rest.charAt(0))
                && TOWN.matcher(whole.substring(0, whole.length() - rest.length()))
                        .matches();
    }

    private static String place(String text) {
        String plain = NUMBER.matcher(dashes(name(text))).replaceAll(found -> digits(found.group(1)));
        return UNIT.matcher(plain).replaceAll("-").replaceAll("-+$", "");
    }

    private static String name(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String bare = GAPS.matcher(VARIATION.matcher(wide).replaceAll("")).replaceAll("");
        return bare.codePoints()
                .map(Spelling::katakana)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int katakana(int letter) {
        return letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter;
    }

    /** Beside a number it joins two numbers; elsewhere it makes a vowel long. */
    private static String dashes(String text) {
        Matcher dash = DASH.matcher(text);
        return dash.replaceAll(found -> {
            boolean after = found.start() > 0 && isDigit(text.charAt(found.start() - 1));
            boolean before = found.end() < text.length() && isDigit(text.charAt(found.end()));
            return after || before ? "-" : "ー";
        });
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** 一 to 九十九. */
    private static String digits(String kanji) {
        int ten = kanji.indexOf('十');
        String ones = ten < 0 ? kanji : kanji.substring(ten + 1);
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : digit(kanji.charAt(ten - 1));
        return Integer.toString(10 * tens + (ones.isEmpty() ? 0 : digit(ones.charAt(0))));
    }

    private static int digit(char kanji) {
        return "一二三四五六七八九".indexOf(kanji) + 1;
    }
}
