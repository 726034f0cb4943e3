package jp.madoguchi.simulators.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fictional resident, as one file of {@code DIR/residents} tells it. Nobody of these exists.
 *
 * @param id the file's name without {@code .json}
 * @param nameEn in Latin letters, with the word "fictional"
 * @param sex 男 or 女
 * @param municipality its five-digit code; 13999 is a ward that does not exist
 * @param relationship to the householder (続柄)
 * @param domicile 本籍
 * @param domicileHead 筆頭者
 * @param since the day from which the resident lives there
 * @param myNumber twelve digits whose check digit is wrong, so that nobody can own it
 * @param household everybody in it, this resident too
 * @param certificate of user authentication, PEM, relative to DIR
 * @param refused the reason with which the center refuses this resident, absent for nearly everybody
 */
public record Resident(
        String id,
        String name,
        String kana,
        String nameEn,
        LocalDate birth,
        String sex,
        String address,
        String municipality,
        String householder,
        String relationship,
        String domicile,
        String domicileHead,
        LocalDate since,
        String myNumber,
        List<Member> household,
        String certificate,
        @Nullable String refused) {

    public Resident {
        household = List.copyOf(household);
    }

    /** One person of the household. */
    public record Member(String name, LocalDate birth, String sex, String relationship) {}
}
