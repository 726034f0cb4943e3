package jp.madoguchi.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.ResidentFlow;
import jp.madoguchi.kiosk.staff.ManualPace;
import jp.madoguchi.kiosk.staff.StaffScene;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.VisitRunner;
import jp.madoguchi.kiosk.web.ManualTimers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffOrdersTest {
    private final ManualTimers timers = new ManualTimers();
    private final StaffScene scene = new StaffScene(
            new VisitRunner(
                    ResidentFlow.TABLE,
                    new SecureRandom(),
                    Runnable::run,
                    timers,
                    new ManualPace()::nanos,
                    new Heard()),
            timers);
    private final StaffOrders orders = new StaffOrders(scene.tools(), () -> Stage.WELCOME);

    private String enrol(String words) {
        return Objects.requireNonNull(orders.all().get("enrol")).apply(words);
    }

    @AfterEach
    void shut() {
        scene.close();
    }

    /** Whoever is named like the operator could call off the operator's drain. */
    @ParameterizedTest
    @ValueSource(strings = {"operator clerk", "operator manager", "clerk-1", "clerk-1 operator", "Clerk clerk", ""})
    void enrolment_ofNobodyWhoCanHaveAnAccount_isRefused(String words) {
        assertTrue(enrol(words).startsWith(StaffOrders.NO));
        assertEquals(List.of(), scene.events());
    }

    @Test
    void enrolment_ofAClerk_answersACode() {
        assertTrue(enrol("clerk-1 clerk").matches("[0-9]{8}"));
        assertEquals(List.of(AuditEvent.STAFF_INVITED), scene.events());
    }
}
