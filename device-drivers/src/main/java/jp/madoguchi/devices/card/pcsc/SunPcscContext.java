package jp.madoguchi.devices.card.pcsc;

import java.lang.reflect.Field;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one PC/SC context of the JDK's provider. The JDK establishes it once in a process and never again, so a restarted
 * pcscd leaves every later call failing. Forgetting it makes the next {@code TerminalFactory.getInstance} establish
 * another. Needs {@code --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}; tried on 17 and 25.
 */
final class SunPcscContext {
    static final String PROVIDER = "SunPCSC";

    private static final Logger log = LoggerFactory.getLogger(SunPcscContext.class);

    private boolean complained;

    /** Makes the JDK forget its context and the terminals that hold it; without the option, says so once in the log. */
    void forget() {
        try {
            Class<?> owner = Class.forName("sun.security.smartcardio.PCSCTerminals");
            Field contextId = owner.getDeclaredField("contextId");
            Field terminals = owner.getDeclaredField("terminals");
            contextId.setAccessible(true);
            terminals.setAccessible(true);
            // The JDK guards both by the class's monitor.
            synchronized (owner) {
                contextId.setLong(null, 0);
                ((Map<?, ?>) terminals.get(null)).clear();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            if (!complained) {
                complained = true;
                log.warn(
                        "A restarted PC/SC service stays out of reach until this program is restarted too: start it with"
                                + " --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED ({})",
                        e.toString());
            }
        }
    }
}
