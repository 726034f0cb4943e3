package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaperModelTest {
    private static final Words ENGLISH = Words.of(Language.EN);

    /** Two copies of two pages: four sheets, both sides of each. */
    @ParameterizedTest
    @CsvSource({
        "0, The printer is receiving the certificate and getting ready",
        "1, Printing sheet 1 of 4",
        "2, Printing sheet 2 of 4",
        "3, Printing sheet 2 of 4",
        "7, Printing sheet 4 of 4",
        "8, The last sheet is coming out. It is almost done"
    })
    void doing_afterEachSide_isSaidInWords(int sides, String words) {
        assertEquals(
                words,
                PaperModel.doing(SampleScreens.printing(Language.EN, 2, sides).visit(), ENGLISH));
    }

    @Test
    void doing_whileThePrinterWaits_isSaidByTheTrouble() {
        Visit waits =
                SampleScreens.printing(Language.EN, Set.of(PrinterTrouble.JAM)).visit();
        assertEquals("", PaperModel.doing(waits, ENGLISH));
    }

    @Test
    void toTake_withReceiptAndChange_areAllNamed() {
        Visit all = SampleScreens.paying(Stage.TAKE_PAPER, Language.EN, SampleScreens.paid(0), true)
                .visit();
        assertEquals("paper receipt change", PaperModel.things(PaperModel.toTake(all, ENGLISH)));
        Visit paper = SampleScreens.paying(Stage.TAKE_PAPER, Language.EN, Money.NONE, false)
                .visit();
        assertEquals("paper", PaperModel.things(PaperModel.toTake(paper, ENGLISH)));
        Visit elsewhere = SampleScreens.paying(Stage.PAY, Language.EN, SampleScreens.paid(0), true)
                .visit();
        assertEquals("", PaperModel.things(PaperModel.toTake(elsewhere, ENGLISH)));
    }

    @Test
    void forgotten_isWhatStillLiesThereAfterItWasAskedFor() {
        assertEquals(
                "card",
                forgotten(SampleScreens.with(Stage.TAKE_CARD, Language.JA, Hint.FORGOTTEN)
                        .visit()));
        assertEquals(
                "",
                forgotten(SampleScreens.with(Stage.TAKE_CARD, Language.JA, Hint.NONE)
                        .visit()));
        assertEquals(
                "phone",
                forgotten(SampleScreens.takePhone(Language.JA, Hint.FORGOTTEN).visit()));
    }

    private static String forgotten(Visit visit) {
        return PaperModel.forgotten(visit);
    }

    /** The remedy of each reason names an office, and then the screen names which, when and by which number; or it does neither. */
    @ParameterizedTest
    @EnumSource(EndReason.class)
    void office_ofEachReason_isNamedWhereTheRemedyIsAtOne(EndReason reason) {
        String remedy = Words.of(Language.JA).text("end." + reason.slug() + ".do");
        assertEquals(remedy.contains("窓口"), EndModel.isAtAnOffice(reason), remedy);
        Visit ended =
                SampleScreens.ended(reason, Language.EN, Money.NONE, false).visit();
        boolean ofTheRegister = reason.name().startsWith("REGISTRATION");
        String office = ofTheRegister
                ? "Kakuu Ward Office, register section (weekdays 8:30–18:00), telephone 000-1399-0000"
                : "Aomori City Hall, citizens' section (weekdays 8:30 to 18:00), telephone 017-000-0000";
        assertEquals(
                remedy.contains("窓口") && !ended.claims() && !reason.name().startsWith("PIN_BLOCKED") ? office : "",
                EndModel.office(ended, ENGLISH));
    }
}
