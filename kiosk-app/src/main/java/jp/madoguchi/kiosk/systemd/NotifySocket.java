package jp.madoguchi.kiosk.systemd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.health.ServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** sd_notify(3) and sd_watchdog_enabled(3), by the environment that systemd gives a service. Any thread. */
public final class NotifySocket implements ServiceManager {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySocket.class);
    private static final Duration USUAL = Duration.ofSeconds(5);

    /** A beat that is lost, and one that comes late, are no restart. */
    private static final int BEATS = 3;

    private final Datagrams datagrams;
    private final Duration interval;

    private NotifySocket(Datagrams datagrams, Duration interval) {
        this.datagrams = datagrams;
        this.interval = interval;
    }

    /**
     * Whoever started the program with this environment; {@link ServiceManager#NONE} when nobody wants to be told.
     *
     * @param pid of this process: the watchdog may be meant for another one
     */
    public static ServiceManager of(Map<String, String> environment, long pid) {
        String address = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (address.isEmpty()) {
            return NONE;
        }
        Optional<Datagrams> datagrams = Datagrams.to(address);
        if (datagrams.isEmpty()) {
            LOG.error("the service manager cannot be told anything at {}", address);
            return NONE;
        }
        return new NotifySocket(datagrams.get(), interval(environment, pid));
    }

    private static Duration interval(Map<String, String> environment, long pid) {
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        String whose = environment.getOrDefault("WATCHDOG_PID", "");
        boolean mine = whose.isEmpty() || whose.equals(String.valueOf(pid));
        if (!mine || !micros.matches("[0-9]{1,15}")) {
            return USUAL;
        }
        Duration watchdog = Duration.ofNanos(1000 * Long.parseLong(micros)).dividedBy(BEATS);
        return watchdog.isZero() || watchdog.compareTo(USUAL) > 0 ? USUAL : watchdog;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public boolean tell(String state) {
        boolean taken = datagrams.send(state.getBytes(UTF_8));
        if (!taken) {
            LOG.warn("the service manager did not take what it was told");
        }
        return taken;
    }
}
