package jp.madoguchi.kiosk.identity;

import java.time.LocalDate;

/** What a resident is told of a certificate's time. Days are those of Japan. */
public sealed interface ValidityNotice {
    /** The last day on which the certificate is valid, or was. */
    LocalDate lastDay();

    /**
     * Nothing need be done yet.
     *
     * @param renewalOpens the first day on which it can be renewed
     */
    record Running(LocalDate lastDay, LocalDate renewalOpens) implements ValidityNotice {}

    /**
     * It can be renewed, and should be.
     *
     * @param daysLeft after today; 0 on the last day
     */
    record EndsSoon(LocalDate lastDay, int daysLeft, Renewal renewal) implements ValidityNotice {}

    /** It is over. */
    record Ended(LocalDate lastDay, Renewal renewal) implements ValidityNotice {}
}
