package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndTest {
    private static final Circumstances CLOSED = new Circumstances(
            Optional.of(Samples.NOON), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "ENTER_PIN, CLOSED, CENTER_CLOSED",
        "CHECK_PIN, CLOSED, CENTER_CLOSED",
        "ASK_CENTER, CERTIFICATE_REVOKED, CERTIFICATE_REVOKED",
        "FETCH_DOCUMENT, OUTSIDE_HOURS, OFFICE_CLOSED",
        "FETCH_DOCUMENT, MUNICIPALITY_STOPPED, OFFICE_CLOSED"
    })
    void refusal_atEachStageThatAsks_endsTheVisitWithItsCircumstances(Stage stage, Refusal refusal, EndReason reason) {
        Visit ended = ResidentFlow.TABLE
                .apply(Samples.paying(stage, 0), new Event.CenterRefused(refusal, CLOSED))
                .next();
        assertEquals(Optional.of(new End(reason, CLOSED)), ended.end());
    }
}
