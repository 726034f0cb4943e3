package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ViewTest {
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void name_thatNobodySet_isADefect() {
        View view = new View().with("nothing", null);
        assertNull(view.get("nothing"));
        assertThrows(IllegalStateException.class, () -> view.get("anything"));
    }

    @Test
    void name_thatTheTemplatesCannotSay_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new View().with("size", 1));
        assertThrows(IllegalArgumentException.class, () -> new View().later("keys", () -> 1));
    }

    @Test
    void valueForLater_isWorkedOutWhenItIsNamed_andOnce() {
        View view = new View().later("dear", worked::incrementAndGet);
        assertEquals(0, worked.get());
        assertEquals(1, view.get("dear"));
        assertEquals(1, view.get("dear"));
        assertEquals(1, worked.get());
    }
}
