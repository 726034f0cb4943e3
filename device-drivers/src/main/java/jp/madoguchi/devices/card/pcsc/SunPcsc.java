package jp.madoguchi.devices.card.pcsc;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.Card;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two things that the JDK's PC/SC provider never does by itself, done by reflection. Needs
 * {@code --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}, and without it says so once in the log.
 * Tried on 17 and 25 with pcscd 1.9.9.
 */
final class SunPcsc {
    static final String PROVIDER = "SunPCSC";

    private static final Logger log = LoggerFactory.getLogger(SunPcsc.class);

    private static final String PACKAGE = "sun.security.smartcardio.";
    private static final int SCARD_LEAVE_CARD = 0;
    private static final AtomicBoolean complained = new AtomicBoolean();

    private SunPcsc() {}

    /**
     * Forgets the one context of the process and the terminals that hold it. The JDK establishes it once, so a restarted
     * pcscd leaves every later call failing; after this the next {@code TerminalFactory.getInstance} establishes another.
     */
    static void forgetContext() {
        try {
            Class<?> owner = Class.forName(PACKAGE + "PCSCTerminals");
            Field contextId = opened(owner, "contextId");
            Field terminals = opened(owner, "terminals");
            // The JDK guards both by the class's monitor.
            synchronized (owner) {
                contextId.setLong(null, 0);
                ((Map<?, ?>) terminals.get(null)).clear();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            complain("a restarted PC/SC service stays out of reach", e);
        }
    }

    /**
     * Gives back the handle of a card that the JDK knows to be removed; its own {@code disconnect} then does nothing.
     * pcscd grants a reader 200 handles: after so many removals no card could be opened any more.
     *
     * @param card already disconnected; of any provider
     */
    static void giveBackIfRemoved(Card card) {
        Class<?> type = card.getClass();
        if (!type.getName().equals(PACKAGE + "CardImpl")) {
            return;
        }
        try {
            if (!String.valueOf(opened(type, "state").get(card)).equals("REMOVED")) {
                return;
            }
            Method disconnect =
                    Class.forName(PACKAGE + "PCSC").getDeclaredMethod("SCardDisconnect", long.class, int.class);
            disconnect.setAccessible(true);
            disconnect.invoke(null, opened(type, "cardId").getLong(card), SCARD_LEAVE_CARD);
        } catch (InvocationTargetException e) {
            log.debug("The handle went with its reader or service: {}", PcscFault.reason(e));
        } catch (ReflectiveOperationException | RuntimeException e) {
            complain("every card that is pulled away costs one of 200 handles", e);
        }
    }

    private static Field opened(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void complain(String consequence, Exception e) {
        if (complained.compareAndSet(false, true)) {
            log.warn(
                    "Until this program is started with --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED"
                            + " {} ({})",
                    consequence,
                    e.toString());
        }
    }
}
