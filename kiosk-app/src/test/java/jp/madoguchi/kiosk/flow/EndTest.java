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
        "FETCH_DOCUMENT, MUNICIPALITY_STOPPED, OFFICE_CLOSED",
        // another visit of the same resident helps: it has a nonce, a time and ids of its own
        "ENTER_PIN, VISIT_AUTHENTICATED, CENTER_LOST_VISIT",
        "ASK_CENTER, UNKNOWN_VISIT, CENTER_LOST_VISIT",
        "ASK_CENTER, NONCE_EXPIRED, CENTER_LOST_VISIT",
        "ASK_CENTER, WRONG_NONCE, CENTER_LOST_VISIT",
        "FETCH_DOCUMENT, NOT_AUTHENTICATED, CENTER_LOST_VISIT",
        "FETCH_DOCUMENT, REQUEST_CONFLICT, CENTER_LOST_VISIT",
        // perhaps it is about the resident
        "FETCH_DOCUMENT, UNRECOGNISED, CENTER_REFUSED_OTHERWISE",
        "ASK_CENTER, WRONG_KIOSK, CENTER_REFUSED_KIOSK",
        "ASK_CENTER, CLOCK_SKEW, CENTER_REFUSED_KIOSK",
        "ASK_CENTER, BAD_SIGNATURE, CENTER_REFUSED_KIOSK"
    })
    void refusal_atEachStageThatAsks_endsTheVisitWithItsCircumstances(Stage stage, Refusal refusal, EndReason reason) {
        Visit ended = ResidentFlow.TABLE
                .apply(Samples.paying(stage, 0), new Event.CenterRefused(refusal, CLOSED))
                .next();
        assertEquals(Optional.of(new End(reason, CLOSED)), ended.end());
    }
}
