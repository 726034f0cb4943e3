package jp.madoguchi.simulators.card;

import java.time.LocalDate;
import java.time.Period;

/** How long cards and certificates run, counted in the holder's birthdays after the day of issue. */
final class Validity {
    private Validity() {}

    /** The last day of the card: the 10th birthday, the 5th for a holder under 18. */
    static LocalDate ofCard(LocalDate birth, LocalDate issued) {
        boolean adult = Period.between(birth, issued).getYears() >= 18;
        return birthday(birth, issued, adult ? 10 : 5);
    }

    /** The last day of a certificate: the 5th birthday, which is never past the card's last day. */
    static LocalDate ofCertificate(LocalDate birth, LocalDate issued) {
        return birthday(birth, issued, 5);
    }

    private static LocalDate birthday(LocalDate birth, LocalDate issued, int nth) {
        LocalDate first = birth.withYear(issued.getYear());
        return birth.withYear(issued.getYear() + (first.isAfter(issued) ? nth - 1 : nth));
    }
}
