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
        if (!last.equals(Optional.of(words))) {
            last = Optional.of(words);
            LOG.info("{}: {}", part, words);
        }
    }
}
