package jp.madoguchi.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import jp.madoguchi.devices.card.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidityRulesTest {
    /** Each row says, after the last column, how it was worked out by hand. */
    @ParameterizedTest(name = "{6}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // birth    | applied    | issued     | stay ends  | old ends   | card ends, certificate ends
                "1980-01-31 | 2026-01-10 | 2026-02-01 | -          | -          | 2036-01-31 2031-01-31 | 1st birthday 2027-01-31, 5th 2031, 10th 2036",
                "1980-01-31 | 2026-01-10 | 2026-01-30 | -          | -          | 2035-01-31 2030-01-31 | the next day is the 1st birthday, so 5th 2030, 10th 2035",
                "1980-01-31 | 2026-01-10 | 2026-01-31 | -          | -          | 2036-01-31 2031-01-31 | the birthday that is the day of issue is not counted",
                "1980-12-31 | 2026-12-01 | 2026-12-31 | -          | -          | 2036-12-31 2031-12-31 | the same at the year's end",
                "1980-01-01 | 2026-12-01 | 2026-12-31 | -          | -          | 2036-01-01 2031-01-01 | the next day is the 1st: 2027, so 5th 2031, 10th 2036",
                "1980-05-28 | 2021-04-01 | 2026-03-01 | -          | 2026-05-28 | 2035-05-28 2031-05-28 | renewed in the window, 6th: 1st 2026, 6th 2031",
                "1980-05-28 | 2021-04-01 | 2026-02-28 | -          | 2026-05-28 | 2035-05-28 2030-05-28 | a day before the window opens: 5th only",
                "1980-05-28 | 2021-04-01 | 2026-05-28 | -          | 2026-05-28 | 2036-05-28 2032-05-28 | renewed on the last day, a birthday not counted: 1st 2027, 6th 2032",
                "1980-05-28 | 2021-04-01 | 2026-05-29 | -          | 2026-05-28 | 2036-05-28 2031-05-28 | a day after the end it is a new one: 5th",
                "2008-04-02 | 2026-03-01 | 2026-04-01 | -          | -          | 2030-04-02 2030-04-02 | 17 on the day of issue: card 5th, 1st is 2026-04-02",
                "2008-04-02 | 2026-03-01 | 2026-04-02 | -          | -          | 2036-04-02 2031-04-02 | 18 on that day: card 10th, certificate 5th",
                "2002-06-15 | 2022-03-31 | 2022-04-20 | -          | -          | 2026-06-15 2026-06-15 | applied for when majority was 20, aged 19: card 5th, 1st is 2022-06-15",
                "2002-06-15 | 2022-04-01 | 2022-04-20 | -          | -          | 2031-06-15 2026-06-15 | applied for a day later: card 10th",
                "2002-04-20 | 2022-03-31 | 2022-04-20 | -          | -          | 2032-04-20 2027-04-20 | 20 on the day of issue under the old rule: card 10th",
                "1990-08-09 | 2026-01-10 | 2026-02-01 | 2027-03-31 | -          | 2027-03-31 2027-03-31 | the period of stay ends before any birthday: both with it",
                "1990-08-09 | 2026-01-10 | 2026-02-01 | 2040-03-31 | -          | 2035-08-09 2030-08-09 | a period of stay after the 10th birthday changes nothing",
                "1990-08-09 | 2026-01-10 | 2026-02-01 | 2032-03-31 | -          | 2032-03-31 2030-08-09 | between: the card ends with the stay, the certificate before it",
                "1992-02-29 | 2026-01-10 | 2026-02-01 | -          | -          | 2035-02-28 2030-02-28 | leap day, common years: 1st 2026-02-28, 5th 2030, 10th 2035",
                "1992-02-29 | 2023-01-10 | 2023-03-01 | -          | -          | 2033-02-28 2028-02-29 | leap day: 1st 2024, 5th in the leap year 2028",
                "1992-02-29 | 2026-01-10 | 2026-02-28 | -          | -          | 2036-02-29 2031-02-28 | issued on the birthday of a common year, which is not counted",
                "1992-02-29 | 2024-01-10 | 2024-02-28 | -          | -          | 2033-02-28 2028-02-29 | the day before it in a leap year: 1st 2024-02-29, 5th 2028",
                "2008-02-29 | 2026-01-10 | 2026-02-28 | -          | -          | 2031-02-28 2031-02-28 | leap day at majority: 17 until 1 March in years by the calendar, so card 5th",
            })
    void ends_ofCardAndCertificate_areAsWorkedOut(
            LocalDate birth,
            LocalDate applied,
            LocalDate issued,
            LocalDate stayEnds,
            LocalDate before,
            String ends,
            String how) {
        ValidityRules rules = ValidityRules.ofCardAppliedFor(applied);
        LocalDate card = rules.cardEnds(birth, issued, Optional.ofNullable(stayEnds));
        LocalDate certificate = rules.certificateEnds(birth, issued, Optional.ofNullable(before), card);

        assertEquals(ends, card + " " + certificate, how);
    }

    @Test
    void certificateEnds_cardEndsFirst_endsWithTheCard() {
        LocalDate cardEnds = LocalDate.of(2028, 1, 31); // issued 2018-02-01, in its eighth year

        assertEquals(
                cardEnds,
                ValidityRules.CURRENT.certificateEnds(
                        LocalDate.of(1980, 1, 31), LocalDate.of(2026, 2, 1), Optional.empty(), cardEnds));
    }

    @Test
    void certificateEnds_numbersOfAnotherGeneration_areData() {
        ValidityRules tenYears = new ValidityRules(10, 11, 10, 5, 18, Period.ofMonths(6));

        assertEquals(
                LocalDate.of(2036, 1, 31),
                tenYears.certificateEnds(
                        LocalDate.of(1980, 1, 31), LocalDate.of(2026, 2, 1), Optional.empty(), LocalDate.MAX));
        assertEquals(LocalDate.of(2026, 2, 1), tenYears.renewalOpens(LocalDate.of(2026, 7, 31)));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-07-07, 2023-04-08", // three months before is 04-07: the day after it
        "2023-05-28, 2023-03-01", // 02-28
        "2023-05-30, 2023-03-01", // there is no 02-30: the first of the next month
        "2024-05-29, 2024-03-01", // 02-29
        "2026-01-31, 2025-11-01" // 10-31
    })
    void renewalOpens_lastDay_isTheDayAfterThreeMonthsBefore(LocalDate last, LocalDate opens) {
        assertEquals(opens, ValidityRules.CURRENT.renewalOpens(last));
    }

    @Test
    void endOf_day_isTheLastSecondInJapan() {
        assertEquals(Instant.parse("2031-04-02T14:59:59Z"), ValidityRules.endOf(LocalDate.of(2031, 4, 2)));
        assertEquals(LocalDate.of(2031, 4, 2), ValidityRules.dayOf(Instant.parse("2031-04-02T14:59:59Z")));
        assertEquals(LocalDate.of(2031, 4, 3), ValidityRules.dayOf(Instant.parse("2031-04-02T15:00:00Z")));
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // the certificate ends 2026-12-18T14:59:59Z, so renewal opens on 2026-09-19 in Japan
                "2026-09-18T14:59:59Z | Running[lastDay=2026-12-18, renewalOpens=2026-09-19]",
                "2026-09-18T15:00:00Z | EndsSoon[lastDay=2026-12-18, daysLeft=90, renewal=CERTIFICATES]",
                "2026-11-25T03:00:00Z | EndsSoon[lastDay=2026-12-18, daysLeft=23, renewal=CERTIFICATES]",
                "2026-12-17T14:59:59Z | EndsSoon[lastDay=2026-12-18, daysLeft=1, renewal=CERTIFICATES]",
                "2026-12-17T15:00:00Z | EndsSoon[lastDay=2026-12-18, daysLeft=0, renewal=CERTIFICATES]",
                "2026-12-18T14:59:59Z | EndsSoon[lastDay=2026-12-18, daysLeft=0, renewal=CERTIFICATES]",
                "2026-12-18T15:00:00Z | Ended[lastDay=2026-12-18, renewal=CERTIFICATES]"
            })
    void notice_atAnInstant_saysWhatThereIsToDo(Instant now, String notice) {
        assertEquals(
                notice,
                ValidityRules.CURRENT
                        .notice(
                                Instant.parse("2026-12-18T14:59:59Z"),
                                Optional.of(LocalDate.of(2031, 12, 18)),
                                TokenKind.MY_NUMBER_CARD,
                                now)
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "MY_NUMBER_CARD, 2026-12-19, CERTIFICATES",
        "MY_NUMBER_CARD, 2026-12-18, CARD",
        "MY_NUMBER_CARD, ,           CERTIFICATES",
        "ANDROID_PHONE,  2026-12-18, PHONE",
        "IPHONE,         ,           PHONE",
        "JUKI_CARD,      2026-12-18, MY_NUMBER_CARD_INSTEAD"
    })
    void notice_byWhatCarriesIt_namesTheRenewal(TokenKind token, LocalDate cardEnds, Renewal renewal) {
        Instant end = Instant.parse("2026-12-18T14:59:59Z");

        assertEquals(
                new ValidityNotice.EndsSoon(LocalDate.of(2026, 12, 18), 0, renewal),
                ValidityRules.CURRENT.notice(end, Optional.ofNullable(cardEnds), token, end));
    }

    /** The day counts on which it was registered; whoever moves loses the certificate that says the address, and can still log in. */
    @ParameterizedTest
    @CsvSource({
        // change, registered, certificate, its last day before and after
        "NAME,    2026-10-01, DIGITAL_SIGNATURE,   2031-01-31, 2026-10-01",
        "ADDRESS, 2026-10-01, DIGITAL_SIGNATURE,   2031-01-31, 2026-10-01",
        "SEX,     2026-10-01, DIGITAL_SIGNATURE,   2031-01-31, 2026-10-01",
        "NAME,    2026-10-01, USER_AUTHENTICATION, 2031-01-31, 2031-01-31",
        "ADDRESS, 2026-10-01, USER_AUTHENTICATION, 2031-01-31, 2031-01-31",
        "SEX,     2026-10-01, USER_AUTHENTICATION, 2031-01-31, 2031-01-31",
        "ADDRESS, 2031-02-01, DIGITAL_SIGNATURE,   2031-01-31, 2031-01-31" // it had ended the day before
    })
    void certificateEnds_afterAChangeOfItsHolder_isThatDayForTheOneThatSaysIt(
            HolderChange change, LocalDate registered, Purpose purpose, LocalDate before, LocalDate after) {
        assertEquals(after, ValidityRules.CURRENT.certificateEnds(before, purpose, change, registered));
    }
}
