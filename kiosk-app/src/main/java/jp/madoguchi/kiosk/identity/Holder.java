package jp.madoguchi.kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whom a signature certificate names (基本4情報), as its subjectAltName says it. For the holder's own eyes on the screen: nothing of it
 * goes into logs, files or {@link #toString}.
 *
 * @param name 氏名
 * @param nameSubstituted whether a character of the name stands for one that could not be written (代替文字)
 * @param birthDate 生年月日; absent when the register itself does not know the day
 * @param address 住所
 * @param addressSubstituted as for the name
 */
public record Holder(
        String name,
        boolean nameSubstituted,
        Sex sex,
        Optional<LocalDate> birthDate,
        String address,
        boolean addressSubstituted) {

    /** 性別 by the code in the certificate. */
    public enum Sex {
        MALE,
        FEMALE,
        /** Any other code: nothing is guessed. */
        OTHER;

        static Sex ofCode(String code) {
            return switch (code) {
                case "1" -> MALE;
                case "2" -> FEMALE;
                default -> OTHER;
            };
        }
    }

    /** Nothing of the holder. */
    @Override
    public String toString() {
        return "Holder[]";
    }
}
