package jp.madoguchi.kiosk.act;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the technician how a part is, each time that it is otherwise than before. One thread. */
final class StatusLog {
    private static final Logger LOG = LoggerFactory.getLogger(StatusLog.class);

    private final String part;
    private Optional<String> last = Optional.empty();

    StatusLog(String part) {
        this.part = part;
    }

    void now(Object status) {
        String words = status.toString();
        if (isOther(words)) {
            LOG.info("{}: {}", part, words);
        }
    }

    /** @param measure is told with the status; it may be another one each time */
    void now(String status, Object measure) {
        if (isOther(status)) {
            LOG.info("{}: {} ({})", part, status, measure);
        }
    }

    private boolean isOther(String status) {
        boolean other = !last.equals(Optional.of(status));
        last = Optional.of(status);
        return other;
    }
}
