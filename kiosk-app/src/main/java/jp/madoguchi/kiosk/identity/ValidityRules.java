package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.terms.Japan;

/**
 * How long cards and their certificates run, as numbers: another generation of cards is another set of numbers. Birthdays are counted
 * after the day of issue; who was born on 29 February has the birthday on the 28th in common years. Days are those of Japan, and what
 * ends on a day ends at 23:59:59 there.
 *
 * @param certificateBirthdays at which of the holder's birthdays a certificate ends
 * @param renewedBirthdays the same for one that was issued within the renewal window of the one before
 * @param cardBirthdays at which birthday a card ends
 * @param minorCardBirthdays the same for a holder who was under age
 * @param ageOfMajority in years, on the day of issue
 * @param renewalWindow before the last day; renewal opens on the day after its beginning
 */
@CheckReturnValue
public record ValidityRules(
        int certificateBirthdays,
        int renewedBirthdays,
        int cardBirthdays,
        int minorCardBirthdays,
        int ageOfMajority,
        Period renewalWindow) {

    /** For cards applied for since 2022-04-01, when majority became 18. */
    public static final ValidityRules CURRENT = new ValidityRules(5, 6, 10, 5, 18, Period.ofMonths(3));

    private static final ValidityRules UNTIL_MARCH_2022 = new ValidityRules(5, 6, 10, 5, 20, Period.ofMonths(3));
    private static final LocalDate MAJORITY_AT_18 = LocalDate.of(2022, 4, 1);

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** Those of a card that was applied for on {@code day}. */
    public static ValidityRules ofCardAppliedFor(LocalDate day) {
        return day.isBefore(MAJORITY_AT_18) ? UNTIL_MARCH_2022 : CURRENT;
    }

    /** The last day of a card: a birthday, or the end of the holder's period of stay when that comes first. */
    public LocalDate cardEnds(LocalDate birth, LocalDate issued, Optional<LocalDate> stayEnds) {
        boolean adult = Period.between(birth, issued).getYears() >= ageOfMajority;
        return earlier(birthday(birth, issued, adult ? cardBirthdays : minorCardBirthdays), stayEnds);
    }

    /**
     * The last day of a certificate: a birthday, or the card's last day when that comes first.
     *
     * @param before the last day of the certificate that it replaces, if it replaces one
     */
    public LocalDate certificateEnds(
            LocalDate birth, LocalDate issued, Optional<LocalDate> before, LocalDate cardEnds) {
        boolean renewed = before.filter(last -> isRenewable(last, issued)).isPresent();
        int nth = renewed ? renewedBirthdays : certificateBirthdays;
        return earlier(birthday(birth, issued, nth), Optional.of(cardEnds));
    }

    /**
     * The last day of a certificate once a change of its holder was registered on {@code day}: then what says it is revoked, and the
     * other lives on.
     */
    public LocalDate certificateEnds(LocalDate last, Purpose purpose, HolderChange change, LocalDate day) {
        return change.ends().contains(purpose) ? earlier(last, Optional.of(day)) : last;
    }

    private static LocalDate birthday(LocalDate birth, LocalDate issued, int nth) {
        LocalDate thisYears = birth.withYear(issued.getYear());
        return birth.withYear(issued.getYear() + (thisYears.isAfter(issued) ? nth - 1 : nth));
    }

    private static LocalDate earlier(LocalDate one, Optional<LocalDate> other) {
        return other.filter(one::isAfter).orElse(one);
    }

    private boolean isRenewable(LocalDate last, LocalDate day) {
        return !day.isBefore(renewalOpens(last)) && !day.isAfter(last);
    }

    /** The first day on which what ends on {@code last} can be renewed; the first of a month when the window began on no day of one. */
    public LocalDate renewalOpens(LocalDate last) {
        return last.minus(renewalWindow).plusDays(1);
    }

    /** The last second of {@code day}: 14:59:59Z. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(Japan.TIME).toInstant();
    }

    /** The day in Japan at {@code instant}. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(Japan.TIME).toLocalDate();
    }

    /**
     * How a certificate that ends on {@code last} is renewed.
     *
     * @param cardEnds the last day of the card, where it is known
     */
    public Renewal renewal(LocalDate last, Optional<LocalDate> cardEnds, TokenKind token) {
        return Renewal.of(token, cardEnds.filter(end -> !end.isAfter(last)).isPresent());
    }

    /**
     * What there is to say of a certificate's time. Its own notAfter counts: a user-authentication certificate has no birth date from
     * which anything could be worked out.
     *
     * @param cardEnds the last day of the card, where it is known
     */
    public ValidityNotice notice(Instant notAfter, Optional<LocalDate> cardEnds, TokenKind token, Instant now) {
        LocalDate last = dayOf(notAfter);
        Renewal renewal = renewal(last, cardEnds, token);
        if (now.isAfter(notAfter)) {
            return new ValidityNotice.Ended(last, renewal);
        }
        LocalDate today = dayOf(now);
        LocalDate opens = renewalOpens(last);
        return today.isBefore(opens)
                ? new ValidityNotice.Running(last, opens)
                : new ValidityNotice.EndsSoon(last, (int) today.until(last, ChronoUnit.DAYS), renewal);
    }
}
