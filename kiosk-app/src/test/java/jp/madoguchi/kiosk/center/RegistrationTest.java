package jp.madoguchi.kiosk.center;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jp.madoguchi.kiosk.terms.RequestId;
import org.junit.jupiter.api.Test;

final class RegistrationTest {
    @Test
    void application_inWords_isItsIdOnly() {
        RequestId id = new RequestId("0f".repeat(16));
        assertEquals(
                "Application[" + id + "]", new Registration.Application(id, "02201", "青森県青森市架空町", "青森 花子").toString());
    }
}
