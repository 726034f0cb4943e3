package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds the JDK to the two fields that a reset depends on; runs without any PC/SC service. */
class SunPcscContextTest {
    @Test
    void forget_staleContext_leavesNoContextAndNoTerminal() throws ReflectiveOperationException {
        Field contextId = field("contextId");
        @SuppressWarnings("unchecked")
        Map<String, Object> terminals =
                (Map<String, Object>) Objects.requireNonNull(field("terminals").get(null));
        contextId.setLong(null, 42);
        terminals.put("gone", new WeakReference<>("gone"));

        new SunPcscContext().forget();

        assertEquals(0, contextId.getLong(null));
        assertTrue(terminals.isEmpty());
    }

    private static Field field(String name) throws ReflectiveOperationException {
        Field field = Class.forName("sun.security.smartcardio.PCSCTerminals").getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
