package jp.madoguchi.simulators.center;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * How a simulated center is set up.
 *
 * @param dir its folder, made when absent
 * @param port on the loopback address; 0 takes a free one
 * @param kiosk the id in the kiosk identity that it writes, 1 to 64 of {@code [0-9A-Za-z._-]}
 * @param keepsHours whether it is closed when a center would be
 */
public record CenterSettings(Path dir, int port, String kiosk, Clock clock, SecureRandom random, boolean keepsHours) {

    public CenterSettings {
        if (!kiosk.matches("[0-9A-Za-z._-]{1,64}")) {
            throw new IllegalArgumentException("a kiosk's id is 1 to 64 of 0-9 A-Z a-z . _ -");
        }
    }

    /** A free port, kiosk K-0001, the system's clock and randomness. */
    public static CenterSettings in(Path dir) {
        return new CenterSettings(dir, 0, "K-0001", Clock.systemUTC(), new SecureRandom(), false);
    }

    public CenterSettings withPort(int other) {
        return new CenterSettings(dir, other, kiosk, clock, random, keepsHours);
    }

    public CenterSettings withKiosk(String other) {
        return new CenterSettings(dir, port, other, clock, random, keepsHours);
    }

    public CenterSettings withClock(Clock other) {
        return new CenterSettings(dir, port, kiosk, other, random, keepsHours);
    }

    /** Closed outside the hours of the service and of each office, as in life; without it a desk is served at any hour. */
    public CenterSettings keepingHours() {
        return new CenterSettings(dir, port, kiosk, clock, random, true);
    }
}
