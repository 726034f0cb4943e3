package jp.madoguchi.kiosk.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a passer-by may read of what is personal: of each word the first character, and that there is more; not how much. The whole
 * stands on the screen only for as long as the resident asks for it.
 */
final class Discreet {
    private static final String HIDDEN = "●●";

    /** A word: letters and digits together; what stands between, and brackets, stays. */
    private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{Nd}])[\\p{L}\\p{Nd}\\p{Mn}・ー'’-]*");

    /** What they are to each other, and then, apart from it, when they were born. */
    private static final Pattern MEMBER = Pattern.compile("([\\p{L} '’・]+)(（.*）|, .*)");

    private Discreet() {}

    /** 山田　太郎: 山●●　太●●. */
    static String name(String text) {
        return WORD.matcher(text).replaceAll("$1" + HIDDEN);
    }

    /**
     * Of somebody of the household: what they are to each other stays, since one is chosen by it; when they were born does not. Where
     * it cannot be told which is which, neither stays.
     */
    static String member(String label) {
        Matcher member = MEMBER.matcher(label);
        if (!member.matches()) {
            return name(label);
        }
        return member.group(1) + (member.group(2).startsWith("（") ? "（" + HIDDEN + "）" : ", " + HIDDEN);
    }
}
