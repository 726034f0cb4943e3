package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds the JDK to the members that are reached by reflection; runs without any PC/SC service. */
class SunPcscTest {
    @Test
    void forgetContext_stale_leavesNoContextAndNoTerminal() throws ReflectiveOperationException {
        Field contextId = field("contextId");
        @SuppressWarnings("unchecked")
        Map<String, Object> terminals =
                (Map<String, Object>) Objects.requireNonNull(field("terminals").get(null));
        contextId.setLong(null, 42);
        terminals.put("gone", new WeakReference<>("gone"));

        SunPcsc.forgetContext();

        assertEquals(0, contextId.getLong(null));
        assertTrue(terminals.isEmpty());
    }

    /** The rest of it needs a real service. */
    @Test
    void giveBackIfRemoved_membersItNeeds_areThere() throws ReflectiveOperationException {
        Class<?> card = Class.forName("sun.security.smartcardio.CardImpl");
        assertEquals(long.class, card.getDeclaredField("cardId").getType());
        assertTrue(Arrays.stream(card.getDeclaredField("state").getType().getEnumConstants())
                .anyMatch(state -> state.toString().equals("REMOVED")));
        Class<?> calls = Class.forName("sun.security.smartcardio.PCSC", false, card.getClassLoader());
        assertEquals(
                void.class,
                calls.getDeclaredMethod("SCardDisconnect", long.class, int.class)
                        .getReturnType());
    }

    private static Field field(String name) throws ReflectiveOperationException {
        Field field = Class.forName("sun.security.smartcardio.PCSCTerminals").getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
