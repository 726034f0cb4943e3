package jp.madoguchi.kiosk.voice;

import java.util.Locale;
import java.util.Map;
import jp.madoguchi.kiosk.terms.Language;

/**
 * A voice, and what its people say for the signs that stand around figures. やさしい日本語 is said by the voice of Japanese.
 */
enum Tongue {
    JA("円", "時", "分", "から", "言語、ランゲージ"),
    EN(" yen", " o’clock", "", " to ", "Language"),
    ZH("日元", "点", "分", "到", "语言，Language"),
    KO("엔", "시", "분", "에서 ", "언어, Language"),
    VI(" yên", " giờ", " phút", " đến ", "Ngôn ngữ, Language"),
    PT(" ienes", " horas", " minutos", " a ", "Idioma, Language");

    private static final Map<Integer, String> PORTUGUESE_HOURS =
            Map.of(1, "uma hora", 2, "duas horas", 21, "vinte e uma horas", 22, "vinte e duas horas");

    /** After an amount. */
    final String yen;
    /** After the hour of a time. */
    final String hour;
    /** After its minutes. */
    final String minute;
    /** Between two figures, for the dash. */
    final String until;
    /** The button that leads to the languages, also for whoever does not understand this one. */
    final String language;

    Tongue(String yen, String hour, String minute, String until, String language) {
        this.yen = yen;
        this.hour = hour;
        this.minute = minute;
        this.until = until;
        this.language = language;
    }

    static Tongue of(Language language) {
        return switch (language) {
            case JA, EASY -> JA;
            case EN -> EN;
            case ZH -> ZH;
            case KO -> KO;
            case VI -> VI;
            case PT -> PT;
        };
    }

    /** As recordings are named by it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The hour of a time as it is said; in Portuguese an hour is feminine, and the synthesiser does not know. */
    String hour(int hour) {
        String figures = hour + this.hour;
        return this == PT ? PORTUGUESE_HOURS.getOrDefault(hour, figures) : figures;
    }

    /** A time as it is said within other words. */
    String time(int hour, int minute) {
        if (this == EN) {
            return minute == 0 ? hour(hour) : hour + (minute < 10 ? " oh " : " ") + minute;
        }
        String space = this == JA || this == ZH ? "" : " ";
        return minute == 0 ? hour(hour) : hour(hour) + space + minute + this.minute;
    }
}
