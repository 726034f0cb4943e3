package jp.madoguchi.kiosk.health;

import java.time.Duration;

/** Whoever started the program and wants to know how it is; systemd's words for it (sd_notify(3)). */
public interface ServiceManager {
    /** The program was started by hand: nobody listens. */
    ServiceManager NONE = new ServiceManager() {
        @Override
        public Duration interval() {
            return Duration.ofSeconds(5);
        }

        @Override
        public boolean tell(String state) {
            return true;
        }
    };

    /** How often it wants to hear that the program moves, with room for one that is lost. */
    Duration interval();

    /** {@code READY=1} and the like, a line for each; whether it was taken. Never throws; does not wait. */
    boolean tell(String state);
}
