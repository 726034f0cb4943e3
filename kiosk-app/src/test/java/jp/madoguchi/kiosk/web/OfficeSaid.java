package jp.madoguchi.kiosk.web;

import java.util.Locale;
import jp.madoguchi.kiosk.terms.Language;

/** How each language calls the municipal office, and says when it is open. */
record OfficeSaid(String word, String hours) {
    static OfficeSaid in(Language language) {
        return switch (language) {
            case JA -> new OfficeSaid("窓口", "平日9時〜17時ごろ");
            case EASY -> new OfficeSaid("市役所", "月曜日〜金曜日、9時〜17時ごろ");
            case EN -> new OfficeSaid("office", "weekdays, about 9:00–17:00");
            case ZH -> new OfficeSaid("窗口", "工作日9:00–17:00左右");
            case KO -> new OfficeSaid("창구", "평일 9:00–17:00경");
            case VI -> new OfficeSaid("ủy ban", "ngày thường, khoảng 9:00–17:00");
            case PT -> new OfficeSaid("prefeitura", "dias úteis, cerca de 9:00–17:00");
        };
    }

    /** Whoever is sent there is told when to go. */
    boolean complete(String text) {
        return names(text) == text.contains(hours);
    }

    boolean names(String text) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
