package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;

class OutOfTimeTest {
    private static final Event LATE = new Event.DocumentOutOfTime();

    @Test
    void document_expiredWhileItWasPaid_isGivenBackAndSaid() {
        Step step = ResidentFlow.TABLE.apply(Samples.paying(Stage.PRINT, 300), LATE);

        assertEquals(List.of(new Effect.PayOut(new Yen(300))), step.effects());
        assertEquals(Optional.of(new End(EndReason.PAID_TOO_LATE)), step.next().end());
    }

    @Test
    void document_ofNoFee_isSaidToHaveComeTooLate() {
        Offer free = new Offer("02201", Samples.RECORD.municipalityName(), "residence-record", 0, 1, List.of());
        Visit printing = Samples.paying(Stage.PRINT, 0)
                .with(Choice.among(Samples.catalogue(free)).choose(0).orElseThrow());

        assertEquals(
                Optional.of(new End(EndReason.DOCUMENT_OUT_OF_TIME)),
                ResidentFlow.TABLE.apply(printing, LATE).next().end());
    }

    @Test
    void document_lateBeforeMoneyIsAsked_endsTheVisit() {
        Step step = ResidentFlow.TABLE.apply(Samples.paying(Stage.FETCH_DOCUMENT, 0), LATE);

        assertEquals(Stage.ENDED, step.next().stage());
        assertEquals(
                Optional.of(new End(EndReason.DOCUMENT_OUT_OF_TIME)),
                step.next().end());
    }
}
